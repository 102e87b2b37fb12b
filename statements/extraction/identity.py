"""When two namings are of one actor: names by their words, offices by head and field, states by any name."""

from __future__ import annotations

from dataclasses import dataclass, field

from .normalize import without_first
from .per_word import per_word
from .vocabulary import (
    countries,
    country_starts,
    demonyms,
    folded,
    given_names,
    heads,
    known_starts,
    nouns,
    sure_names,
)


@dataclass(slots=True)
class Member:
    """One actor while the article is read."""

    order: int
    kind: str
    names: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    words: list[frozenset[str]] = field(default_factory=list)  # of each name
    offices: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    country: str = ""
    gender: str = ""
    number: int = 1
    last: int = -1  # token of the last mention
    heads: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)

    def ends_with(self, word: str) -> bool:
        """Whether a name of the member ends with the word."""
        return word in self.surnames


TITLE_FILLERS = folded("السابق الأسبق الحالي الجديد المقيم الرسمي العام شئون شؤون")


@per_word
def key(word: str) -> str:
    """A word as it is compared: no conjunction, no article, states and their adjectives alike."""
    for prefix in ("وال", "لل", "بال", "ال", "ول", "وب"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            rest = word[len(prefix) :]
            state = demonyms().get(rest) or demonyms().get("ال" + rest) or _state_of("ال" + rest)
            return "@" + state if state else _singular(rest)
    state = demonyms().get(word) or _state_of(word)
    if not state and word[:1] in "وبلك":
        state = _state_of(word[1:])
        if not state and word not in heads() and word[1:] in heads():
            return _singular(word[1:])
    return "@" + state if state else _nominative(_singular(word))


def _nominative(word: str) -> str:
    """«دبلوماسيين» is «دبلوماسيون»: sources without a name, after a preposition too."""
    head = heads().get(word[:-2] + "ون") if word.endswith("ين") else None
    return word[:-2] + "ون" if head and head.kind == "unnamed" else word


def _state_of(word: str) -> str:
    return countries().get((word,), "")


def _singular(word: str) -> str:
    if word in ("خارجيتها", "خارجيه", "خارجيته"):
        return "خارجيه"
    if word in ("مسيول", "مسيوله", "مسيولون", "مسيولين", "مسيولا"):
        return _singular("مسوو" + word[4:])
    if word.endswith("ا") and word not in heads() and word[:-1] in heads():
        return word[:-1]
    if word == "ابن":
        return "بن"
    return word.removesuffix("ا") if word.endswith("يا") and len(word) > 4 else word


def with_states(words: list[str]) -> list[str]:
    """The keys of folded words, states of several words («الولايات المتحدة») as one."""
    found, i = [], 0
    while i < len(words):
        for size in (3, 2):
            name = countries().get((*words[i : i + 1], *words[i + 1 : i + size]))
            if name and i + size <= len(words):
                found.append("@" + name)
                i += size
                break
        else:
            found.append(key(words[i]))
            i += 1
    return found


def agrees(member: Member, gender: str, number: int) -> bool:
    """Whether a verb of this gender and number may have `member` as its subject."""
    if number == 3 and member.number == 1 and member.kind in ("person", "country"):
        return False
    if number == 1 and gender and member.number == 1:
        return not member.gender or member.gender == gender or member.kind == "unnamed"
    return True


_SHORT_NAMES = folded("شي لي يي وو هو لو كي مي")  # surnames of two letters


def same_name(words: frozenset[str], known: frozenset[str]) -> bool:
    small, large = sorted((words, known), key=len)
    if not small:
        return False
    if small <= large:
        return any(len(w) > 2 or w in _SHORT_NAMES for w in small)
    left, right = small - large, large - small
    if len(small) == 1:
        return any(_is_misspelt(next(iter(small)), w) for w in large)
    return (
        len(small & large) >= min(2, len(small) - 1) > 0
        and len(left) == 1
        and any(_spelled_alike(next(iter(left)), w) for w in right)
    )


def rough(word: str) -> str:
    """What a long word keeps when it is misspelt within."""
    return f"{word[:1]}~{word[-1:]}" if len(word) > 5 else ""


def _is_misspelt(one: str, other: str) -> bool:
    """«كلينتون» and «كلنيتون», «باتروشيف» and «بتروشيف»: one letter more, other or changed with its neighbour."""
    if (
        min(len(one), len(other)) < 6
        or one[0] != other[0]
        or (one in given_names() and other in given_names())
    ):
        return False
    if one + "ي" == other or other + "ي" == one:
        return False
    head = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = one[head:], other[head:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _spelled_alike(one: str, other: str) -> bool:
    """«رودريغيز» and «رودريغير»: one letter apart in a long word."""
    if abs(len(one) - len(other)) > 1 or len(one) < 5:
        return False
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return (
        same >= len(one) - 1
        or sum(a == b for a, b in zip(one[::-1], other[::-1], strict=False)) >= len(one) - 1
    )


def same_body(words: frozenset[str], known: frozenset[str]) -> bool:
    small, large = sorted((words, known), key=len)
    return (len(small) > 1 and small <= large) or (
        len(small) == 1 and len(large) == 2 and small <= large and not next(iter(small)).startswith("@")
    )


def office_fits(asked: tuple[str, frozenset[str]], known: tuple[str, frozenset[str]]) -> bool:
    """«الوزير» and «الوزير السوري» fit «وزير الخارجية السوري»; «وزير الداخلية» does not."""
    head, words = asked
    if head != known[0]:
        return False
    return words <= known[1] or (known[1] <= words and bool(known[1]))


@per_word
def has_prefix(word: str) -> bool:
    return (
        any(word.startswith(p) for p in ("و", "ل", "ب", "ف"))
        and word not in heads()
        and (word,) not in countries()
        and word not in sure_names()
        and _strip(word) != word
    )


@per_word
def _strip(word: str) -> str:
    for prefix in ("ولل", "لل", "وال", "بال"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return word[len(prefix) :]
    for prefix in ("و", "ل", "ب", "ف"):
        rest = word[1:]
        if word.startswith(prefix) and (
            rest in heads()
            or (rest,) in countries()
            or (rest in country_starts() and word not in country_starts())
            or (rest.startswith("ال") and (prefix != "ف" or rest[2:] in nouns()))
            or (rest in given_names() and len(word) > 3)
            or (rest in known_starts() and (len(word) > 4 or (prefix == "ل" and known_starts()[rest] > 1)))
        ):
            return rest
    return word


def without_prefix(raw: str, word: str) -> str:
    rest = _strip(word)
    cut = len(word) - len(rest)
    if word.startswith("لل") and rest != word[1:]:
        return "ال" + without_first(raw, 2)
    if word.startswith(("وال", "بال")):
        return without_first(raw, 1)
    return without_first(raw, cut) if 0 < cut < len(word) else raw
