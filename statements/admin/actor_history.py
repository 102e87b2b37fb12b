"""The history of an actor on the desk: edits, mergers and splits, each with the way back."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from statements.actors.changes import ChangedSince, Edit, edits_of, take_back
from statements.countries import names
from statements.editing.history_words import Difference
from statements.editing.roles import MERGE
from statements.models import Actor, ActorMove, Portrait

LINES = 50  # a page


@dataclass(frozen=True, slots=True)
class Line:
    """One act; `undo` is the address that takes it back, sent with `key`; empty where it cannot be."""

    at: datetime.datetime
    who: object
    title: str
    differences: tuple[Difference, ...] = ()
    undo: str = ""
    key: str = ""
    undone: bool = False


def history_page(model_admin: ModelAdmin, request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every act on the actor, newest first."""
    lines = sorted(
        [*_edits(actor), *_moves(actor, request.user)],
        key=lambda line: line.at,
        reverse=True,
    )
    context = model_admin.admin_site.each_context(request) | {
        "title": _("سجل «%(name)s»") % {"name": actor},
        "opts": model_admin.opts,
        "actor": actor,
        "page": Paginator(lines, LINES).get_page(request.GET.get("page")),
        "may_change": model_admin.has_change_permission(request, actor),
    }
    return render(request, "admin/desk/actor_history.html", context)


def revert(model_admin: ModelAdmin, request: HttpRequest, actor_id: int) -> HttpResponse:
    """Take back the edit `key`."""
    actor = _actor(model_admin, request, actor_id)
    if request.method == "POST":
        try:
            edit = take_back(actor, request.POST.get("key", ""), by=request.user)
        except ChangedSince:
            messages.error(request, _("غُيّر هذا بعد ذلك، فلم يُرجَع شيء. انظر السجل."))
        else:
            told = _("أُرجع ما كان قبل هذا التغيير.") if edit else _("لم يعد هذا التغيير في السجل.")
            messages.add_message(request, messages.SUCCESS if edit else messages.ERROR, told)
    return _back(request, actor)


def tell_saved(request: HttpRequest, actor: Actor, words: str) -> None:
    """Say that the actor was saved, with a button that takes it back."""
    last = next(iter(edits_of(actor)), None)
    address = reverse("admin:statements_actor_revert", args=[actor.pk])
    shown = {"words": words, "address": address, "key": last and last.key, "back": "change"}
    messages.success(request, render_to_string("admin/desk/_saved.html", shown, request))


def _edits(actor: Actor) -> Iterator[Line]:
    edits = edits_of(actor)
    undone = {edit.undoes for edit in edits}
    address = reverse("admin:statements_actor_revert", args=[actor.pk])
    for edit in edits:
        title = _("إرجاع ما كان قبل تغيير") if edit.undoes else _("تعديل")
        told, gone = tuple(_differences(edit)), edit.key in undone
        yield Line(edit.at, edit.user, title, told, "" if gone else address, edit.key, gone)


def _differences(edit: Edit) -> Iterator[Difference]:
    for name, values in edit.fields.items():
        before, after = (_value(name, value) for value in values)
        label = Actor._meta.get_field(name.removesuffix("_id")).verbose_name
        yield Difference(name, str(label), before, after)
    for before, after in edit.names.values():
        yield Difference("names", _("اسم أو منصب"), _name(before), _name(after))


def _value(name: str, value: str | int | None) -> str:
    if name == "portrait_id":
        return str(Portrait.objects.filter(pk=value).defer("content").first() or "")
    words = {"kind": dict(Actor.Kind.choices), "country": names()}.get(name, {})
    return str(words.get(value, value))


def _name(row: dict | None) -> str:
    """«وزير الخارجية (5 مايو 2021 – …)»"""
    if row is None:
        return ""
    held = [date_format(day, "j F Y") if day else "…" for day in (row["held_from"], row["held_until"])]
    return f"{row['text']} ({' – '.join(held)})" if row["held_from"] or row["held_until"] else row["text"]


def _moves(actor: Actor, user) -> Iterator[Line]:
    moves = ActorMove.objects.filter(Q(source=actor) | Q(target=actor)).select_related(
        "source", "target", "by"
    )
    for move in moves:
        merged = move.act == ActorMove.Act.MERGE
        told = _("دُمج «%(source)s» في «%(target)s»") if merged else _("فُصل «%(target)s» عن «%(source)s»")
        title = told % {"source": move.source.name, "target": move.target.name}
        may = user.has_perm(MERGE) and not move.undone_at
        address = reverse("admin:statements_actor_undo", args=[move.pk]) if may else ""
        yield Line(move.at, move.by, title, undo=address, undone=bool(move.undone_at))


def _actor(model_admin: ModelAdmin, request: HttpRequest, actor_id: int) -> Actor:
    actor = get_object_or_404(Actor.objects.standing(), pk=actor_id)
    if not model_admin.has_change_permission(request, actor):
        raise PermissionDenied
    return actor


def _back(request: HttpRequest, actor: Actor) -> HttpResponse:
    page = "change" if request.POST.get("back") == "change" else "history"
    return redirect(f"admin:statements_actor_{page}", actor.pk)
