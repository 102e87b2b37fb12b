"""Actors: what they are called, their kind, and the names and offices that linking knows them by."""

from collections.abc import Callable, Iterable
from functools import partial

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.actors.naming import fold_name
from statements.admin import actor_history, actor_moves
from statements.admin.actor_doubles import doubles_page
from statements.admin.actor_forms import ActorForm, ActorNameForm
from statements.admin.listing import ListAdmin
from statements.admin.lookup import lookup
from statements.countries import names
from statements.editing.roles import MERGE
from statements.models import Actor, ActorMove, ActorName, Mention


class CountryFilter(admin.SimpleListFilter):
    title = _("البلد")
    parameter_name = "country"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        """The countries that actors are of."""
        used = set(Actor.objects.exclude(country="").order_by().values_list("country", flat=True).distinct())
        return [("-", _("غير معروف")), *((code, name) for code, name in names().items() if code in used)]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() is None:
            return queryset
        return queryset.filter(country="" if self.value() == "-" else self.value())


class ActorNames(admin.TabularInline):
    model = ActorName
    form = ActorNameForm
    extra = 1


class ActorAdmin(ListAdmin):
    list_display = ["name", "kind", "country_name", "spellings", "part_count", "public"]
    list_filter = ["kind", CountryFilter]
    folded_search = ["name"]  # which is one of its names: see get_search_results
    search_help_text = _("بأي اسم أو منصب، وبأي رسم للهمزة والياء والتاء المربوطة")
    form = ActorForm
    inlines = [ActorNames]

    def get_urls(self) -> list[URLPattern]:
        def at(route: str, view: Callable, name: str) -> URLPattern:
            return path(
                route, self.admin_site.admin_view(partial(view, self)), name=f"statements_actor_{name}"
            )

        return [
            at("lookup/", lookup, "lookup"),
            at("doubles/", doubles_page, "doubles"),
            at("apart/", actor_moves.tell_apart, "apart"),
            at("<int:actor_id>/merge/", actor_moves.merge_page, "merge"),
            at("<int:actor_id>/split/", actor_moves.split_page, "split"),
            at("moves/<int:move_id>/undo/", actor_moves.undo_move, "undo"),
            at("<int:actor_id>/history/revert/", actor_history.revert, "revert"),
            *super().get_urls(),
        ]

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context=None):
        """A merged actor's page is that of whom it was merged into."""
        actor = self.get_object(request, object_id)
        if actor and actor.merged_into_id:
            return redirect("admin:statements_actor_change", actor.standing().pk)
        about = {"may_merge": request.user.has_perm(MERGE)}
        if actor:
            moves = ActorMove.objects.filter(Q(source=actor) | Q(target=actor))
            about["moves"] = moves.select_related("source", "target", "by")
        return super().change_view(request, object_id, form_url, about | (extra_context or {}))

    def history_view(self, request: HttpRequest, object_id: str, *args, **kwargs) -> HttpResponse:
        actor = self.get_object(request, object_id)
        if actor is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return actor_history.history_page(self, request, actor.standing())

    def get_queryset(self, request: HttpRequest) -> QuerySet[Actor]:
        counted = Count("parties__statement", distinct=True)
        rows = super().get_queryset(request).annotate(part_count=counted).prefetch_related("names")
        return rows if request.resolver_match.url_name.endswith("_change") else rows.standing()

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple:
        for term in fold_name(search_term).split():
            named = Q(pk__in=ActorName.objects.filter(folded__contains=term).values("actor"))
            queryset = queryset.filter(named | Q(name_en__icontains=term))
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
        words = _("حُفظ الاسم الجديد: «%(name)s».") if actor.renamed else _("حُفظت «%(name)s».")
        actor_history.tell_saved(request, actor, words % {"name": actor.name})
        if "_addanother" in request.POST:
            return redirect("admin:statements_actor_add")
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
        form.save_portrait(by=request.user)

    @admin.display(description=_("الأسماء والمناصب"))
    def spellings(self, actor: Actor) -> str:
        return "، ".join(name.text for name in actor.names.all() if name.text != actor.name)

    @admin.display(description=_("البلد"), ordering="country")
    def country_name(self, actor: Actor) -> str:
        return names().get(actor.country, actor.country)

    @admin.display(description=_("التصريحات"), ordering="part_count")
    def part_count(self, actor: Actor) -> int:
        return actor.part_count

    @admin.display(description=_("صفحتها"))
    def public(self, actor: Actor) -> SafeString:
        return format_html('<a href="{}">{}</a>', actor.get_absolute_url(), _("عرض"))


def _in_use(actors) -> QuerySet[Actor]:
    """Those of `actors` that have a part in a statement, even a rejected one, or took part in an event, or took over an address."""
    used = Q(parties__isnull=False) | Q(participations__isnull=False) | Q(merged__isnull=False)
    return Actor.objects.filter(used, pk__in=[actor.pk for actor in actors]).distinct()


def _told_namesakes(others: Iterable[Actor]) -> SafeString:
    links = ((reverse("admin:statements_actor_change", args=[other.pk]), other) for other in others)
    names = format_html_join("، ", '<a href="{}">{}</a>', links)
    return format_html("{} {}", _("هذا الاسم لغيرها أيضًا:"), names)
