"""The log of what changed (SearchChange), read so that nothing is skipped: by transaction, not by id.

A transaction shows its rows when it commits, which may be long after a later one did. So a reader
takes only rows of transactions older than every one still running: none of those can turn up later.
Transactions of other databases on the same server are left out of account where they can be told.
"""

import json
from dataclasses import dataclass
from typing import Self

from django.db import connection
from django.db.models import Q

from statements.models import SearchChange

CHANNEL = "search_changes"
AT_ONCE = 5000  # rows that are read, and committed to an index, at a time
KEPT_DAYS = 14  # an index that was away for longer is built anew

# All transactions of this database below it have ended, and a statement with it in sees what they did.
_HORIZON = """
    least(
        (
            SELECT min(running::text::bigint) FROM pg_snapshot_xip(pg_current_snapshot()) AS running
            WHERE NOT EXISTS (
                SELECT FROM pg_stat_activity
                WHERE backend_xid = running::xid AND datname <> current_database()
            )
        ),
        pg_current_xact_id_if_assigned()::text::bigint,
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    )
"""


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
        cursor.execute(f"SELECT {_HORIZON}")
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
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
        is_to_come = position.xid > cursor.fetchone()[0]  # the server was restored from a copy
    if is_to_come or position.database != database():
        return False
    pruned = SearchChange.objects.filter(what=SearchChange.What.PRUNED)
    later = Q(xid__gt=position.xid) | Q(xid=position.xid, row__gt=position.id)
    return not pruned.filter(later).exists()


def read(position: Position, limit: int) -> Changes:
    """What changed after `position`, at most `limit` rows of the log."""
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT xid, id, what, "row" FROM statements_searchchange'
            f" WHERE (xid, id) > (%s, %s) AND xid < {_HORIZON}"
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
