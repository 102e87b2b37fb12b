"""Keep this machine's search index up to date with PostgreSQL, until told to stop."""

import logging
import signal
import sys
import time
from types import FrameType

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, ProgrammingError, connection

from statements.search import log
from statements.search.building import Damaged
from statements.search.following import Follower, first_line, follower
from statements.search.index import Busy

logger = logging.getLogger("statements.search.following")

POLL = 3.0  # seconds between looks at the log when nobody calls
POLL_SOON = 0.1  # when the log holds rows that an older transaction keeps back
LONGEST_PAUSE = 30.0  # seconds between attempts after something failed

NO_DATABASE = (OperationalError, InterfaceError)
NO_INDEX = (Damaged, OSError)


class Command(BaseCommand):
    help = "Keeps the search index of this machine up to date; SIGTERM or Ctrl-C ends it at once."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--once", action="store_true", help="apply what is there, then end")

    def handle(self, *, once: bool, **options) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)
        try:
            with follower() as following:
                if once:
                    following.catch_up()
                else:
                    _follow(following)
        except Busy as error:
            raise CommandError(str(error)) from None
        except ProgrammingError as error:
            raise CommandError(f"The database is not migrated: {first_line(error)}") from None
        except NO_DATABASE as error:
            raise CommandError(f"The database does not answer: {first_line(error)}") from None
        except NO_INDEX as error:
            raise CommandError(f"The search index cannot be written: {first_line(error)}") from None


def _follow(following: Follower) -> None:
    """Catch up whenever something changed; a database that goes away or a full disk is waited for."""
    pause = 1.0
    while True:
        try:
            _listen()
            pause = 1.0
            while True:
                following.catch_up()
                _wait(POLL_SOON if following.is_behind() else POLL)
        except (OperationalError, InterfaceError) as error:
            logger.warning(
                "The database does not answer (%s); trying again in %.0f s.", first_line(error), pause
            )
            following.close()  # it may come back as another database
            connection.close()
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


def _listen() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {log.CHANNEL}")


def _wait(seconds: float) -> None:
    """Until the database calls, at most `seconds`."""
    with connection.wrap_database_errors:
        for _call in connection.connection.notifies(timeout=seconds, stop_after=1):
            pass


def _stop(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)
