"""Outlets: their names and sites."""

from dataclasses import asdict

from django import forms
from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.admin.fields import WebAddressField
from statements.admin.listing import ListAdmin
from statements.countries import names
from statements.known_outlets import known_outlet
from statements.models import Article, Outlet, Publication


class OutletForm(forms.ModelForm):
    url = WebAddressField(label=_("الموقع"), required=False)
    country = forms.ChoiceField(
        label=_("البلد"), required=False, choices=lambda: [("", _("غير معروف")), *names().items()]
    )

    class Meta:
        model = Outlet
        fields = ["name", "name_ar", "name_en", "kind", "country", "url"]
        help_texts = {
            "name": _("به تُعرف في ما يُستورد بعدُ: لا يراه القراء إن كُتب اسمها بلغتهم."),
            "name_en": _("يظهر في الصفحات الإنجليزية."),
        }


class OutletAdmin(ListAdmin):
    form = OutletForm
    list_display = ["name", "name_ar", "name_en", "kind", "country_name", "article_count", "again_count"]
    list_filter = ["kind"]
    folded_search = ["name", "name_ar", "name_en"]

    def save_model(self, request: HttpRequest, obj: Outlet, form: OutletForm, change: bool) -> None:
        """A new outlet that is known by its name gets what the form left empty."""
        if not change:
            for field, known in asdict(known_outlet(obj.name)).items():
                setattr(obj, field, getattr(obj, field) or known)
        super().save_model(request, obj, form, change)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        """With the number of its articles, and of those of others that it published too."""
        return (
            super()
            .get_queryset(request)
            .annotate(
                article_count=_of_outlet(Article, Count("pk")),
                again_count=_of_outlet(Publication, Count("article", distinct=True)),
            )
        )

    @admin.display(description=_("البلد"), ordering="country")
    def country_name(self, outlet: Outlet) -> str:
        return names().get(outlet.country, outlet.country)

    @admin.display(description=_("المقالات"), ordering="article_count")
    def article_count(self, outlet: Outlet) -> SafeString | int:
        return _counted(outlet.article_count, f"outlet__id__exact={outlet.pk}")

    @admin.display(description=_("نشرتها بعد غيرها"), ordering="again_count")
    def again_count(self, outlet: Outlet) -> SafeString | int:
        return _counted(outlet.again_count, f"again={outlet.pk}")


def _of_outlet(model: type[Article | Publication], count: Count) -> Coalesce:
    rows = model.objects.filter(outlet=OuterRef("pk")).order_by().values("outlet")
    return Coalesce(Subquery(rows.annotate(count=count).values("count")), 0)


def _counted(count: int, query: str) -> SafeString | int:
    """The number of some articles, as the way to their list."""
    address = f"{reverse('admin:statements_article_changelist')}?{query}"
    return format_html('<a href="{}">{}</a>', address, count) if count else 0
