"""Who works on the desk: a name, a password, one role (statements/roles.py), and nothing of single permissions."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group, User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from statements.editing import roles

ORDER = (roles.EDITOR, roles.CHIEF, roles.ADMINISTRATOR)


def role_field() -> forms.ModelChoiceField:
    """One of the roles; without one nobody enters the desk."""
    groups = Group.objects.filter(name__in=ORDER).order_by("pk")
    told = _("المحرر يرفع ويراجع؛ ورئيس التحرير ينشر أيضًا ويدمج ويحذف ويُدخل الجداول؛ والمدير يضيف المحررين.")
    return forms.ModelChoiceField(
        groups, label=_("الدور"), required=False, empty_label=_("بلا دور: لا يدخل المكتب"), help_text=told
    )


class _WithRole(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"] = role_field()
        if self.instance.pk:
            self.fields["role"].initial = self.instance.groups.filter(name__in=ORDER).first()


class NewEditorForm(_WithRole, BaseUserCreationForm):
    role = forms.Field(required=False)  # made anew for each form: the groups are rows

    class Meta(BaseUserCreationForm.Meta):
        model = User
        fields = ("username", "first_name")


class EditorForm(_WithRole, UserChangeForm):
    role = forms.Field(required=False)


class EditorAdmin(UserAdmin):
    form, add_form = EditorForm, NewEditorForm
    fieldsets = [
        (None, {"fields": ["username", "password", "first_name", "last_name", "email", "role", "is_active"]})
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "first_name", "role", "password1", "password2"], "classes": ["wide"]})
    ]
    list_display = ["username", "named", "role", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    filter_horizontal = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody takes over an account that may do more than his own."""
        higher = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not higher

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """What somebody decided stays his: an account is switched off, not deleted."""
        return False

    def save_model(self, request: HttpRequest, user: User, form, change: bool) -> None:
        user.is_staff = user.is_superuser or form.cleaned_data.get("role") is not None
        super().save_model(request, user, form, change)

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        role = form.cleaned_data.get("role")
        form.instance.groups.set([role] if role else [])

    @admin.display(description=_("الاسم"))
    def named(self, user: User) -> str:
        return user.get_full_name() or "—"

    @admin.display(description=_("الدور"))
    def role(self, user: User) -> str:
        names = [group.name for group in user.groups.all()]
        return "، ".join(names) or (roles.ADMINISTRATOR if user.is_superuser else "—")
