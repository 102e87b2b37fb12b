"""Actors: what they are called, their kind, and the names and offices that linking knows them by."""

from collections.abc import Iterable

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.admin.listing import ListAdmin
from statements.admin.lookup import lookup
from statements.linking import fold_name
from statements.models import Actor, ActorName, Mention


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

    def has_delete_permission(self, request: HttpRequest, obj: Actor | None = None) -> bool:
        """Only who has no part in any statement or event can go: the others' pages are cited."""
        return super().has_delete_permission(request, obj) and (obj is None or not _in_use([obj]))

    def get_deleted_objects(self, objs, request: HttpRequest) -> tuple:
        """The actors by name, and those that must stay; mentions lose their actor, nothing else goes."""
        kept = [str(actor) for actor in _in_use(objs)]
        return [str(actor) for actor in objs], {self.opts.verbose_name_plural: len(objs)}, set(), kept

    def delete_model(self, request: HttpRequest, actor: Actor) -> None:
        self.delete_queryset(request, Actor.objects.filter(pk=actor.pk))

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Actor]) -> None:
        actors = Actor.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)))
        Mention.objects.filter(actor__in=actors).update(actor=None)
        actors.delete()

    def response_change(self, request: HttpRequest, actor: Actor) -> HttpResponse:
        if others := Actor.objects.named(fold_name(actor.name)).exclude(pk=actor.pk):
            self.message_user(request, _told_namesakes(others), messages.WARNING)
        if not actor.renamed or "_addanother" in request.POST:
            return super().response_change(request, actor)
        self.message_user(
            request, _("حُفظ الاسم الجديد: «%(name)s».") % {"name": actor.name}, messages.SUCCESS
        )
        if "_continue" in request.POST:
            return redirect("admin:statements_actor_change", actor.pk)
        return self.response_post_save_change(request, actor)

    def save_model(self, request: HttpRequest, actor: Actor, form, change: bool) -> None:
        actor.renamed = change and "name" in form.changed_data
        super().save_model(request, actor, form, change)

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


def _in_use(actors) -> QuerySet[Actor]:
    """Those of `actors` that have a part in a statement, even a rejected one, or took part in an event."""
    used = Q(parties__isnull=False) | Q(participations__isnull=False)
    return Actor.objects.filter(used, pk__in=[actor.pk for actor in actors]).distinct()


def _told_namesakes(others: Iterable[Actor]) -> SafeString:
    links = ((reverse("admin:statements_actor_change", args=[other.pk]), other) for other in others)
    names = format_html_join("، ", '<a href="{}">{}</a>', links)
    return format_html("{} {}", _("هذا الاسم لغيرها أيضًا:"), names)
