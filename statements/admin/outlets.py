"""Outlets: their names and sites."""

from django import forms
from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from statements.admin.fields import WebAddressField
from statements.admin.listing import ListAdmin
from statements.models import Outlet


class OutletForm(forms.ModelForm):
    url = WebAddressField(label=_("الموقع"), required=False)

    class Meta:
        model = Outlet
        fields = ["name", "url"]


class OutletAdmin(ListAdmin):
    form = OutletForm
    list_display = ["name", "url", "article_count"]
    folded_search = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Outlet]:
        return super().get_queryset(request).annotate(article_count=Count("articles"))

    @admin.display(description=_("المقالات"), ordering="article_count")
    def article_count(self, outlet: Outlet) -> int:
        return outlet.article_count
