"""What a reader typed, as a query: words that must all stand, "phrases", -words that must not, one OR another.

Anything can be typed; what makes no sense as syntax is read as words, and what holds no word is nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, pairwise, product

from statements.search import latin
from statements.search.analysis import Token, analyse

MOST_WORDS = 32  # of one query; the rest is not looked at
MOST_TYPED = 1000  # code points, which the boxes take; every address with so many is one that servers take
_QUOTED = '"«»“”„‟″〝〞'
_PART = re.compile(
    rf"(?P<minus>(?<!\S)[-−–])?(?:[{_QUOTED}](?P<phrase>[^{_QUOTED}]*)[{_QUOTED}]|(?P<word>[^\s{_QUOTED}]+))"
)
_OR = frozenset({"أو", "او", "OR"})


@dataclass(frozen=True)
class Part:
    """One word or phrase, or another one. Each place holds the stems that satisfy it, usually one."""

    places: tuple[frozenset[str], ...]
    negated: bool = False
    otherwise: "Part | None" = None  # satisfies the part as well

    def readings(self, most: int) -> list[tuple[str, ...]]:
        """The stems one after the other; where a place allows several, each combination, at most `most`."""
        return list(islice(product(*map(sorted, self.places)), most))

    def occurrences(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Spans of `tokens` (as `analyse` gives them) at which the part stands."""
        at: dict[int, list[Token]] = {}
        for token in tokens:
            at.setdefault(token.position, []).append(token)
        for position in at:
            places = [at.get(position + i, ()) for i in range(len(self.places))]
            if all(
                any(t.stem in stems for t in found) for stems, found in zip(self.places, places, strict=True)
            ):
                yield places[0][0].start, places[-1][0].end
        if self.otherwise:
            yield from self.otherwise.occurrences(tokens)


@dataclass(frozen=True)
class Query:
    """A query that was read; without parts it asks for everything."""

    parts: tuple[Part, ...] = ()
    is_cut: bool = False  # more was typed than is looked for

    @cached_property
    def wanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.negated)

    @cached_property
    def unwanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.negated)

    @property
    def is_plain(self) -> bool:
        """Whether it asks for words and phrases alone, as a name does."""
        return bool(self.parts) and not any(part.negated or part.otherwise for part in self.parts)

    def matches(self, text: str) -> bool:
        """Whether every wanted part stands in `text` and no unwanted one does."""
        tokens = analyse(text)
        stands = {part: any(True for _ in part.occurrences(tokens)) for part in self.parts}
        return all(stands[p] for p in self.wanted) and not any(stands[p] for p in self.unwanted)


def read_query(typed: str) -> Query:
    """The query in what was typed. Never raises."""
    parts: list[Part] = []
    words, joins = 0, False  # whether the word before was «أو»
    for match in _PART.finditer(typed):
        if match["word"] in _OR and parts and not match["minus"] and typed[match.end() :].strip():
            joins = True
            continue
        found = _parts(match)
        words += sum(len(part.places) for part in found)
        if words > MOST_WORDS:
            return _query(parts, is_cut=True)
        if joins and found:
            found = _joined(parts.pop(), found)
        parts += found
        joins = joins and not found
    return _query(parts)


def _query(parts: list[Part], is_cut: bool = False) -> Query:
    return Query(tuple(dict.fromkeys(parts)), is_cut)


def _joined(before: Part, found: list[Part]) -> list[Part]:
    """The part before «أو» and those after it, the neighbours made one; «-حرب أو سلام» says nothing of the kind."""
    first, *rest = found
    if before.negated or first.negated:
        return [before, *found]
    return [_either(before, first), *rest]


def _either(one: Part, other: Part) -> Part:
    return replace(one, otherwise=_either(one.otherwise, other) if one.otherwise else other)


def _parts(match: re.Match) -> list[Part]:
    """What one stretch between spaces or quotation marks asks for: signs between its words are as good as spaces."""
    negated = match["minus"] is not None
    phrase = match["phrase"]
    runs = _runs(match["word"]) if phrase is None else [analyse(phrase)]
    return [_part(run, negated) for run in runs if run]


def _part(tokens: Sequence[Token], negated: bool) -> Part:
    """The word or phrase; a name in Latin letters is looked for in Arabic ones as well."""
    if len(tokens) > 1:
        return Part(_places(tokens), negated)
    arabic = latin.readings(tokens[0].word)
    own = [places[0] for places in arabic if len(places) == 1]
    part = Part((_places(tokens)[0].union(*own),), negated)
    for places in arabic:
        if len(places) > 1:
            part = _either(part, Part(places, negated))
    return part


def _runs(word: str) -> list[list[Token]]:
    """The tokens with no sign between them together: «عبدالله» and «12مايو» are phrases, «سلام/حرب» two words."""
    tokens = analyse(word)
    runs = [tokens[:1]]
    for before, token in pairwise(tokens):
        if any(unicodedata.category(sign)[0] in "PS" for sign in word[before.end : token.start]):
            runs.append([])
        runs[-1].append(token)
    return runs


def _places(tokens: Sequence[Token]) -> tuple[frozenset[str], ...]:
    stems: dict[int, set[str]] = {}
    for token in tokens:
        stems.setdefault(token.position, set()).add(token.stem)
    return tuple(frozenset(stems[position]) for position in sorted(stems))
