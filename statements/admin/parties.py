"""The form field in which an editor says who speaks, is spoken to or relays.

Everybody chosen is a ticked box with a token: `actor:3` (known to the archive), `new:person:سامر` (to
be made), `name:سامر` (words for which no actor is known). The box of a new one says `new:?:سامر`, and the
select beside it, named `<field>_kind:سامر`, what it is. What is typed beside the boxes is looked up in any
spelling; where it is not plainly one actor the form comes back with the possible ones as boxes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from statements.admin.lookup import Found, actors_named, exact_matches, note_of
from statements.models import Actor, EventParticipant, Party

NAME_LENGTH = 300
UNSAID = "new:?:"
_SEPARATORS = re.compile(r"[؛;\n\r]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody chosen: an actor, one to be made (`new_kind`), or the words alone."""

    token: str
    label: str
    actor: Actor | None = None
    name: str = ""
    new_kind: str = ""

    @property
    def box(self) -> str:
        """The value of its box: the same for a new one of whatever kind."""
        return f"{UNSAID}{self.name}" if self.new_kind else self.token


def known(actor: Actor) -> Choice:
    return Choice(f"actor:{actor.pk}", actor.name, actor=actor, name=actor.name)


def new(kind: str, name: str) -> Choice:
    return Choice(f"new:{kind}:{name}", _("جديد: «%(name)s»") % {"name": name}, name=name, new_kind=kind)


def unresolved(name: str) -> Choice:
    return Choice(f"name:{name}", _("%(name)s (لم تُعرف جهته)") % {"name": name}, name=name)


def as_it_is(row: Party | EventParticipant) -> Choice:
    """The choice that a row stands for."""
    return known(row.actor) if row.actor else unresolved(row.name)


def read_token(token: str) -> Choice | None:
    """The choice that `token` stands for; None for nonsense and for an actor that is gone."""
    sort, _colon, rest = token.partition(":")
    match sort:
        case "actor":
            actor = Actor.objects.filter(pk=rest).first() if re.fullmatch(r"[0-9]{1,18}", rest) else None
            return actor and known(actor)
        case "new":
            kind, _colon, name = rest.partition(":")
            return new(kind, _tidy(name)) if kind in Actor.Kind.values and _fits(_tidy(name)) else None
        case "name":
            return unresolved(_tidy(rest)) if _fits(_tidy(rest)) else None
    return None


class PartiesWidget(forms.Widget):
    """Boxes for those chosen and offered, and a line to type another name in."""

    def __init__(self, *, single: bool = False):
        super().__init__()
        self.single = single

    def value_from_datadict(self, data, files, name: str) -> dict:
        tokens = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        tokens = [_with_kind(token, name, data) for token in tokens]
        return {"tokens": tokens, "typed": data.get(f"{name}_typed", "")}

    def value_omitted_from_data(self, data, files, name: str) -> bool:
        return name not in data and f"{name}_typed" not in data

    def render(self, name: str, value, attrs=None, renderer=None) -> str:
        chosen, offers, typed = value if isinstance(value, tuple) else (value or [], [], "")
        context = {
            "name": name,
            "id": (attrs or {}).get("id", f"id_{name}"),
            "chosen": chosen,
            "offers": offers,
            "typed": typed,
            "single": self.single,
            "kinds": Actor.Kind.choices,
        }
        return render_to_string("admin/desk/_parties.html", context)


class PartiesField(forms.Field):
    """Cleans to a list of Choice; `rows` are those of the statement or event as it stands."""

    def __init__(self, *, rows: Iterable[Party | EventParticipant] = (), single: bool = False, **kwargs):
        self.single = single
        self.offers: list[Choice] = []
        initial = [as_it_is(row) for row in rows]
        super().__init__(widget=PartiesWidget(single=single), required=False, initial=initial, **kwargs)

    def bound_data(self, data: dict, initial) -> tuple[list[Choice], list[Choice], str]:
        """What the widget shows of a form that came back: those chosen, those offered, what was typed."""
        chosen = [choice for token in data["tokens"] if (choice := read_token(token))]
        ticked = {choice.box for choice in chosen}
        return chosen, [offer for offer in self.offers if offer.box not in ticked], data["typed"]

    def prepare_value(self, value):
        """Beside a name that was left ambiguous: the actors who bear it, to tick the one that is meant."""
        if isinstance(value, tuple):  # a form that came back
            return value
        bearers = {actor.pk: actor for choice in value or () for actor in _bearers(choice)}
        return value, [_noted(Found(actor, note_of(actor))) for actor in bearers.values()], ""

    def clean(self, value: dict) -> list[Choice]:
        self.offers = []
        choices = [read_token(token) for token in value["tokens"]]
        if None in choices:
            raise ValidationError(_("أحد من اخترتهم لم يعد في الأرشيف: راجع الأسماء ثم احفظ مرة أخرى."))
        boxes = {choice.box for choice in choices} - {choice.box for choice in self.initial}
        for name in filter(None, map(_tidy, _SEPARATORS.split(value["typed"]))):
            choices += self._resolve(name, boxes)
        if self.offers:
            raise ValidationError(_("لم يتعيّن من تقصد: اختر ممن عُرض، ثم احفظ مرة أخرى."))
        choices = _answered(list({choice.token: choice for choice in choices}.values()))
        if self.single and len(choices) > 1:
            raise ValidationError(_("الناقل واحد: أبقِ اسمًا واحدًا."))
        return choices

    def _resolve(self, name: str, newly_ticked: set[str]) -> list[Choice]:
        """The one actor of that name; else none, and the possible ones among `offers`, unless the
        editor has ticked one of them already."""
        if not _fits(name):
            raise ValidationError(_("هذا الاسم أطول مما ينبغي."))
        matches = exact_matches(name)
        if len(matches) == 1:
            return [known(matches[0])]
        offers = _offers(name, matches)
        if not any(offer.box in newly_ticked for offer in offers):
            self.offers += offers
        return []


def _bearers(choice: Choice) -> list[Actor]:
    """Whom a choice of words alone may mean."""
    return [] if choice.actor or choice.new_kind else exact_matches(choice.name)


def _answered(choices: list[Choice]) -> list[Choice]:
    """`choices` without the words alone that one of the actors among them bears: he was meant by them."""
    chosen = {choice.actor.pk for choice in choices if choice.actor}
    return [choice for choice in choices if chosen.isdisjoint(actor.pk for actor in _bearers(choice))]


def _offers(name: str, matches: list[Actor]) -> list[Choice]:
    """Whom `name` may mean: its bearers, else those with it in their names; a new one; the words alone."""
    near = [] if matches else [_noted(found) for found in actors_named(name, limit=5)]
    return [*map(known, matches), *near, new(Actor.Kind.PERSON, name), unresolved(name)]


def _noted(found: Found) -> Choice:
    return Choice(f"actor:{found.actor.pk}", f"{found.actor.name} ({found.note})", actor=found.actor)


def _with_kind(token: str, field: str, data) -> str:
    """The token of a new one with the kind that the select beside its box says; any other as it is."""
    if not token.startswith(UNSAID):
        return token
    name = token.removeprefix(UNSAID)
    return f"new:{data.get(f'{field}_kind:{name}', Actor.Kind.PERSON)}:{name}"


def _fits(name: str) -> bool:
    return 0 < len(name) <= NAME_LENGTH


def _tidy(name: str) -> str:
    return " ".join(name.replace("\x00", "").split())
