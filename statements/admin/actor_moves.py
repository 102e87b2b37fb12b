"""Pages on which editors merge two actors, split names off, undo either, and say that two are two."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from statements.actors.moving import CannotMove, merge, split, undo
from statements.actors.naming import cut, fold_name
from statements.actors.stored_doubles import doubles_of
from statements.admin.lookup import actors_named
from statements.editing.roles import MERGE
from statements.models import Actor, ActorMove, ActorName, ActorsApart

CHOICES = 12  # actors offered


def merge_page(model_admin: ModelAdmin, request: HttpRequest, actor_id: int) -> HttpResponse:
    """Choose whom `actor` is one with (`?q=` looks for names, `?with=` offers one), and merge them."""
    actor = _actor(request, actor_id)
    if request.method == "POST":
        return _merge(request, actor)
    words = request.GET.get("q", "").strip()
    context = _context(model_admin, request, _("دمج «%(name)s» في جهة أخرى") % {"name": actor.name}) | {
        "actor": actor,
        "words": words,
        "choices": _choices(actor, words, request.GET.get("with", "")),
    }
    return render(request, "admin/desk/actor_merge.html", context)


def split_page(model_admin: ModelAdmin, request: HttpRequest, actor_id: int) -> HttpResponse:
    """Choose names of `actor` that are another's, and split them off."""
    actor = _actor(request, actor_id)
    if request.method == "POST" and (move := _split(request, actor)):
        return redirect("admin:statements_actor_change", move.target_id)
    context = _context(model_admin, request, _("فصل أسماء عن «%(name)s»") % {"name": actor.name}) | {
        "actor": actor,
        "names": actor.names.order_by("kind", "text"),
        "kinds": Actor.Kind.choices,
        "chosen": set(request.POST.getlist("name")),
        "typed": request.POST.get("shown", ""),
    }
    return render(request, "admin/desk/actor_split.html", context)


def undo_move(model_admin: ModelAdmin, request: HttpRequest, move_id: int) -> HttpResponse:
    """Take a merger or a split back."""
    _require(request)
    move = get_object_or_404(ActorMove.objects.select_related("source", "target"), pk=move_id)
    if request.method == "POST":
        try:
            undo(move, by=request.user)
            told = (
                _("أُلغي الدمج: عاد «%(name)s» كما كان.")
                if move.act == move.Act.MERGE
                else _("أُلغي الفصل: عادت الأسماء إلى «%(name)s».")
            )
            messages.success(request, told % {"name": move.source.name})
        except CannotMove:
            messages.warning(request, _("لم يُلغَ شيء: أُلغي هذا من قبل، أو دُمجت الجهة في غيرها بعد الفصل."))
    return redirect("admin:statements_actor_change", move.source_id)


def tell_apart(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """Two actors (`one`, `other`) are two, however alike: they are not offered again, or are, with `undo`."""
    _require(request)
    actors = [_actor(request, _number(request.POST.get(name))) for name in ("one", "other")]
    first, second = sorted(actor.pk for actor in actors)
    if "undo" in request.POST:
        ActorsApart.objects.filter(first=first, second=second).delete()
        messages.success(request, _("عاد الزوج إلى القائمة."))
    elif first != second:
        ActorsApart.objects.get_or_create(first_id=first, second_id=second, defaults={"by": request.user})
        shown = {"one": actors[0], "other": actors[1]}
        messages.success(request, render_to_string("admin/desk/_apart.html", shown, request))
    return redirect("admin:statements_actor_doubles")


def _merge(request: HttpRequest, actor: Actor) -> HttpResponse:
    other = Actor.objects.standing().filter(pk=_number(request.POST.get("other"))).first()
    gone, kept = (other, actor) if request.POST.get("keep") == "this" else (actor, other)
    try:
        if other is None:
            raise CannotMove
        move = merge(gone, kept, by=request.user)
    except CannotMove:
        messages.error(request, _("لم يُدمج شيء: اختر جهة أخرى قائمة من القائمة، فلعل ما اخترته دُمج للتو."))
        return redirect("admin:statements_actor_merge", actor.pk)
    messages.success(request, _told(move))
    if request.POST.get("back") == "doubles":
        return redirect("admin:statements_actor_doubles")
    return redirect("admin:statements_actor_change", kept.pk)


def _told(move: ActorMove):
    """What became of it, with the way back."""
    words = _("دُمج «%(gone)s» في «%(kept)s»، وعنوانه القديم يقود إليها.")
    address = reverse("admin:statements_actor_change", args=[move.target_id])
    words = words % {"gone": move.source.name, "kept": move.target.name}
    return format_html('{} <a href="{}#moves">{}</a>', words, address, _("إلغاء الدمج"))


def _split(request: HttpRequest, actor: Actor) -> ActorMove | None:
    names = ActorName.objects.filter(
        actor=actor, pk__in=[_number(key) for key in request.POST.getlist("name")]
    )
    shown, kind = cut(request.POST.get("shown", "")), request.POST.get("kind", "")
    try:
        if shown and not fold_name(shown):
            raise forms.ValidationError("")
        move = split(
            actor, names, by=request.user, name=shown, kind=kind if kind in Actor.Kind.values else ""
        )
    except CannotMove:
        messages.error(
            request, _("لم يُفصل شيء: اختر اسمًا أو منصبًا واحدًا على الأقل، وأبقِ للجهة اسمًا واحدًا على الأقل.")
        )
    except (forms.ValidationError, IntegrityError):
        messages.error(request, _("لم يُفصل شيء: لا حرف في الاسم الذي كتبته للجهة الجديدة."))
    else:
        messages.success(
            request, _("فُصلت الأسماء: «%(name)s» جهة قائمة بنفسها.") % {"name": move.target.name}
        )
        return move
    return None


def _choices(actor: Actor, words: str, offered: str) -> list[Actor]:
    """Whom `actor` may be merged into: who was asked for, else who is likely the same."""
    if fold_name(words):
        found = [one.actor for one in actors_named(words, CHOICES)]
    else:
        found = [*Actor.objects.filter(pk=_number(offered)), *doubles_of(actor, CHOICES)]
    keys = dict.fromkeys(one.pk for one in found if one != actor and not one.merged_into_id)
    rows = Actor.objects.in_bulk(keys)
    return [rows[key] for key in keys]


def _actor(request: HttpRequest, actor_id: int) -> Actor:
    _require(request)
    return get_object_or_404(Actor.objects.standing(), pk=actor_id)


def _require(request: HttpRequest) -> None:
    if not request.user.has_perm(MERGE):
        raise PermissionDenied


def _number(text: str | None) -> int:
    """The primary key that was sent; 0, which nobody has, for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else 0


def _context(model_admin: ModelAdmin, request: HttpRequest, title: str) -> dict:
    return model_admin.admin_site.each_context(request) | {"title": title, "opts": model_admin.opts}
