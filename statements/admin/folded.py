"""Search in admin lists that pays no heed to the spelling: hamza, ya, ta marbuta, vowels, tatweel."""

from functools import reduce
from operator import and_, or_

from django.db.models import F, Func, Q, QuerySet, TextField, Value

from statements.extraction.normalize import fold

# The code points that news texts hold and folding changes letter for letter, or drops.
_RANGES = [range(0x41, 0x5B), range(0x600, 0x700)]
_PAIRS = [(chr(code), fold(chr(code))) for codes in _RANGES for code in codes]
_CHANGED = [(char, folded) for char, folded in _PAIRS if len(folded) == 1 and folded != char]
_DROPPED = [char for char, folded in _PAIRS if not folded]


class Folded(Func):
    """A text column folded by PostgreSQL, as statements.extraction.normalize.fold folds common Arabic."""

    function = "TRANSLATE"
    output_field = TextField()

    def __init__(self, column: str):
        sources = "".join(char for char, _folded in _CHANGED) + "".join(_DROPPED)
        super().__init__(F(column), Value(sources), Value("".join(folded for _char, folded in _CHANGED)))


def search_folded(rows: QuerySet, words: str, *columns: str) -> QuerySet:
    """The rows that hold every word of `words` in one of `columns`, in any spelling."""
    terms = fold(words).split()
    if not terms:
        return rows
    names = {f"folded_{number}": Folded(column) for number, column in enumerate(columns)}
    every = [reduce(or_, (Q(**{f"{name}__contains": term}) for name in names)) for term in terms]
    return rows.alias(**names).filter(reduce(and_, every))
