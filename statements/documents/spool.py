"""Parts kept in a file on their way from one process to another, so that thousands need no memory at once."""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from statements.documents.document import Part


def write_parts(parts: Iterable[Part], path: Path, limit: int) -> int:
    """Write at most `limit` parts, and the bytes of an archive's entry once before its parts; how many there
    are, `limit` + 1 where there are more."""
    count, entry = 0, None
    with path.open("wb") as spool:
        for count, part in enumerate(parts, 1):
            if count > limit:
                break
            if part.entry is not None and part.entry is not entry:
                entry = part.entry
                pickle.dump(entry, spool)
            pickle.dump((replace(part, entry=None), part.entry is not None), spool)
            spool.flush()  # whoever waits sees that it goes on
    return count


def read_parts(path: Path) -> Iterator[Part]:
    """The parts that were written, one after the other."""
    entry = None
    with path.open("rb") as spool:
        while spool.peek(1):
            try:
                kept = pickle.load(spool)
            except (EOFError, pickle.UnpicklingError):  # its writer was ended in the middle of it
                return
            if isinstance(kept, bytes):
                entry = kept
            else:
                part, is_of_entry = kept
                yield replace(part, entry=entry) if is_of_entry else part
