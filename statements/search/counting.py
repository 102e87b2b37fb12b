"""How many rows have each value of a field: the commonest values, with exact counts, of all fields in one pass."""

from collections.abc import Mapping

import tantivy
from tantivy import Query as IndexQuery

from statements.search.index import own

# Values that Tantivy keeps of each piece of the index, before it joins the pieces: all of them. Left to itself it
# keeps the commonest of each, and of what is common on the whole but not in a piece it then counts too little.
_ALL = 2**32 - 1

Counts = dict[int | str, int]


def count(
    searcher: tantivy.Searcher, query: IndexQuery, what: str, fields: Mapping[str, int]
) -> dict[str, Counts]:
    """The commonest values among the rows of `query`, the commonest first; `fields` says of how many values of each.

    `what` is the kind of the rows. Of more than 65,000 values Tantivy answers a ValueError.
    """
    if not fields:
        return {}
    terms = {
        name: {"terms": {"field": own(what, name), "size": most, "segment_size": _ALL}}
        for name, most in fields.items()
    }
    found = searcher.aggregate(query, terms)
    return {name: {b["key"]: b["doc_count"] for b in found[name]["buckets"]} for name in fields}
