"""What the forms of the review page change: a statement corrected or added, an event corrected."""

from collections.abc import Iterable
from dataclasses import replace

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from statements.actors.linking import fold_name
from statements.admin import review
from statements.admin.addresses import review_address
from statements.admin.cards import events_of
from statements.admin.forms import EventForm, StatementForm
from statements.admin.opening import of_statement, posted
from statements.admin.parties import Choice
from statements.admin.versions import version
from statements.editing import review as decisions
from statements.models import Actor, ActorName, Article, Event, Statement


@of_statement
def correct(
    model_admin: ModelAdmin, request: HttpRequest, article: Article, statement: Statement
) -> HttpResponse:
    """Save the form of a statement; one changed meanwhile comes back with the editor's input kept."""
    opened = review.open_statement(statement, request.POST)
    if request.POST.get("version") != version(statement):
        return review.page(model_admin, request, article, replace(opened, changed=True), status=409)
    if not opened.form.is_valid():
        return review.page(model_admin, request, article, opened, status=422)
    decisions.correct(statement, by=request.user, **_said(opened.form, correcting=True))
    return redirect(review_address(statement))


@posted
def add(model_admin: ModelAdmin, request: HttpRequest, article: Article) -> HttpResponse:
    """Add a statement that the extractor missed."""
    form = StatementForm(request.POST, article=article, events=events_of(article))
    if not form.is_valid():
        return review.page(model_admin, request, article, review.Open("new", form), status=422)
    statement = decisions.add(article, by=request.user, **_said(form))
    return redirect(review_address(statement))


@posted
def correct_event(
    model_admin: ModelAdmin, request: HttpRequest, article: Article, event_id: int
) -> HttpResponse:
    """Save the form of an event; its statements take its day."""
    event = _find_event(article, event_id)
    if event is None:
        return _without_event(request, article)
    form = EventForm(request.POST, event=event)
    opened = review.Open("event", form, event.pk, changed=request.POST.get("version") != version(event))
    if opened.changed or not form.is_valid():
        return review.page(model_admin, request, article, opened, status=409 if opened.changed else 422)
    decisions.correct_event(event, **_event_said(form, _People()))
    return redirect(f"{review_address(article)}#event-{event.pk}")


@posted
def delete_event(
    model_admin: ModelAdmin, request: HttpRequest, article: Article, event_id: int
) -> HttpResponse:
    """Delete an event at which nothing was said."""
    event = _find_event(article, event_id)
    if event is None:
        return _without_event(request, article)
    if decisions.delete_event(event):
        messages.success(request, _("حُذفت المناسبة."))
    else:
        messages.error(request, _("في هذه المناسبة تصريح، فلم تُحذف: انقله منها أولًا."))
    return redirect(f"{review_address(article)}#events")


def _find_event(article: Article, event_id: int) -> Event | None:
    return next((event for event in events_of(article) if event.pk == event_id), None)


def _without_event(request: HttpRequest, article: Article) -> HttpResponse:
    messages.error(request, _("لم تعد هذه المناسبة في المقال: حُذفت بعد أن فتحت الصفحة."))
    return redirect(f"{review_address(article)}#events")


def _said(form: StatementForm, correcting: bool = False) -> dict:
    """What the form says, as review.correct and review.add take it."""
    data, people = form.cleaned_data, _People()
    speakers, addressees = people.of(data["speakers"]), people.of(data["addressees"])
    reporter = people.of(data["reporter"])
    event = _new_event(form, people, speakers + addressees) if form.wants_new_event else data["event"]
    none = decisions.NONE if correcting else None
    return {
        "kind": data["kind"],
        "spans": data["content"],
        "cue": data["cue"] or none,
        "speakers": speakers,
        "addressees": addressees,
        "reporter": reporter[0] if reporter else none,
        "event": event or none,
    }


def _new_event(form: StatementForm, people: "_People", talkers: list[Actor | str]) -> Event:
    """The occasion typed with the statement; where nobody is named those who talk took part."""
    said = _event_said(form.new_event, people)
    said |= {"day": said["day"] or None, "participants": said["participants"] or talkers}
    return decisions.add_event(form.article, **said)


def _event_said(form: EventForm, people: "_People") -> dict:
    data = form.cleaned_data
    return {
        "type": data["type"],
        "place": data["place"],
        "day": data["day"] or decisions.NONE,
        "participants": people.of(data["participants"]),
    }


class _People:
    """Makes actors and plain names of choices; a new actor that is named twice in a form is made once."""

    def __init__(self):
        self.made: dict[str, Actor] = {}

    def of(self, choices: Iterable[Choice]) -> list[Actor | str]:
        return [self._made(choice) if choice.new_kind else choice.actor or choice.name for choice in choices]

    def _made(self, choice: Choice) -> Actor:
        if choice.token not in self.made:
            actor = Actor.objects.create(name=choice.name, kind=choice.new_kind)
            ActorName.objects.create(actor=actor, text=choice.name, folded=fold_name(choice.name))
            self.made[choice.token] = actor
        return self.made[choice.token]
