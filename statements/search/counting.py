"""How many rows have each value of a field: the commonest values, with exact counts, from few passes.

Tantivy counts piece by piece of the index and keeps of each piece its commonest values only, unless it is
asked to keep all of them, which takes the longer the more values there are. So it keeps some; the commonest
of what it found are then counted by themselves; and where a value that was not kept might be as common as
these, all are kept after all.
"""

from collections.abc import Iterable, Mapping

import tantivy
from tantivy import Query as IndexQuery

from statements.search.asking import IndexQueries

_KEPT = 1000  # values of a piece
_ALL = 65_000
_MORE = 3  # times more candidates than are asked for

Counts = dict[int | str, int]


def count(
    searcher: tantivy.Searcher, queries: IndexQueries, query: IndexQuery, fields: Iterable[str], most: int
) -> dict[str, Counts]:
    """The commonest `most` values of each field among the rows of `query`, the commonest first."""
    fields = list(dict.fromkeys(fields))
    size = min(_MORE * most, _ALL)
    found = _ask(searcher, query, fields, size, max(_KEPT, size)) if fields else {}
    counts = {name: _counts(found[name], most) for name in fields}
    unsure = [name for name in fields if found[name]["doc_count_error_upper_bound"]]
    for name in unsure:
        counts[name] = _made_sure(searcher, queries, query, name, found[name], most)
    return counts


def _made_sure(searcher, queries, query, name: str, found: Mapping, most: int) -> Counts:
    """The counts of a field of which not every value of every piece was kept."""
    candidates = [bucket["key"] for bucket in found["buckets"]]
    among = queries.both(query, queries.one_of(name, candidates))
    exact = _ask(searcher, among, [name], _ALL, _ALL)[name]
    wanted = frozenset(candidates)
    counts = {b["key"]: b["doc_count"] for b in exact["buckets"] if b["key"] in wanted}
    first = dict(list(counts.items())[:most])
    least_found = min((bucket["doc_count"] for bucket in found["buckets"]), default=0)
    others = least_found + found["doc_count_error_upper_bound"]  # no other value is commoner
    if len(first) == most and min(first.values()) >= others:
        return first
    return _counts(_ask(searcher, query, [name], most, _ALL)[name], most)


def _ask(searcher: tantivy.Searcher, query: IndexQuery, fields: list[str], size: int, kept: int) -> dict:
    terms = {name: {"terms": {"field": name, "size": size, "segment_size": kept}} for name in fields}
    return searcher.aggregate(query, terms)


def _counts(found: Mapping, most: int) -> Counts:
    return {bucket["key"]: bucket["doc_count"] for bucket in found["buckets"][:most]}
