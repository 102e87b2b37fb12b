"""The log of what changed (SearchChange), read so that nothing is skipped: by transaction, not by id.

A transaction shows its rows when it commits, which may be long after a later one did. So a reader
takes only rows of transactions older than every one still running: none of those can turn up later.
"""

import json
from dataclasses import dataclass
from typing import Self

from django.db import connection
from django.db.models import Q

from statements.models import SearchChange

CHANNEL = "search_changes"
KEPT_DAYS = 14  # an index that was away for longer is built anew


@dataclass(frozen=True, order=True)
class Position:
    """How far an index has read: everything up to row `id` of transaction `xid`, of one database."""

    xid: int
    id: int
    database: str = ""

    def dumps(self) -> str:
        return json.dumps([self.xid, self.id, self.database])

    @classmethod
    def loads(cls, text: str) -> Self:
        return cls(*json.loads(text))


@dataclass(frozen=True)
class Changes:
    """A stretch of the log: ids by what they are of, and the position behind it."""

    ids: dict[str, set[int]]
    position: Position

    def __bool__(self) -> bool:
        return bool(self.ids)


def now() -> Position:
    """The position from which on an index must read that is built from rows read after this moment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return Position(cursor.fetchone()[0], 0, database())


def database() -> str:
    """What tells this database from every other, and from one that was restored into another server."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT oid::text || '.' || (SELECT system_identifier FROM pg_control_system())"
            " FROM pg_database WHERE datname = current_database()"
        )
        return cursor.fetchone()[0]


def is_known(position: Position) -> bool:
    """Whether the log still holds everything after `position`; otherwise the index must be built anew."""
    if position.database != database() or position > Position(now().xid, 2**63, position.database):
        return False
    pruned = SearchChange.objects.filter(what=SearchChange.What.PRUNED)
    later = Q(xid__gt=position.xid) | Q(xid=position.xid, row__gt=position.id)
    return not pruned.filter(later).exists()


def read(position: Position, limit: int) -> Changes:
    """What changed after `position`, at most `limit` rows of the log."""
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT xid, id, what, "row" FROM statements_searchchange'
            " WHERE (xid, id) > (%s, %s) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
            " ORDER BY xid, id LIMIT %s",
            [position.xid, position.id, limit],
        )
        rows = cursor.fetchall()
    ids: dict[str, set[int]] = {}
    for _xid, _id, what, row in rows:
        ids.setdefault(what, set()).add(row)
    reached = Position(rows[-1][0], rows[-1][1], position.database) if rows else position
    return Changes(ids, reached)


def holds_more(position: Position) -> bool:
    """Whether there is anything after `position`, readable or not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM statements_searchchange WHERE (xid, id) > (%s, %s))",
            [position.xid, position.id],
        )
        return cursor.fetchone()[0]


def prune(position: Position, days: int = KEPT_DAYS) -> int:
    """Remove rows older than `days` that `position` has passed, leaving a row that says so; how many went.

    Another machine's index that has not come as far as the removed rows finds that row and is built anew.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH gone AS (
                DELETE FROM statements_searchchange
                WHERE (xid, id) <= (%s, %s) AND at < now() - make_interval(days => %s) AND what <> 'pruned'
                RETURNING xid, id
            ), before AS (
                DELETE FROM statements_searchchange WHERE what = 'pruned' AND EXISTS (SELECT FROM gone)
            ), said AS (
                INSERT INTO statements_searchchange (xid, what, "row")
                SELECT xid, 'pruned', id FROM gone ORDER BY xid DESC, id DESC LIMIT 1
            )
            SELECT count(*) FROM gone
            """,
            [position.xid, position.id, days],
        )
        return cursor.fetchone()[0]
