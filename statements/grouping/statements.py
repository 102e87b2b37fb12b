"""Statements that may be one utterance: the same speakers, within a day, in nearly the same words."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.db import connection

from statements.grouping.likeness import likeness
from statements.models import visibility

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Said:
    """A standing statement: its speakers (primary keys of actors), what was said, when."""

    pk: int
    group: int | None
    decided: bool
    day: datetime.date
    speakers: frozenset[int]
    content: str

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
    own = _read(_OF_ARTICLES, [list(articles)])
    near = _read(_NEAR, [list({pk for one in own for pk in one.speakers}), _days(own), list(articles)])
    wanted = {one.speakers for one in own}
    near = [one for one in near if one.speakers in wanted]
    ours = {one.pk for one in own}
    pairs = _pairs([*own, *near], about=ours)
    met = ours | {pk for _alike, *two in pairs for pk in two}
    touched = {one.group for one in (*own, *near) if one.group and one.pk in met}
    others = _read(_OF_GROUPS, [list(touched)]) if touched else []
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


def _days(statements: Iterable[Said]) -> list[datetime.date]:
    return sorted({one.day + days * DAY for one in statements for days in (-1, 0, 1)})


def _read(which: str, values: list) -> list[Said]:
    with connection.cursor() as cursor:
        cursor.execute(_SAID.format(which=which), [*values, list(visibility.STANDING)])
        return [
            Said(pk, group, decided, day, frozenset(speakers), content)
            for pk, group, decided, day, speakers, content in cursor.fetchall()
        ]


_SAID = """
    SELECT said.id, said.group_id, said.group_decided, said.day, said.speakers,
        (SELECT string_agg(substr(article.text, (span->>0)::int + 1, (span->>1)::int - (span->>0)::int), ' ' ORDER BY place)
         FROM jsonb_array_elements(said.spans) WITH ORDINALITY AS part (span, place))
    FROM (
        SELECT s.id, s.group_id, s.group_decided, s.day, s.spans, s.article_id,
            ARRAY(SELECT DISTINCT coalesce(p.actor_id, 0) FROM statements_party p
                  WHERE p.statement_id = s.id AND p.role = 'speaker') AS speakers
        FROM statements_statement s
        WHERE {which} AND s.day IS NOT NULL AND s.state = ANY(%s)
    ) AS said
    JOIN statements_article article ON article.id = said.article_id
    WHERE said.speakers <> '{{}}' AND NOT 0 = ANY(said.speakers)
    ORDER BY said.id
"""
_OF_ARTICLES = "s.article_id = ANY(%s)"
_OF_GROUPS = "s.group_id = ANY(%s)"
_NEAR = """s.id IN (
    SELECT party.statement_id FROM statements_party party JOIN statements_statement other ON other.id = party.statement_id
    WHERE party.role = 'speaker' AND party.actor_id = ANY(%s) AND other.day = ANY(%s) AND NOT other.article_id = ANY(%s)
)"""
