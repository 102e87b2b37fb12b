"""Who changed what of an article: the rows of models/history.py read as acts, newest first.

An act is what one request of an editor, or one pass of the machine, changed together. What stood before and
after it is found by walking back from the rows as they stand: each change undone gives the state before it.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.contrib.auth import get_user_model
from django.db.models import Max, Q

from statements import models
from statements.models import Article

FIELDS = {
    "article": ("title", "author", "url", "date", "outlet_id", "state", "published_at", "publication_of_id"),
    "statement": (
        *("kind", "spans", "cue_start", "cue_end", "cue_lemma", "sense", "event_id", "day"),
        *("rule", "state", "state_before", "reviewed_by_id", "reviewed_at"),
    ),
    "event": ("type", "place", "date_text", "day", "edited"),
    "party": ("statement_id", "role", "actor_id", "name", "start", "end"),
    "participant": ("event_id", "actor_id", "name"),
}
PARTS = {"party": "statement", "participant": "event"}  # rows that belong to another, and to which


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A row and its parts at one moment: the values of FIELDS, the parts in the order of the row."""

    values: dict
    parts: tuple[dict, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What an act did to one article, statement or event; `before` is None where it came into being."""

    sort: str  # article | statement | event
    pk: int
    before: Snapshot | None
    after: Snapshot | None


@dataclass(frozen=True, slots=True)
class Act:
    """`user` is None for the machine, whose extractor `machine` names; `undoes` is the key of another act."""

    key: str
    at: datetime.datetime
    user: object | None
    changes: tuple[Change, ...]
    name: str = ""
    machine: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One row of the history: `values` stood before, or came with an insertion."""

    sort: str
    pk: int
    at: datetime.datetime
    order: int
    label: str
    context: dict
    key: str
    values: dict

    @property
    def owner(self) -> tuple[str, int]:
        whole = PARTS.get(self.sort)
        return (whole, self.values[f"{whole}_id"]) if whole else (self.sort, self.pk)


def acts_of(article: Article, *, statement: int | None = None) -> list[Act]:
    """Every act on the article, its statements and events, newest first; in ten queries.

    Of one `statement` (a primary key) only what was done to it.
    """
    found = _of_statement(statement) if statement else _entries(article)
    entries = sorted(found, key=lambda one: (one.at, one.order), reverse=True)
    if not entries:
        return []
    rows = _Rows(article, of="statement" if statement else "")
    users = get_user_model().objects.in_bulk({entry.context.get("user") for entry in entries} - {None})
    acts = [_act(rows, list(group), users) for group in _grouped(entries)]
    return [act for act in acts if act.changes]


def as_it_stands(article: Article, sort: str, pk: int) -> Snapshot | None:
    """What an act's `after` is compared with to tell whether it was changed since."""
    return _Rows(article, of=sort).snapshot(sort, pk)


def changed_statements(article: Article) -> set[int]:
    """The primary keys of its statements that have been changed."""
    changes = models.StatementChange.objects.filter(article=article.pk).order_by()
    return set(changes.values_list("pgh_obj_id", flat=True).distinct())


def mark(article: Article) -> str:
    """A token that changes with every change of the article and all in it that is written down."""
    newest = models.StatementChange.objects.filter(article=article.pk).aggregate(Max("pgh_id"))
    of_event = models.EventChange.objects.filter(article=article.pk).aggregate(Max("pgh_id"))
    of_article = models.ArticleChange.objects.filter(pgh_obj=article.pk).aggregate(Max("pgh_id"))
    return "-".join(str(one["pgh_id__max"] or 0) for one in (newest, of_event, of_article))


def changed_by(article: Article, user) -> bool:
    """Whether `user` changed anything of the article that is written down."""
    mine = Q(pgh_context__user=user.pk)
    of_article = models.ArticleChange.objects.filter(mine, pgh_obj=article.pk)
    others = (models.StatementChange, models.EventChange)
    return of_article.exists() or any(m.objects.filter(mine, article=article.pk).exists() for m in others)


def _grouped(entries: list[_Entry]) -> Iterator[list[_Entry]]:
    """Entries of one act after another; one whose rows are parted by another's is told where it ended."""
    for _key, group in groupby(entries, key=attrgetter("key")):
        yield list(group)


def _act(rows: "_Rows", entries: list[_Entry], users: dict) -> Act:
    owners = list(dict.fromkeys(entry.owner for entry in reversed(entries)))
    after = {owner: rows.snapshot(*owner) for owner in owners}
    for entry in entries:
        rows.undo(entry)
    before = {owner: rows.snapshot(*owner) for owner in owners}
    changes = tuple(
        Change(*owner, before[owner], after[owner]) for owner in owners if before[owner] != after[owner]
    )
    last = entries[0]
    told = {name: last.context.get(name, "") for name in ("machine", "undoes")}
    return Act(
        last.key, last.at, users.get(last.context.get("user")), changes, last.context.get("act", ""), **told
    )


class _Rows:
    """The rows of an article as they stood at one moment, going back in time."""

    def __init__(self, article: Article, of: str = ""):
        self.rows = {
            sort: _standing(article, sort) for sort in FIELDS if not of or of in (sort, PARTS.get(sort))
        }

    def snapshot(self, sort: str, pk: int) -> Snapshot | None:
        values = self.rows[sort].get(pk)
        if values is None:
            return None
        part = next((part for part, whole in PARTS.items() if whole == sort), None)
        parts = sorted(self.rows[part].items()) if part else ()
        return Snapshot(dict(values), tuple(row for _pk, row in parts if row[f"{sort}_id"] == pk))

    def undo(self, entry: _Entry) -> None:
        if entry.label == "insert":
            self.rows[entry.sort].pop(entry.pk, None)
        else:
            self.rows[entry.sort][entry.pk] = entry.values


def _standing(article: Article, sort: str) -> dict[int, dict]:
    rows = {
        "article": models.Article.objects.filter(pk=article.pk),
        "statement": models.Statement.objects.filter(article=article),
        "event": models.Event.objects.filter(article=article),
        "party": models.Party.objects.filter(statement__article=article),
        "participant": models.EventParticipant.objects.filter(event__article=article),
    }[sort]
    found = rows.order_by().values("pk", *FIELDS[sort])
    return {row.pop("pk"): row for row in found}


def _entries(article: Article) -> Iterator[_Entry]:
    statements = models.Statement.objects.filter(article=article).values("pk")
    events = models.EventChange.objects.filter(article=article.pk).values("pgh_obj_id")
    known_events = Q(event__in=models.Event.objects.filter(article=article).values("pk"))
    yield from _read("article", models.ArticleChange.objects.filter(pgh_obj=article.pk))
    yield from _read("statement", models.StatementChange.objects.filter(article=article.pk))
    yield from _read("event", models.EventChange.objects.filter(article=article.pk))
    yield from _read("party", models.PartyChange.objects.filter(statement__in=statements))
    yield from _read(
        "participant", models.ParticipantChange.objects.filter(known_events | Q(event__in=events))
    )


def _of_statement(pk: int) -> Iterator[_Entry]:
    yield from _read("statement", models.StatementChange.objects.filter(pgh_obj=pk))
    yield from _read("party", models.PartyChange.objects.filter(statement=pk))


def _read(sort: str, changes: Iterable) -> Iterator[_Entry]:
    names = ("pgh_id", "pgh_obj_id", "pgh_created_at", "pgh_label", "pgh_context", "pgh_context_id")
    for row in changes.order_by().values(*names, *FIELDS[sort]):
        order, pk, at, label, context, key = (row.pop(name) for name in names)
        key = str(key) if key else f"{sort}-{order}"
        yield _Entry(sort, pk, at, order, label, context or {}, key, row)
