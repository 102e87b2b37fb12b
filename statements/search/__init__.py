"""Search: Arabic words to tokens, a Tantivy index that follows PostgreSQL, queries, marks in the text."""

from statements.search.highlight import excerpt, highlight, ranges
from statements.search.query import Query, read_query

__all__ = ["Query", "excerpt", "highlight", "matches", "ranges", "read_query"]


def matches(query: str, text: str) -> bool:
    """Whether what a reader typed finds `text`; an empty query finds everything."""
    return read_query(query).matches(text)
