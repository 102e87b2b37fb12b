"""A made-up archive in PostgreSQL: every statement with its article, event, parties and mentions, written by COPY."""

from __future__ import annotations

import datetime
import hashlib
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.db import connection, transaction

from benchmarks.search.speech import Person, Speech
from statements.countries import country_of
from statements.extraction.normalize import fold
from statements.models import Event, Outlet

PER_ARTICLE = 10  # statements
OUTLETS = 30
ARTICLES_AT_ONCE = 1000
_SHORTEST, _LONGEST = 5, 45  # words of a statement
_FIRST_DAY, _DAYS = datetime.date(2005, 1, 1), 7300
_NOW = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
_SPAN_OF_WORDS = 30  # of an article's first paragraph

# Columns of what is written, in the order of the rows.
COLUMNS = {
    "actor": "id name slug kind country created_at",
    "actorname": "actor_id text folded kind first_seen last_seen",
    "article": "id outlet_id title author url date text fingerprint state published_at created_at source_place",
    "event": "id article_id type place date_text day edited",
    "eventparticipant": "event_id actor_id name",
    "statement": "id article_id kind spans start cue_start cue_end cue_lemma sense event_id day rule"
    " extractor_version confidence state state_before",
    "party": "statement_id role actor_id name start end",
    "mention": "article_id actor_id start end",
}


@dataclass
class Filling:
    """Fills an empty archive; what it writes depends on the seed of `speech` alone."""

    speech: Speech
    statements: int
    actors: int

    def fill(self) -> None:
        """Write everything, with the triggers asleep: no index follows an archive that is not there yet."""
        self.people = self.speech.people(self.actors)
        self.weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(self.people))))
        self.outlets = [Outlet.objects.create(name=f"صحيفة {self.speech.say(1)} {n}") for n in range(OUTLETS)]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            _copy(_actors(self.people))
            articles = self.statements // PER_ARTICLE
            for first in range(1, articles + 1, ARTICLES_AT_ONCE):
                _copy(self._articles(range(first, min(first + ARTICLES_AT_ONCE, articles + 1))))
            _count_on()
            cursor.execute("SELECT list_events(array_agg(id)) FROM statements_event")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    def _articles(self, numbers: Iterable[int]) -> dict[str, list[tuple]]:
        rows: dict[str, list[tuple]] = {table: [] for table in COLUMNS}
        for number in numbers:
            self._article(number, rows)
        return rows

    def _article(self, number: int, rows: dict[str, list[tuple]]) -> None:
        chance = self.speech.random
        day = _FIRST_DAY + datetime.timedelta(days=chance.randrange(_DAYS))
        opening = self.speech.say(_SPAN_OF_WORDS)
        speakers = self._some(3)
        event = self._event(number, day, speakers, rows) if chance.random() < 0.6 else None
        text = opening + ".\n\n"
        for at in range(PER_ARTICLE):
            pk = (number - 1) * PER_ARTICLE + at + 1
            text = self._statement(pk, number, text, speakers, event, day, rows)
        fingerprint = hashlib.sha256(str(number).encode()).hexdigest()
        outlet = chance.choice(self.outlets).pk
        title = " ".join(opening.split()[:9])
        rows["article"].append(
            (number, outlet, title, "", "", day, text, fingerprint, "published", _NOW, _NOW, "")
        )

    def _event(self, article: int, day, people: list[int], rows: dict[str, list[tuple]]) -> int:
        chance = self.speech.random
        known = chance.choice(Event.Type.values), "", "", day, False
        rows["event"].append((article, article, *known))
        rows["eventparticipant"] += [(article, actor, self.people[actor - 1].name) for actor in people[:2]]
        return article

    def _statement(self, pk, article, text, speakers, event, day, rows) -> str:
        """`text` with one more statement behind it."""
        chance = self.speech.random
        speaker, (addressee,) = chance.choice(speakers), self._some(1)
        cue, lemma, sense = self.speech.cue()
        name = self.people[speaker - 1].name
        content = self.speech.say(chance.randint(_SHORTEST, _LONGEST))
        is_direct = chance.random() < 0.4
        named_at = len(text) + len(cue) + 1
        start = named_at + len(name) + (2 if is_direct else 4)
        before = f"{cue} {name} «" if is_direct else f"{cue} {name} أن "
        state = "confirmed" if chance.random() < 0.1 else "machine"
        where = (f"[[{start}, {start + len(content)}]]", start, len(text), len(text) + len(cue))
        occasion = event if chance.random() < 0.5 else None
        made = ("made-up", "made-up", round(chance.random(), 2), state, "")
        kind = "direct" if is_direct else "indirect"
        rows["statement"].append((pk, article, kind, *where, lemma, sense, occasion, day, *made))
        named = (named_at, named_at + len(name))
        rows["mention"].append((article, speaker, *named))
        rows["party"].append((pk, "speaker", speaker, name, *named))
        if chance.random() < 0.4:
            rows["party"].append((pk, "addressee", addressee, self.people[addressee - 1].name, None, None))
        if chance.random() < 0.1:
            rows["party"].append((pk, "reporter", addressee, self.people[addressee - 1].name, None, None))
        return f"{text}{before}{content}{'»' if is_direct else ''}.\n\n"

    def _some(self, count: int) -> list[int]:
        """Ids of actors; a few of them say most."""
        return self.speech.random.choices(range(1, len(self.people) + 1), cum_weights=self.weights, k=count)


def _actors(people: list[Person]) -> dict[str, list[tuple]]:
    actors = [
        (n, p.name, p.name.replace(" ", "-"), p.kind, country_of(p.kind, [p.name], p.offices), _NOW)
        for n, p in enumerate(people, 1)
    ]
    names = [(n, p.name, fold(p.name), "name", None, None) for n, p in enumerate(people, 1)]
    offices = [
        (n, office, fold(office), "office", None, None)
        for n, p in enumerate(people, 1)
        for office in p.offices
    ]
    return {"actor": actors, "actorname": [*names, *offices]}


def _copy(rows: dict[str, list[tuple]]) -> None:
    with connection.cursor() as cursor:
        for table, some in rows.items():
            empty = _empty(table)
            columns = ", ".join(f'"{name}"' for name in (*COLUMNS[table].split(), *empty))
            with cursor.copy(f"COPY statements_{table} ({columns}) FROM STDIN") as copy:
                for row in some:
                    copy.write_row((*row, *empty.values()))


@cache
def _empty(table: str) -> dict[str, object]:
    """The other columns that must have a value, each with the one that says nothing."""
    nothing = {"boolean": False, "character varying": "", "text": "", "jsonb": "{}"}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s"
            " AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AND is_generated = 'NEVER'",
            [f"statements_{table}"],
        )
        given = COLUMNS[table].split()
        return {name: nothing.get(kind, 0) for name, kind in cursor.fetchall() if name not in given}


def _count_on() -> None:
    """Have new rows numbered after those that brought their own numbers."""
    with connection.cursor() as cursor:
        for table in ("actor", "article", "event", "statement"):
            sequence = f"pg_get_serial_sequence('statements_{table}', 'id')"
            cursor.execute(f"SELECT setval({sequence}, coalesce(max(id), 1)) FROM statements_{table}")
