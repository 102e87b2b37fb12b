"""The form field in which an editor says who speaks, is spoken to or relays.

Everybody chosen is a ticked box with a token: `party:7` (as the statement has it), `actor:3` (known to
the archive), `new:person:سامر` (to be made), `name:سامر` (words for which no actor is known). What is
typed beside the boxes is looked up in any spelling; where it is not plainly one actor the form comes
back with the possible ones as boxes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from statements.admin.lookup import Found, actors_named, exact_matches
from statements.models import Actor, EventParticipant, Party

NAME_LENGTH = 300
_SEPARATORS = re.compile(r"[؛;\n\r]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody chosen: an actor, one to be made (`new_kind`), or the words alone.

    `kept` is the row of Party or EventParticipant that was there before, where it is to stay as it is.
    """

    token: str
    label: str
    actor: Actor | None = None
    name: str = ""
    new_kind: str = ""
    kept: Party | EventParticipant | None = None


def kept(row: Party | EventParticipant) -> Choice:
    """The choice that leaves `row` as it is."""
    label = str(row.actor or row.name)
    if row.actor is None:
        label = _("%(name)s (لم تُعرف جهته)") % {"name": row.name}
    return Choice(f"party:{row.pk}", label, actor=row.actor, name=row.name, kept=row)


def known(actor: Actor) -> Choice:
    return Choice(f"actor:{actor.pk}", actor.name, actor=actor, name=actor.name)


def new(kind: str, name: str) -> Choice:
    label = _("%(name)s (%(kind)s، جهة جديدة)") % {"name": name, "kind": Actor.Kind(kind).label}
    return Choice(f"new:{kind}:{name}", label, name=name, new_kind=kind)


def unresolved(name: str) -> Choice:
    return Choice(f"name:{name}", _("%(name)s (لم تُعرف جهته)") % {"name": name}, name=name)


def read_token(token: str, rows: Iterable[Party | EventParticipant]) -> Choice | None:
    """The choice that `token` stands for; None for nonsense and for rows and actors that are gone."""
    sort, _colon, rest = token.partition(":")
    match sort:
        case "party":
            return next((kept(row) for row in rows if str(row.pk) == rest), None)
        case "actor":
            actor = Actor.objects.filter(pk=rest).first() if rest.isdecimal() and len(rest) < 19 else None
            return actor and known(actor)
        case "new":
            kind, _colon, name = rest.partition(":")
            return new(kind, _tidy(name)) if kind in Actor.Kind.values and _tidy(name) else None
        case "name":
            return unresolved(_tidy(rest)) if _tidy(rest) else None
    return None


class PartiesWidget(forms.Widget):
    """Boxes for those chosen and offered, and a line to type another name in."""

    def __init__(self, *, single: bool = False):
        super().__init__()
        self.single = single

    def value_from_datadict(self, data, files, name: str) -> dict:
        tokens = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
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
        }
        return render_to_string("admin/desk/_parties.html", context)


class PartiesField(forms.Field):
    """Cleans to a list of Choice; `rows` are those of the statement or event as it stands."""

    def __init__(self, *, rows: Iterable[Party | EventParticipant] = (), single: bool = False, **kwargs):
        self.rows, self.single = list(rows), single
        self.offers: list[Choice] = []
        super().__init__(
            widget=PartiesWidget(single=single),
            required=False,
            initial=[kept(row) for row in self.rows],
            **kwargs,
        )

    def bound_data(self, data, initial):
        """What the widget shows of a form that came back: (chosen, offers, typed)."""
        if not isinstance(data, dict):
            return initial
        return self._chosen(data["tokens"]), self.offers, "" if self.offers else data["typed"]

    def clean(self, value: dict) -> list[Choice]:
        choices = self._chosen(value["tokens"])
        self.offers = []
        for name in filter(None, map(_tidy, _SEPARATORS.split(value["typed"]))):
            choices += self._resolve(name)
        if self.offers:
            raise ValidationError(_("لم يتعيّن من تقصد: اختر ممن عُرض، ثم احفظ مرة أخرى."))
        if self.single and len(choices) > 1:
            raise ValidationError(_("الناقل واحد: أبقِ اسمًا واحدًا."))
        return list({choice.token: choice for choice in choices}.values())

    def has_changed(self, initial, data) -> bool:
        return bool(data["typed"].strip()) or data["tokens"] != [choice.token for choice in initial]

    def _chosen(self, tokens: Iterable[str]) -> list[Choice]:
        return [choice for token in tokens if (choice := read_token(token, self.rows))]

    def _resolve(self, name: str) -> list[Choice]:
        """The one actor of that name; else none, and the possible ones among `offers`."""
        if len(name) > NAME_LENGTH:
            raise ValidationError(_("هذا الاسم أطول مما ينبغي."))
        matches = exact_matches(name)
        if len(matches) == 1:
            return [known(matches[0])]
        near = [_offered(found) for found in actors_named(name, limit=5)] if not matches else []
        fresh = [new(kind, name) for kind in Actor.Kind.values]
        self.offers += [*(known(actor) for actor in matches), *near, *fresh, unresolved(name)]
        return []


def _offered(found: Found) -> Choice:
    return Choice(f"actor:{found.actor.pk}", f"{found.actor.name} ({found.note})", actor=found.actor)


def _tidy(name: str) -> str:
    return " ".join(name.split())
