"""Pairs of actors that are surely one: a slip of the pen, letters or words that ran together, words that are no name.

Whom many statements name is told from a slip of his name by how often either stands. No database.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol

from rapidfuzz.distance import OSA

from statements.actors.bones import LIKE
from statements.actors.naming import fold_name, is_whole, surname
from statements.actors.offices import NO_LONGER
from statements.extraction.lexicon_tables import demonyms, given_names, honorifics, titles
from statements.extraction.name_words import is_common
from statements.extraction.vocabulary import rows
from statements.models import Actor

OFTENER = 10  # times: whom statements name so much more often than the slip
_LONG, _LONGER = (
    4,
    6,
)  # letters of a word in which one may be a slip, with and without office or country in common
_ATTACHED = frozenset("وبفكل")
_MOST = 300  # persons of one surname, the busiest


class Known(Protocol):
    """An actor, in how many statements it has a part, its telling offices."""

    actor: Actor
    parts: int
    offices: dict[str, str]


Pair = tuple[Known, Known]


def sure_pairs(known: Iterable[Known]) -> Iterator[Pair]:
    """(the one to keep, the one to merge into it); the second of a pair stands in one pair only."""
    busiest = sorted(known, key=lambda one: (-one.parts, one.actor.pk))
    persons = [one for one in busiest if one.actor.kind == Actor.Kind.PERSON]
    gone: set[int] = set()
    for one, other in (
        *_of_one_key(busiest, _joined, lambda *_pair: True),
        *_of_one_key(persons, _heard, _share_more),
        *_with_words_beside(persons),
        *_slips(persons),
    ):
        pks = {one.actor.pk, other.actor.pk}
        if not pks & gone and _may_be_one(one, other):
            gone.add(other.actor.pk)
            yield one, other


def _joined(one: Known) -> str:
    return fold_name(one.actor.name).replace(" ", "")


def _heard(one: Known) -> str:
    """Its name with one letter for those taken for each other, without «ال»: «علي خامنئي», «علي الخامنئي»."""
    words = fold_name(one.actor.name).split()
    return "".join(word.removeprefix("ال") if len(word) > _LONG else word for word in words).translate(LIKE)


def _may_be_one(one: Known, other: Known) -> bool:
    countries = {one.actor.country, other.actor.country} - {""}
    return one.actor.kind == other.actor.kind and len(countries) < 2


def _share_more(one: Known, other: Known) -> bool:
    return _share(one, other) or _is_rare(other, one)


def _share(one: Known, other: Known) -> bool:
    same = "" != one.actor.country == other.actor.country
    return same or bool(one.offices.keys() & other.offices.keys())


def _is_rare(other: Known, one: Known) -> bool:
    return other.parts * OFTENER <= one.parts


def _of_one_key(
    busiest: list[Known], key: Callable[[Known], str], allowed: Callable[[Known, Known], bool]
) -> Iterator[Pair]:
    """Who have a whole name of one key: «حسن نصر الله» and «حسن نصرالله»."""
    first: dict[tuple[str, str], Known] = {}
    for one in busiest:
        if is_whole(fold_name(one.actor.name)):
            known = first.setdefault((one.actor.kind, key(one)), one)
            if known is not one and allowed(known, one):
                yield known, one


def _with_words_beside(persons: list[Known]) -> Iterator[Pair]:
    """«محمود عباس [نفسه]», «[الرئيس] محمود عباس», «[المستشار]محمود عباس», «عباس [نفسه]» where one is mostly meant.

    And «[محمد] سعد الحلواني» in the same long office.
    """
    whole: dict[str, Known] = {}
    for one in persons:
        if is_whole(name := fold_name(one.actor.name)):
            whole.setdefault(name, one)
    meant = _mostly_meant(persons)
    for other in persons:
        words = fold_name(other.actor.name).split()
        for name in _without_words(words):
            one = whole.get(name) or meant.get(name)
            if one and one is not other and (_is_rare(other, one) or _is_title(words, name)):
                yield one, other
                break
        tail = whole.get(" ".join(words[1:])) if len(words) > 2 else None
        if tail and _share_a_long_office(tail, other):
            yield max(tail, other, key=lambda one: one.parts), min(tail, other, key=lambda one: one.parts)


def _without_words(words: list[str]) -> Iterator[str]:
    """What is left, the longest first, without words before or behind that are none of a name."""
    for size in range(len(words) - 1, 0, -1):
        for at in range(len(words) - size + 1):
            beside = (*words[:at], *words[at + size :])
            if all(map(_is_no_name, beside)) and (size > 1 or (at == 0 and _is_surname(words[0]))):
                yield " ".join(words[at : at + size])
    for end in range(1, len(words[0])):
        left = " ".join((words[0][end:], *words[1:]))
        if len(left) >= _LONGER - 1 and (words[0][:end] in _ATTACHED or _is_called(words[0][:end])):
            yield left


def _is_title(words: list[str], name: str) -> bool:
    """Whether one word stands before the name, a title: «العماد سامر الحلواني»."""
    return words[1:] == name.split() and words[0] in titles()


def _mostly_meant(persons: list[Known]) -> dict[str, Known]:
    """By surname who bears it, where he has so many more parts than the next who does."""
    found: dict[str, Known] = {}
    parts: dict[str, int] = {}
    for one in persons:
        name = fold_name(one.actor.name)
        last = surname(name)
        if is_whole(name) and last not in parts:
            found[last], parts[last] = one, one.parts
        elif is_whole(name) and one.parts * OFTENER > parts[last]:
            found.pop(last, None)
    return found


def _slips(persons: list[Known]) -> Iterator[Pair]:
    """Whose name differs in one letter of a word that is none of a name: «عرو موسى»."""
    alike: dict[tuple[str, ...], list[Known]] = {}
    for one in persons:
        words = fold_name(one.actor.name).split()
        for at in range(len(words)) if len(words) > 1 else ():
            met = alike.setdefault((*words[:at], "", *words[at + 1 :]), [])
            if other := next((known for known in met if _is_slip(one, known, at)), None):
                yield other, one
            if len(met) < _MOST:
                met.append(one)


def _is_slip(one: Known, known: Known, at: int) -> bool:
    wrong, right = (fold_name(each.actor.name).split()[at] for each in (one, known))
    if _share_a_long_office(one, known) and not _are_two_names(wrong, right):
        return OSA.distance(wrong, right, score_cutoff=1) == 1
    if not _is_rare(one, known):
        return False
    if len(right) < (_LONG if _share(one, known) else _LONGER) or _is_of_names(wrong):
        return False
    return OSA.distance(wrong, right, score_cutoff=1) == 1


def _are_two_names(one: str, other: str) -> bool:
    """«محمد» and «محمود»; «دميتري» and «ديمتري» are one name."""
    return {one, other} <= given_names().keys() and sorted(one) != sorted(other)


def _share_a_long_office(one: Known, known: Known) -> bool:
    """One of three words and more: «الأمين العام للأمم المتحدة»."""
    return any(office.count(" ") > 1 for office in one.offices.keys() & known.offices.keys())


def _is_called(word: str) -> bool:
    """Whether the word stands before a name: a title, or a state's adjective."""
    return word in titles() or word in demonyms() or word in honorifics() or word in NO_LONGER


def _is_no_name(word: str) -> bool:
    return _is_called(word) or (is_common(word) and not _is_of_names(word))


def _is_surname(word: str) -> bool:
    return word not in given_names() and not is_common(word)


def _is_of_names(word: str) -> bool:
    return word in _name_words() or word in given_names() or len(word) < 3


@cache
def _name_words() -> frozenset[str]:
    """What stands in names in one of ten articles that have the word; «نفسه» does now and then."""
    return frozenset(
        word for word, articles, named, _first in rows("name_words") if int(named) * 10 >= int(articles)
    )
