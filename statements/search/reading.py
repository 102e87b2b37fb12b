"""What a reader typed, as a query.

    سلام حرب            both words             سلام أو حرب         one or the other (OR)
    "حرب باردة"         a phrase               سلام قرب حرب        near each other (near)
    -حرب                not this               سعود*               words that begin so
    =على                letter for letter      المتحدث:"فلان"      fields: `FIELDS`

Anything can be typed; what makes no sense as syntax is read as words, and what holds no word is nothing.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from statements.extraction.normalize import fold
from statements.search import latin
from statements.search.analysis import Token, analyse
from statements.search.passing import pass_over, says_nothing
from statements.search.query import By, Field, Part, Query, either

MOST_WORDS = 32  # of one query; the rest is not looked at
MOST_TYPED = 1000  # code points, which the boxes take; every address with so many is one that servers take
NEAR = 10  # words in between at most, unless the reader says how many: «قرب/3»
_NEAR_AT_MOST = 50
_SHORTEST_BEGINNING = 2  # letters

FIELDS = {
    "speaker": ("المتحدث", "متحدث", "القائل", "قائل", "من", "from", "speaker"),
    "to": ("إلى", "الى", "المخاطب", "المخاطَب", "لـ", "to"),
    "country": ("الدولة", "الدوله", "دولة", "البلد", "بلد", "country"),
    "agency": ("الوكالة", "الوكاله", "وكالة", "agency"),
    "event": ("المناسبة", "المناسبه", "مناسبة", "event"),
    "kind": ("النوع", "نوع", "kind"),
    "date": ("التاريخ", "تاريخ", "السنة", "سنة", "year", "date"),
    "after": ("بعد", "منذ", "after"),
    "before": ("قبل", "حتى", "before"),
}
_ENDS = {"after": ">", "before": "<"}  # of a date, with the day itself
_UNKNOWN = re.compile(r"(?P<name>[^\W\d_]{2,}):(?=[^\s/:\d])")  # like a field: no address, no hour
_FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}

_QUOTED = '"«»“”„‟″〝〞'
_PART = re.compile(
    rf"""
    (?P<minus> (?<!\S)[-−–] )?
    (?: (?P<field> {"|".join(_FIELD_OF)} ) : \s* (?=\S) )?
    (?P<exact> = )?
    (?: [{_QUOTED}] (?P<phrase> [^{_QUOTED}]* ) [{_QUOTED}]
      | (?P<name> (?<!\w) (?: {"|".join(words.replace(" ", "[ ]") for words in latin.phrases())} ) (?!\w) )
      | (?P<word> [^\s{_QUOTED}]+ ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OR = frozenset({"أو", "او", "OR"})
_AND, _NOT = "AND", "NOT"  # what other search boxes take: nothing, and the minus
_NEAR = re.compile(r"(?:قرب|near)(?:/(\d{1,3}))?", re.IGNORECASE)
# «al-Sisi», «El Baradei»: the article is no word of its own in Latin letters; nor is a hamza or ain a sign.
_LATIN_ARTICLE = re.compile(r"(?i)(?<!\w)[ae]l[-‐‑ ](?=[a-z])")
_LATIN_HAMZA = re.compile(r"(?i)(?<=[a-z])['’‘ʼ`ʿʾ](?=[a-z])|[ʿʾʼ](?=[a-z])|(?<=[a-zāīū])[ʿʾʼ]")


def read_query(typed: str, *, exact: bool = False) -> Query:
    """The query in what was typed, all of it letter for letter where `exact`. Never raises."""
    return _Reader(exact).read(without_latin_article(typed))


def without_latin_article(typed: str) -> str:
    """«al-Sisi» as «Sisi», and no signs for hamza and ain, which are no letters of Latin words."""
    return _LATIN_HAMZA.sub("", _LATIN_ARTICLE.sub("", typed))


class _Reader:
    """Reads one part after the other; `_join` is how the next is joined to the one before."""

    def __init__(self, exact: bool):
        self.exact = exact
        self.parts: list[Part] = []
        self.fields: list[Field] = []
        self.unknown: list[str] = []
        self.negates = False  # «NOT» stood before
        self.words = 0
        self.join: re.Match | None = None  # the word that joins: «أو» or «قرب»
        self.dangling = ""  # «AND» or «NOT» with nothing after it

    def read(self, typed: str) -> Query:
        for match in _PART.finditer(typed):
            is_last = not typed[match.end() :].strip()
            if (match["field"] and self._takes_field(match)) or self._is_sign(match, is_last):
                continue
            if self.parts and not self.join and self._joins(match, is_last):
                self.join = match
                continue
            self._notice(match, typed)
            if not self._takes(self._parts(match)):
                return self._query(is_cut=True)
            self.negates = False
        return self._query()

    def _query(self, is_cut: bool = False) -> Query:
        parts, passed = pass_over(self.parts)
        return Query(
            tuple(dict.fromkeys(parts)),
            is_cut,
            tuple(dict.fromkeys(self.fields)),
            unknown=tuple(dict.fromkeys(self.unknown)),
            passed=tuple(dict.fromkeys(passed)),
            dangling=self.join["word"] if self.join else self.dangling,
        )

    def _is_sign(self, match: re.Match, is_last: bool) -> bool:
        """Whether it is «AND», which is how words are read anyway, or «NOT»; alone either is a word."""
        if not _is_bare(match) or match["word"] not in (_AND, _NOT):
            return False
        if is_last:
            self.dangling = match["word"] if self.parts or self.fields else ""
            return bool(self.dangling)
        self.negates = self.negates or match["word"] == _NOT
        return True

    def _notice(self, match: re.Match, typed: str) -> None:
        """Keeps the name of what looks like a field and is none."""
        if match["word"] and not match["field"] and (like := _UNKNOWN.match(typed, match.start("word"))):
            self.unknown.append(like["name"])

    def _takes_field(self, match: re.Match) -> bool:
        value = match["phrase"] or match["name"] or match["word"] or ""
        if not analyse(value):
            return False
        name = _FIELD_OF[match["field"].lower()]
        if name in _ENDS:
            if not any(map(str.isdecimal, value)):  # «وقال بعد: كذا» are words
                return False
            name, value = "date", _ENDS[name] + value.strip()
        self.fields.append(Field(name, value.strip(), match["minus"] is not None or self.negates))
        self.join, self.negates = None, False
        return True

    def _joins(self, match: re.Match, is_last: bool) -> bool:
        """Whether it joins what stands around it; «OR» at the end joins nothing, but is no word either."""
        word = match["word"] or ""
        joins = word in _OR or bool(not is_last and _NEAR.fullmatch(word))
        return _is_bare(match) and joins and not self.parts[-1].negated

    def _takes(self, found: list[Part]) -> bool:
        """Takes in the parts of one stretch; False where there are more words than are looked for."""
        self.words += sum(len(part.places) for part in found)
        if self.words > MOST_WORDS:
            return False
        if found and self.join:
            found = self._joined(found)
            self.join = None
        self.parts += found
        return True

    def _joined(self, found: list[Part]) -> list[Part]:
        """The part before the joining word and those after it, the neighbours made one."""
        first, *rest = found
        if first.negated:  # «سلام أو -حرب» says nothing of the kind
            return found
        before = self.parts.pop()
        if near := _NEAR.fullmatch(self.join["word"]):
            within = min(int(near[1] or NEAR), _NEAR_AT_MOST)
            if before.near or before.otherwise:  # of several, the last is meant
                return [before, *found]
            return [replace(before, near=first, within=within), *rest]
        return [either(before, first), *rest]

    def _parts(self, match: re.Match) -> list[Part]:
        """What one stretch between spaces or quotation marks asks for."""
        negated = match["minus"] is not None or self.negates
        exact = self.exact or match["exact"] is not None
        if match["name"] and not exact:
            return [replace(_name(match["name"]), negated=negated)]
        phrase = match["name"] or match["phrase"]
        if phrase is not None:
            runs, typed = [analyse(phrase)], phrase
        else:
            typed = (f"{match['field']}:" if match["field"] else "") + match["word"]
            runs = _runs(typed)
        begins = phrase is None and typed.endswith("*") and not exact
        parts = [_part(run, typed, exact) for run in runs if run]
        if begins and parts and (beginning := _beginning(runs[-1], typed)):
            parts[-1] = beginning
        nothing = phrase is None and not exact and _is_bare(match) and says_nothing(typed)
        quoted = match["phrase"] is not None
        return [replace(part, negated=negated, quoted=quoted, says_nothing=nothing) for part in parts]


def _is_bare(match: re.Match) -> bool:
    return not (match["minus"] or match["exact"] or match["field"])


def _runs(word: str) -> list[list[Token]]:
    """The tokens with no sign between them together: «عبدالله» and «12مايو» are phrases, «سلام/حرب» two words."""
    tokens = analyse(word)
    runs = [tokens[:1]]
    for before, token in pairwise(tokens):
        if any(unicodedata.category(sign)[0] in "PS" for sign in word[before.end : token.start]):
            runs.append([])
        runs[-1].append(token)
    return runs


def _part(tokens: Sequence[Token], text: str, exact: bool) -> Part:
    """The word or phrase; a name in Latin letters is looked for in Arabic ones as well."""
    typed = text[tokens[0].start : tokens[-1].end]
    if exact:
        return Part(_places(tokens, "spelled"), by=By.SPELLING, typed=typed)
    if len(tokens) > 1:
        return Part(_places(tokens, "stem"), typed=typed)
    arabic = latin.readings(tokens[0].word)
    own = [places[0] for places in arabic if len(places) == 1]
    part = Part((_places(tokens, "stem")[0].union(*own),), typed=typed)
    for places in arabic:
        if len(places) > 1:
            part = either(part, Part(places, typed=typed))
    return part


def _name(typed: str) -> Part:
    """A name of several words in Latin letters, or as the table has it in Arabic."""
    part = Part(_places(analyse(typed), "stem"), typed=typed)
    for name in latin.named(fold(typed)):
        part = either(part, Part(_places(analyse(name), "stem"), typed=typed))
    return part


def _beginning(tokens: Sequence[Token], typed: str) -> Part | None:
    """«سعود*»: what was typed may be cut anywhere, so that only an article is taken off."""
    if len({token.position for token in tokens}) > 1 or len(tokens[0].word) < _SHORTEST_BEGINNING:
        return None
    word = tokens[0].word
    bare = word.removeprefix("ال")
    beginning = bare if len(bare) >= _SHORTEST_BEGINNING else word
    return Part((frozenset({beginning}),), by=By.BEGINNING, typed=typed[tokens[0].start : tokens[0].end])


def _places(tokens: Sequence[Token], name: str) -> tuple[frozenset[str], ...]:
    found: dict[int, set[str]] = {}
    for token in tokens:
        found.setdefault(token.position, set()).add(getattr(token, name))
    return tuple(frozenset(found[position]) for position in sorted(found))
