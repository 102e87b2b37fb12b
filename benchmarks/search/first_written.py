"""Search on PostgreSQL as it was first written: a stored tsvector under GIN, count, group by, headlines.

It stands in a schema of its own beside the archive's tables, so that both answer from the same server.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from django.db import OperationalError, connection, transaction

SCHEMA = "first_written"
ROWS = 20
LONGEST = 10  # seconds of one question: huge words take a minute
_MADE = f"""
CREATE SCHEMA {SCHEMA};
CREATE TABLE {SCHEMA}.statement AS
    SELECT s.id, s.day, substr(a.text, 1 + (s.spans->0->>0)::int, (s.spans->0->>1)::int - (s.spans->0->>0)::int) AS content,
        speaker.actor_id AS speaker
    FROM statements_statement s JOIN statements_article a ON a.id = s.article_id
    LEFT JOIN statements_party speaker ON speaker.statement_id = s.id AND speaker.role = 'speaker';
ALTER TABLE {SCHEMA}.statement ADD PRIMARY KEY (id),
    ADD words tsvector GENERATED ALWAYS AS (to_tsvector('arabic', content)) STORED;
CREATE INDEX ON {SCHEMA}.statement USING gin (words);
CREATE INDEX ON {SCHEMA}.statement (day DESC, id);
CREATE INDEX ON {SCHEMA}.statement (speaker, day DESC);
ANALYZE {SCHEMA}.statement;
"""
_OPTIONS = "'StartSel=<mark>, StopSel=</mark>, HighlightAll=true'"


@dataclass(frozen=True)
class Asked:
    """A query in PostgreSQL's terms; `words` as websearch_to_tsquery or to_tsquery reads them."""

    words: str = ""
    speaker: int | None = None
    first: str = ""
    last: str = ""
    is_beginning: bool = False


def make() -> None:
    """Build the table where it is not there yet: some minutes for a million statements."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regnamespace(%s) IS NOT NULL", [SCHEMA])
        if not cursor.fetchone()[0]:
            cursor.execute(_MADE)


def answer(asked: Asked, *, by_rank: bool) -> int:
    """A whole result: the rows with marks, how many there are, speakers and years with their numbers.

    0 where one of them takes longer than LONGEST.
    """
    where, values = _conditions(asked)
    found = f"FROM {SCHEMA}.statement, {_query(asked)} AS asked WHERE {where}"
    order = "ts_rank_cd(words, asked) DESC, day DESC" if by_rank and asked.words else "day DESC, id"
    values = [asked.words, *values]
    with suppress(OperationalError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = '{LONGEST}s'")
        cursor.execute(
            f"SELECT id, day, ts_headline('arabic', content, asked, {_OPTIONS}) FROM"
            f" (SELECT id, day, content, asked {found} ORDER BY {order} LIMIT {ROWS}) AS first",
            values,
        )
        cursor.fetchall()
        cursor.execute(f"SELECT count(*) {found}", values)
        total = cursor.fetchone()[0]
        cursor.execute(f"SELECT speaker, count(*) {found} GROUP BY 1 ORDER BY 2 DESC LIMIT 20", values)
        cursor.fetchall()
        cursor.execute(f"SELECT extract(year FROM day), count(*) {found} GROUP BY 1", values)
        cursor.fetchall()
        return total
    return 0


def _query(asked: Asked) -> str:
    if asked.is_beginning:
        return "to_tsquery('simple', %s)"
    return "websearch_to_tsquery('arabic', %s)"


def _conditions(asked: Asked) -> tuple[str, list]:
    parts: list[tuple[str, object]] = []
    if asked.speaker:
        parts.append(("speaker = %s", asked.speaker))
    if asked.first:
        parts += [("day >= %s", asked.first), ("day <= %s", asked.last)]
    words = ["words @@ asked"] if asked.words else ["true"]
    return " AND ".join([*words, *(condition for condition, _value in parts)]), [value for _c, value in parts]
