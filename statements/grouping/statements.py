"""Statements that may be one utterance: the same speakers, within a day, in nearly the same words."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from django.db import connection

from statements.grouping.likeness import likeness
from statements.models import visibility

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Said:
    """A standing statement: its speakers (primary keys of actors), what was said, when.

    `content` is read only of those that may be one: cutting it out of its article is what costs.
    """

    pk: int
    group: int | None
    decided: bool
    day: datetime.date
    speakers: frozenset[int]
    content: str = ""

    def likeness(self, other: "Said") -> float:
        """0 for two utterances, else how alike they are worded."""
        if self.speakers != other.speakers or abs(self.day - other.day) > DAY:
            return 0.0
        return likeness(self.content, other.content)


def fits(one: Sequence[Said], other: Sequence[Said]) -> bool:
    """Whether two groups may be one: what an outlet repeats every day does not drift into one utterance."""
    days = [said.day for said in (*one, *other)]
    return max(days) - min(days) <= DAY


def alike(articles: Collection[int]) -> tuple[list[Said], list[tuple[float, int, int]]]:
    """The statements of `articles` with all that are or were one with any of them, and the pairs that are alike."""
    own = _find(_OF_ARTICLES, [list(articles)])
    near = _find(_NEAR, [*_speakers_and_days(own), list(articles)])
    own, near = _with_content(own), _with_content(_said_about_when(near, own))
    ours = {one.pk for one in own}
    pairs = _pairs([*own, *near], about=ours)
    met = ours | {pk for _alike, *two in pairs for pk in two}
    touched = {one.group for one in (*own, *near) if one.group and one.pk in met}
    others = _with_content(_find(_OF_GROUPS, [list(touched)])) if touched else []
    every = {one.pk: one for one in (*others, *near, *own)}
    members = [every[pk] for pk in sorted(met | {one.pk for one in others})]
    return members, _pairs(members, about=every.keys())


def _pairs(statements: Iterable[Said], *, about: Collection[int]) -> list[tuple[float, int, int]]:
    """Pairs that are alike, one of each being `about`."""
    by_speakers: dict[frozenset[int], list[Said]] = {}
    for one in statements:
        by_speakers.setdefault(one.speakers, []).append(one)
    return [
        (share, min(one.pk, other.pk), max(one.pk, other.pk))
        for said in by_speakers.values()
        for one, other in combinations(said, 2)
        if (one.pk in about or other.pk in about) and (share := one.likeness(other))
    ]


def _speakers_and_days(statements: Iterable[Said]) -> tuple[list[int], list[datetime.date]]:
    """A speaker of each, and its day: two lists of one length. Who said the same has all its speakers."""
    asked = sorted({(min(one.speakers), one.day) for one in statements})
    return [speaker for speaker, _day in asked], [day for _speaker, day in asked]


def _said_about_when(near: Iterable[Said], own: Iterable[Said]) -> list[Said]:
    """Those of `near` that have the speakers of one of `own`, within a day of it."""
    days: dict[frozenset[int], set[datetime.date]] = {}
    for one in own:
        days.setdefault(one.speakers, set()).update((one.day - DAY, one.day, one.day + DAY))
    return [one for one in near if one.day in days.get(one.speakers, ())]


def _find(which: str, values: list) -> list[Said]:
    with connection.cursor() as cursor:
        cursor.execute(_SAID.format(which=which), [*values, list(visibility.STANDING)])
        return [
            Said(pk, group, decided, day, frozenset(speakers))
            for pk, group, decided, day, speakers in cursor.fetchall()
        ]


def _with_content(statements: Sequence[Said]) -> list[Said]:
    with connection.cursor() as cursor:
        cursor.execute(_CONTENT, [[one.pk for one in statements]])
        contents = dict(cursor.fetchall())
    return [replace(one, content=contents[one.pk]) for one in statements]


_SAID = """
    SELECT s.id, s.group_id, s.group_decided, s.day, said.speakers
    FROM statements_statement s
    JOIN statements_article article ON article.id = s.article_id AND article.state <> 'deleted'
    CROSS JOIN LATERAL (
        SELECT array_agg(party.actor_id) AS speakers FROM statements_party party
        WHERE party.statement_id = s.id AND party.role = 'speaker'
        HAVING bool_and(party.actor_id IS NOT NULL)
    ) AS said
    WHERE {which} AND s.day IS NOT NULL AND s.state = ANY(%s)
    ORDER BY s.id
"""
_OF_ARTICLES = "s.article_id = ANY(%s)"
_OF_GROUPS = "s.group_id = ANY(%s)"
_NEAR = """s.id IN (
    SELECT party.statement_id
    FROM unnest(%s::bigint[], %s::date[]) AS wanted (actor, day)
    JOIN statements_party party ON party.actor_id = wanted.actor AND party.role = 'speaker'
    JOIN statements_statement other ON other.id = party.statement_id
    WHERE other.day BETWEEN wanted.day - 1 AND wanted.day + 1 AND NOT other.article_id = ANY(%s)
)"""
_CONTENT = """
    SELECT s.id, (
        SELECT string_agg(substr(article.text, (span->>0)::int + 1, (span->>1)::int - (span->>0)::int), ' ' ORDER BY place)
        FROM jsonb_array_elements(s.spans) WITH ORDINALITY AS part (span, place))
    FROM statements_statement s JOIN statements_article article ON article.id = s.article_id
    WHERE s.id = ANY(%s)
"""
