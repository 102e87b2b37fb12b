"""Search: Arabic words to tokens, a Tantivy index that follows PostgreSQL, queries, marks in the text."""

from statements.search.highlight import excerpt, highlight, ranges
from statements.search.query import Query
from statements.search.reading import read_query

__all__ = ["Query", "excerpt", "highlight", "matches", "ranges", "read_query"]


def matches(query: str, text: str, *, exact: bool = False) -> bool:
    """Whether what a reader typed finds `text`; an empty query finds everything.

    `exact`: letter for letter, as `=` before a word asks of that word alone.
    """
    return read_query(query, exact=exact).matches(text)
