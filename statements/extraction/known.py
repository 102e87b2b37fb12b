"""States, media and bodies by a name of the lexicon: «طهران», «فرانس برس», «مجلس الأمن الدولي»."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from .per_word import per_word
from .segment import WORD, Document
from .vocabulary import (
    countries,
    country_starts,
    demonyms,
    folded,
    given_names,
    heads,
    is_medium,
    known_names,
    known_starts,
)


@dataclass(slots=True)
class Party:
    """A noun phrase that names or points to an actor; token numbers half open."""

    first: int
    end: int
    kind: str
    gender: str = ""
    number: int = 1
    name: tuple[int, int] | None = None  # tokens of the proper name
    titles: list[tuple[int, int]] = field(default_factory=list)
    country: str = ""  # the state, where the party is one
    head: str = ""
    definite: bool = False

    def copy(self) -> Party:
        """A Party to change."""
        first, end, kind, gender, number, name = (
            self.first,
            self.end,
            self.kind,
            self.gender,
            self.number,
            self.name,
        )
        titles = list(self.titles)
        return Party(first, end, kind, gender, number, name, titles, self.country, self.head, self.definite)


@per_word
def bare_word(word: str) -> str:
    """A word without «و», «ل» or «ب» before a known head, state or article."""
    if word[:1] not in ("و", "ل", "ب", "ف"):
        return word
    for prefix in ("لل", "ولل", "بال", "وبال", "وال") if "ل" in word[1:4] else ():
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return "ال" + word[len(prefix) :]
    for size in (1, 2) if word[:2] in ("ول", "وب") else (1,):
        rest = word[size:]
        if rest in heads() or rest in country_starts() or rest in given_names():
            return word if _is_telegram(word) else rest
    return word


def _is_telegram(word: str) -> bool:
    """«برقية», «وبرقيات»: no woman named «رقية» behind her preposition."""
    return word.removeprefix("و").startswith("برقي")


def stem_of(doc: Document, i: int) -> str:
    return stem_of_word(doc.words[i])


@per_word
def stem_of_word(word: str) -> str:
    """A word that is a head or begins a state's name, else without what is attached before it."""
    return word if word in heads() or word in country_starts() else bare_word(word)


def find_known(doc: Document, i: int, limit: int) -> Party | None:
    """A medium or body by a name of the lexicon: «فرانس برس», «مجلس الأمن الدولي»."""
    word = doc.words[i]
    for stem in (word, without_clitic(word), word[1:] if word[:1] in "ولب" and len(word) == 3 else word):
        longest = known_starts().get(stem, 0)
        for size in range(min(longest, limit - i), 0, -1):
            found = known_names().get((stem, *doc.words[i + 1 : i + size]))
            if found and not (size == 1 and (stem in _AMBIGUOUS or (len(stem) < 3 and stem != word))):
                end = i + size
                party = Party(i, end, found[0], "f", 1, (i, end), head=stem, definite=stem.startswith("ال"))
                if heads().get(stem):
                    party.gender = heads()[stem].gender
                elif stem.startswith("مجلس"):
                    party.gender = "m"
                else:
                    party.gender = "f" if stem in _FEMININE or stem.endswith("ه") else ""
                party.end = end = _adjectives(doc, end, limit)
                party.name = (i, end)
                return party
    bare = without_clitic(doc.words[i])
    if doc.words[i].startswith("لل") and is_medium((bare,)) and not _is_told_crowd(bare):
        return Party(i, i + 1, "agency", name=(i, i + 1), head=bare, definite=True)
    return None


def _is_told_crowd(word: str) -> bool:
    """«للوفد الأرخاني», «للشعب»: people, though a newspaper has that name."""
    head = heads().get(word)
    return head is not None and head.kind in ("group", "government")


_FEMININE = folded("الأمم أمم حماس القاعدة طالبان")
_AMBIGUOUS = frozenset(("فتح", "الحوار", "العالم"))


def _adjectives(doc: Document, end: int, limit: int) -> int:
    """Past adjectives of states that go on a known name: «الأمم المتحدة», «وكالة مهر الإيرانية»."""
    while (
        end < limit
        and doc.kinds[end] == WORD
        and doc.words[end] in demonyms()
        and doc.words[end].startswith("ال")
    ):
        end += 1
    return end


@per_word
def without_clitic(word: str) -> str:
    if word.startswith("لل"):
        return "ال" + word[2:]
    return word[1:] if word[:1] in "ولبف" and len(word) > 3 else word


def find_state(doc: Document, i: int, limit: int) -> Party | None:
    """A state by its name or its capital."""
    stem = stem_of(doc, i)
    longest = country_starts().get(stem, 0)
    for size in range(min(longest, limit - i), 0, -1):
        key = (stem, *doc.words[i + 1 : i + size])
        name = countries().get(key)
        if name:
            end = i + size
            gender = "m" if key[0] in _MASCULINE_STATES else "f"
            return Party(i, end, "country", gender, 1, (i, end), country=name)
    return None


_MASCULINE_STATES = folded("العراق لبنان الاردن اليمن السودان المغرب الصومال")


@per_word
def is_addressed_medium(word: str) -> bool:
    """«لوكالة», «لبي بي سي», «للصحفيين»: a medium or hearers, no part of an office."""
    bare = without_clitic(word)
    if len(word) < 3:
        return False
    head = heads().get(bare)
    if head and (head.kind == "agency" or "صحفي" in bare or "صحافي" in bare or "اعلامي" in bare):
        return True
    return bare in _media_starts() or word[1:] in _media_starts()


@cache
def _media_starts() -> frozenset[str]:
    """The first words of the names of media."""
    return frozenset(name[0] for name, known in known_names().items() if known[0] == "agency")
