"""Criteria in Tantivy's terms: which documents are asked for."""

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from tantivy import FieldType, Occur
from tantivy import Query as IndexQuery

from statements.search.criteria import Criteria, Narrowing
from statements.search.index import Opened, is_own, own
from statements.search.query import By, Part
from statements.search.stemming import function_words

NAME_WEIGHT = 0.3  # a word in a name counts less than the same word in what was said
_MOST_PHRASES = 16  # readings of one phrase that are looked up
_LETTERS_OTHERWISE = (3, 7)  # code points of a word, from which on one letter may be otherwise, and two
_MANY = 4  # stems of one place, from which on those are left out that no document has
# By what a part is compared: the field of the words, the field of the names.
_FIELDS = {
    By.STEM: ("stems", "names"),
    By.BEGINNING: ("beginnings", "name_beginnings"),
    By.SPELLING: ("spellings", "name_spellings"),
}


class IndexQueries:
    """Makes the queries for one kind of row (statement, article, actor) of one opened index.

    Fields are named as `index.OWN` has them.
    """

    def __init__(self, opened: Opened, what: str = "statement"):
        self.opened, self.what = opened, what
        self.schema = opened.schema

    def of(self, criteria: Criteria) -> IndexQuery:
        """What the criteria, which are of this kind of row, ask for."""
        clauses = [] if self._asks_own(criteria) else [(Occur.Must, self.exactly("what", self.what))]
        standing = self.named if self.what == "actor" else self.part  # actors have nothing but names
        clauses += [(Occur.Must, standing(part)) for part in criteria.query.wanted]
        clauses += [(Occur.MustNot, standing(part)) for part in criteria.query.unwanted]
        for narrowing in criteria.narrowed:
            clauses.append((Occur.MustNot if narrowing.negated else Occur.Must, self.narrowed(narrowing)))
        beginnings = "name_beginnings" if self.what == "actor" else "beginnings"
        clauses += [(Occur.Must, self.alike(beginnings, word)) for word in criteria.alike]
        if criteria.beginning:
            begun = [self.alike(beginnings, word, prefix=True) for word in criteria.beginning]
            clauses.append((Occur.Must, _any(begun)))
        if criteria.below is not None:
            clauses.append((Occur.Must, self.not_after(criteria.below)))
        return IndexQuery.boolean_query(clauses)

    def _asks_own(self, criteria: Criteria) -> bool:
        """Whether something is asked for that rows of no other kind can have: then nothing need keep them out."""
        if criteria.query.wanted or criteria.alike or criteria.beginning:
            return True
        return any(
            narrowing.ways
            and not narrowing.negated
            and all(self.is_own(name) for name, _values in narrowing.ways)
            for narrowing in criteria.narrowed
        )

    def is_own(self, name: str) -> bool:
        return is_own(self.what, name)

    def not_after(self, place: int) -> IndexQuery:
        rows = IndexQuery.range_query(self.schema, "order", FieldType.Unsigned, 0, place)
        return IndexQuery.const_score_query(rows, 0.0)

    def exactly(self, name: str, value: int | str) -> IndexQuery:
        field = own(self.what, name)
        return IndexQuery.const_score_query(IndexQuery.term_query(self.schema, field, value), 0.0)

    def one_of(self, name: str, values: Sequence[int | str]) -> IndexQuery:
        field = own(self.what, name)
        return IndexQuery.const_score_query(IndexQuery.term_set_query(self.schema, field, list(values)), 0.0)

    def both(self, one: IndexQuery, other: IndexQuery) -> IndexQuery:
        return IndexQuery.boolean_query([(Occur.Must, one), (Occur.Must, other)])

    def days(self, since: datetime.date | None, until: datetime.date | None) -> IndexQuery:
        first = since.toordinal() if since else 1  # an unknown day is in no range
        last = (until or datetime.date.max).toordinal()
        days = IndexQuery.range_query(self.schema, "day", FieldType.Unsigned, first, last)
        return IndexQuery.const_score_query(days, 0.0)

    def narrowed(self, narrowing: Narrowing) -> IndexQuery:
        """Documents with one of the values, or of the days; none where there is neither."""
        ways = [self.one_of(name, values) for name, values in narrowing.ways if values]
        if narrowing.since or narrowing.until:
            ways.append(self.days(narrowing.since, narrowing.until))
        return _any(ways)

    def alike(self, name: str, word: str, *, prefix: bool = False) -> IndexQuery:
        """Documents with a word spelled so, or nearly so: one letter otherwise, two in long words.

        By relevance the fewer letters are otherwise, the earlier it comes.
        """
        field, letters = own(self.what, name), bisect_right(_LETTERS_OTHERWISE, len(word))
        queries = [
            IndexQuery.fuzzy_term_query(self.schema, field, word, distance=distance, prefix=prefix)
            for distance in range(letters + 1)
        ]
        return _any([_constant(query) for query in queries])

    def part(self, part: Part) -> IndexQuery:
        """Where the part stands: in the words, in a name as the article has it, or in a known name of a party."""
        return _any([self._standing_anywhere(part), *([self.part(part.otherwise)] if part.otherwise else [])])

    def named(self, part: Part) -> IndexQuery:
        """Where the part stands in a name."""
        _words, names = _FIELDS[part.by]
        stands = self.near(names, part) if part.near else self.standing(names, part)
        return _any([stands, *([self.named(part.otherwise)] if part.otherwise else [])])

    def _standing_anywhere(self, part: Part) -> IndexQuery:
        words, names = _FIELDS[part.by]
        if part.near:
            return self.near(words, part)
        if _is_everywhere(part):
            return self.standing(words, part)
        ways = [self.standing(words, part), _weaker(self.standing(names, part))]
        if actors := self.actors_named(part):
            ways += [_weaker(_constant(self.one_of(role, actors))) for role in ("speaker", "addressee")]
        return _any(ways)

    def standing(self, name: str, part: Part) -> IndexQuery:
        """The word or phrase in one field."""
        field = own(self.what, name)
        if part.by is By.BEGINNING:
            return _any([self._beginning(field, beginning) for beginning in sorted(part.places[0])])
        places = [self._met(field, place) for place in part.places]
        if len(places) == 1:
            return _any([IndexQuery.term_query(self.schema, field, stem) for stem in places[0]])
        readings = Part(tuple(map(frozenset, places))).readings(_MOST_PHRASES)
        return _any([IndexQuery.phrase_query(self.schema, field, list(words)) for words in readings])

    def near(self, name: str, part: Part) -> IndexQuery:
        """Both parts of a pair, and their words not far from each other, whichever comes first."""
        pairs = [
            IndexQuery.phrase_query(self.schema, own(self.what, name), [*words, *others], slop=part.within)
            for one, other in ((part, part.near), (part.near, part))
            for words in _readings(one)
            for others in _readings(other)
        ]
        both = [_any([self.standing(name, way) for way in _ways(one)]) for one in (part, part.near)]
        return IndexQuery.boolean_query(
            [(Occur.Must, query) for query in (*both, _any(pairs[:_MOST_PHRASES]))]
        )

    def actors_named(self, part: Part) -> list[int]:
        """Ids of the actors with the word or phrase in one of their names or offices."""
        _words, names = _FIELDS[part.by]
        named = IndexQueries(self.opened, "actor").standing(names, part)
        searcher = self.opened.searcher
        count = searcher.search(named, 1).count
        hits = searcher.search(named, count, count=False).hits if count else []
        return searcher.fast_field_values("id", [address for _score, address in hits])

    def _beginning(self, field: str, word: str) -> IndexQuery:
        words = IndexQuery.fuzzy_term_query(self.schema, field, word, distance=0, prefix=True)
        return _constant(words)

    def _met(self, field: str, place: frozenset[str]) -> list[str]:
        """The stems of a place in order, of many only those that the field has."""
        if len(place) < _MANY:
            return sorted(place)
        has = self.opened.searcher.doc_freq
        return sorted(stem for stem in place if has(field, stem)) or sorted(place)[:1]


def _is_everywhere(part: Part) -> bool:
    """«في», «من» by themselves: nobody looks for names with them, and half the archive has them."""
    return part.by is By.STEM and len(part.places) == 1 and part.places[0] <= function_words()


def _ways(part: Part) -> Iterator[Part]:
    while part:
        yield part
        part = part.otherwise


def _readings(part: Part) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(way.readings(_MOST_PHRASES) for way in _ways(part)))


def _any(queries: list[IndexQuery]) -> IndexQuery:
    if not queries:
        return IndexQuery.empty_query()
    return queries[0] if len(queries) == 1 else IndexQuery.boolean_query([(Occur.Should, q) for q in queries])


def _constant(query: IndexQuery) -> IndexQuery:
    return IndexQuery.const_score_query(query, 1.0)


def _weaker(query: IndexQuery) -> IndexQuery:
    return IndexQuery.boost_query(query, NAME_WEIGHT)
