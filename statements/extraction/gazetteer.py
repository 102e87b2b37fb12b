"""Known names in a text, longest first: states, media and bodies of the lexicon, and the archive's own actors.

It says where a known name stands and whose it may be; who is meant stays with coreference and linking.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from .annotations import Span
from .inflection import peel
from .lexicon_tables import all_bodies, all_countries, all_media, bodies, countries, media
from .normalize import Folded, fold

_WORD = re.compile(r"\w+")
# Between two words of one name: spaces, and the quotation marks of وكالة "مهر" للأنباء. Never a line end.
_GAP = re.compile(r"""(?: |["'«»“”„‘’‹›()\-–]){1,4}""")
_INITIALS_GAP = re.compile(r"[ .]{1,3}")  # أ.ف.ب


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor by all its spellings; titles are offices it is known to hold (وزير الخارجية الإيراني)."""

    name: str
    kind: str
    names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownName:
    """A known name in the text; several actors share it when it is ambiguous."""

    span: Span
    actors: tuple[KnownActor, ...]
    by_title: bool = False
    own: bool = True  # the caller's, not the lexicon's

    @property
    def actor(self) -> KnownActor | None:
        """The actor, None when several share the name."""
        return self.actors[0] if len(self.actors) == 1 else None


class Gazetteer:
    """Known names, looked up by folded words. The caller's actors come before the built-in ones."""

    __slots__ = ("_actors", "_own", "_sizes", "_titles")

    def __init__(self, actors: Iterable[KnownActor] = ()):
        actors = tuple(actors)
        names = _by_name((actor, (actor.name, *actor.names)) for actor in actors)
        titles = _by_name((actor, filter(_is_telling, actor.titles)) for actor in actors)
        self._titles = frozenset(titles) - names.keys()
        self._own = titles.keys() | names.keys()
        self._actors = {**_builtin(), **titles, **names}
        self._sizes = _sizes_by_first_word(self._actors)

    def actors_of(self, name: str) -> tuple[KnownActor, ...]:
        """The actors known by this name in any spelling; () when there is none."""
        return self._actors.get(_key(name), ())

    def find(self, text: str | Folded) -> tuple[KnownName, ...]:
        """Known names of the text in order, the longest where several begin; none overlap.

        Attached و ف ب ك ل stay outside the span, but for للعراق, which is not cut inside لل.
        """
        folded = text if isinstance(text, Folded) else Folded(text)
        words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(folded.text)]
        found, i = [], 0
        while i < len(words):
            name = self._longest(folded.text, words, i)
            if name is None:
                i += 1
                continue
            start, size, key = name
            found.append(self._known_name(folded, start, words[i + size - 1][2], key))
            i += size
        return tuple(found)

    def _longest(self, text: str, words: list[tuple[str, int, int]], i: int) -> tuple[int, int, str] | None:
        """Offset, number of words and key of the longest known name whose first word is words[i]."""
        word, offset, _ = words[i]
        best = None
        for cut, first in peel(word) if word[0] in _PROCLITICS else ((0, word),):
            for size in self._sizes.get(first, ()):
                if best and size <= best[1]:
                    break
                key = _joined(text, words, i, size, first)
                if key in self._actors:
                    best = (offset + cut, size, key)
                    break
        return best

    def _known_name(self, folded: Folded, start: int, end: int, key: str) -> KnownName:
        return KnownName(
            Span(*folded.span(start, end)), self._actors[key], key in self._titles, key in self._own
        )


_PROCLITICS = "وفبكل"


def _key(name: str) -> str:
    return " ".join(_WORD.findall(fold(name)))


def _is_telling(title: str) -> bool:
    """Whether an office says more than «الوزير», which points to somebody else in every article."""
    return " " in title.strip()


def _by_name(
    named: Iterable[tuple[KnownActor, Iterable[str]]],
) -> dict[str, tuple[KnownActor, ...]]:
    found: dict[str, list[KnownActor]] = {}
    for actor, names in named:
        for key in {key for key in map(_key, names) if key}:
            found.setdefault(key, []).append(actor)
    return {key: tuple(actors) for key, actors in found.items()}


def _sizes_by_first_word(names: Iterable[str]) -> dict[str, list[int]]:
    """First word -> how many words the names that begin with it have, most first."""
    sizes: dict[str, set[int]] = {}
    for name in names:
        first, *rest = name.split(" ")
        sizes.setdefault(first, set()).add(1 + len(rest))
    return {first: sorted(lengths, reverse=True) for first, lengths in sizes.items()}


def _joined(text: str, words: list[tuple[str, int, int]], i: int, size: int, first: str) -> str | None:
    """The words from i on as a key, None when they do not stand together."""
    if i + size > len(words):
        return None
    key = [first]
    for (before, _, end), (word, start, _) in zip(
        words[i : i + size - 1], words[i + 1 : i + size], strict=True
    ):
        gap = _INITIALS_GAP if len(before) <= 2 and len(word) <= 2 else _GAP
        if not gap.fullmatch(text, end, start):
            return None
        key.append(word)
    return " ".join(key)


@cache
def _builtin() -> dict[str, tuple[KnownActor, ...]]:
    """Names of the lexicon that are no common words besides."""
    return {key: (actor,) for key, actor in _lexicon_names() if key}


def _lexicon_names() -> Iterator[tuple[str, KnownActor]]:
    """Later ones win: a body over a medium over a state of the same name."""
    for table, entries, kind in (
        (countries(), all_countries(), "country"),
        (media(), all_media(), "agency"),
        (bodies(), all_bodies(), "organization"),
    ):
        for entry in entries:
            every = (*entry.names, *getattr(entry, "capitals", ()))
            sure = [name for name in every if not table[fold(name)].homonym]
            if sure:
                name = entry.name if kind == "country" else sure[0]
                actor = KnownActor(name, kind, tuple(other for other in sure if other != name))
                yield from ((_key(name), actor) for name in sure)
