"""Faults of the machine, not of a file or an article: a database that is away, a full disk. They pass."""

import errno

from django.db import DatabaseError, InterfaceError, OperationalError

# Of SQLSTATE (PostgreSQL's appendix A): connections, rollbacks that ask for another try, resources that
# ran out (a full disk is 53100), an operator's shutdown or crash, the system's own errors.
_CLASSES = ("08", "40", "53", "57P", "58")
_DISK_FULL = "53100"
_WORDS = "No space left on device"  # PostgreSQL names it so where it cannot even start


def is_outage(error: BaseException | None) -> bool:
    """Whether the same would have worked on a healthy machine, and will later."""
    if is_full_disk(error) or isinstance(error, InterfaceError):
        return True
    state = _sqlstate(error)
    if state is None:  # the connection was not made, or broke
        return isinstance(error, OperationalError)
    return state.startswith(_CLASSES)


def is_full_disk(error: BaseException | None) -> bool:
    """Whether a disk, the server's or the database's, has no room left."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    return isinstance(error, DatabaseError) and (_sqlstate(error) == _DISK_FULL or _WORDS in str(error))


def _sqlstate(error: BaseException | None) -> str | None:
    """The code of a database's error; None where there is none."""
    return getattr(error.__cause__, "sqlstate", None) if isinstance(error, DatabaseError) else None
