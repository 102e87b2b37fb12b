"""Actors: what they are called, their kind, and the names and offices that linking knows them by."""

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.admin.listing import ListAdmin
from statements.admin.lookup import lookup
from statements.linking import fold_name
from statements.models import Actor, ActorName


class ActorNameForm(forms.ModelForm):
    class Meta:
        model = ActorName
        fields = ["text", "kind", "first_seen", "last_seen"]
        widgets = {
            day: forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            for day in ("first_seen", "last_seen")
        }

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        if not fold_name(text):
            raise forms.ValidationError(_("لا حرف في هذا الاسم."))
        return text

    def save(self, commit: bool = True) -> ActorName:
        self.instance.folded = fold_name(self.instance.text)
        return super().save(commit)


class ActorNames(admin.TabularInline):
    model = ActorName
    form = ActorNameForm
    extra = 1


class ActorAdmin(ListAdmin):
    list_display = ["name", "kind", "spellings", "part_count", "public"]
    list_filter = ["kind"]
    folded_search = ["name"]  # which is one of its names: see get_search_results
    search_help_text = _("بأي اسم أو منصب، وبأي رسم للهمزة والياء والتاء المربوطة")
    fields = ["name", "kind"]
    inlines = [ActorNames]

    def get_urls(self) -> list[URLPattern]:
        found = path("lookup/", self.admin_site.admin_view(self.lookup), name="statements_actor_lookup")
        return [found, *super().get_urls()]

    def lookup(self, request: HttpRequest):
        return lookup(self, request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        counted = Count("parties__statement", distinct=True)
        return super().get_queryset(request).annotate(part_count=counted).prefetch_related("names")

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple:
        for term in fold_name(search_term).split():
            queryset = queryset.filter(pk__in=ActorName.objects.filter(folded__contains=term).values("actor"))
        return queryset, False

    def save_related(self, request: HttpRequest, form, formsets, change: bool) -> None:
        """The name shown is one of the names known: linking must find the actor by it."""
        super().save_related(request, form, formsets, change)
        actor = form.instance
        actor.names.get_or_create(
            text=actor.name, kind=ActorName.Kind.NAME, defaults={"folded": fold_name(actor.name)}
        )

    @admin.display(description=_("الأسماء والمناصب"))
    def spellings(self, actor: Actor) -> str:
        return "، ".join(name.text for name in actor.names.all() if name.text != actor.name)

    @admin.display(description=_("التصريحات"), ordering="part_count")
    def part_count(self, actor: Actor) -> int:
        return actor.part_count

    @admin.display(description=_("صفحتها"))
    def public(self, actor: Actor) -> SafeString:
        return format_html('<a href="{}">{}</a>', actor.get_absolute_url(), _("عرض"))
