"""Forms of Arabic nouns and adjectives on folded words: article, gender, number, case ending, owner.

Only what news needs to recognise words of a list; no analysis of unknown words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_OWNERS = ("ه", "ها", "هم", "هما", "نا", "كم")


@dataclass(frozen=True, slots=True)
class Form:
    """One folded form: gender m or f; number s, d or p; owned when it ends in a pronoun (نظيره)."""

    word: str
    gender: str
    number: str
    definite: bool = False
    owned: bool = False


def adjective_forms(masculine: str, plurals: tuple[str, ...] = ()) -> Iterator[Form]:
    """Every form of a relative adjective: ايراني, الايرانيه, ايرانيون, ايرانيتين …

    Of an adjective of two words (كوري شمالي) both take the same form.
    """
    for ending, gender, number in _ADJECTIVE_ENDINGS:
        yield from _with_article(" ".join(part + ending for part in masculine.split()), gender, number)
    for plural in plurals:
        yield from _with_article(plural, "m", "p")


def noun_forms(singular: str, gender: str) -> Iterator[Form]:
    """Singular and dual of a noun (وزير, الوزيران, وزيري, وزيره); the noun may have a complement (رئيس الوزراء).

    وزيرا, dual before a complement or accusative, counts as singular.
    """
    head, complement = (*singular.split(" ", 1), "")[:2]
    tail = f" {complement}" if complement else ""
    if head.startswith("ال"):
        yield Form(head + tail, gender, "s", definite=True)
        head = head[2:]
        complement = complement.removeprefix("ال")
        tail = f" {complement}" if complement else ""
        yield Form(head + tail, gender, "s")
        return
    yield Form(head + tail, gender, "s", definite=bool(complement))
    stem = head[:-1] + "ت" if head.endswith("ه") else head
    yield Form(stem + "ا" + tail, gender, "s" if stem == head else "d")
    yield Form(stem + "ي" + tail, gender, "d")
    if complement:
        return
    yield Form("ال" + head, gender, "s", definite=True)
    for ending in ("ان", "ين"):
        yield from _with_article(stem + ending, gender, "d")
    for owned in owned_forms(head):
        yield Form(owned, gender, "s", definite=True, owned=True)


def plural_forms(plural: str, gender: str) -> Iterator[Form]:
    """Forms of a plural: broken (وزراء, الوزراء, وزراؤهم) or sound (مسؤولون, المسؤولين, مسؤولو, مسؤوليه)."""
    if not plural.endswith("ون") or " " in plural:
        yield from _with_article(plural, gender, "p")
        for owned in owned_forms(plural) if " " not in plural else ():
            yield Form(owned, gender, "p", definite=True, owned=True)
        return
    stem = plural[:-2]
    for ending in ("ون", "ين"):
        yield from _with_article(stem + ending, gender, "p")
    for ending in ("و", "ي"):
        yield Form(stem + ending, gender, "p")
        for owner in _OWNERS:
            yield Form(stem + ending + owner, gender, "p", definite=True, owned=True)


def owned_forms(noun: str) -> Iterator[str]:
    """A noun with each pronoun after it: لقاء -> لقاوه, لقايها, لقاءهم …; كلمه -> كلمته."""
    if noun.endswith("ء"):
        stems = (noun, noun[:-1] + "و", noun[:-1] + "ي")
    else:
        stems = (noun[:-1] + "ت" if noun.endswith("ه") else noun,)
    yield from (stem + owner for stem in stems for owner in _OWNERS)


def peel(word: str) -> list[tuple[int, str]]:
    """A folded word and what is left of it without attached و ف ب ك ل: (letters cut, rest), longest first.

    للعراق gives back العراق with nothing cut: its two letters are one of the preposition, one of the article.
    """
    found = [(0, word)]
    if len(word) > 3 and word[0] in "وف":
        found.append((1, word[1:]))
    for cut, rest in tuple(found):
        if rest.startswith("لل") and len(rest) > 3:
            found += [(cut, "ال" + rest[2:]), (cut + 1, rest[1:])]
        elif len(rest) > 3 and rest[0] in "بكل":
            found.append((cut + 1, rest[1:]))
    return found


# كم and نا are left to pronouns; the accusative ا is written on the masculine alone.
_ADJECTIVE_ENDINGS = (
    ("", "m", "s"),
    ("ا", "m", "s"),
    ("ه", "f", "s"),
    ("ان", "m", "d"),
    ("تان", "f", "d"),
    ("تين", "f", "d"),
    ("ون", "m", "p"),
    ("ين", "m", "p"),
    ("ات", "f", "p"),
)


def _with_article(words: str, gender: str, number: str) -> Iterator[Form]:
    yield Form(words, gender, number)
    yield Form(" ".join("ال" + word for word in words.split()), gender, number, definite=True)
