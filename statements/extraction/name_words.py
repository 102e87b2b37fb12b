"""Whether a name goes on with a word: a learned yes or no from what the word is, what stands beside it,
and how often news has it in people's names (data/name_words.tsv).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from . import learned
from .cues import PARTICIPLE, PAST, PRESENT, read_word
from .per_word import per_word
from .segment import NUMBER, WORD, Document
from .vocabulary import (
    countries,
    country_starts,
    demonyms,
    folded,
    given_names,
    heads,
    is_function,
    is_time,
    is_verb,
    known_starts,
    looks_verbal_noun,
    nouns,
    rows,
    sure_names,
    words,
)

NAME_PARTICLES = folded("بن ابن ال ابو ابي ام عبد دي دو دا فان فون دير ديل دل لو بنت ولد بو ماك اوف")
# Below a half: a name cut short loses its bearer more often than a word too many does (who said what on the
# left-out outlets 0.759 at 0.5, 0.777 at 0.4 and at 0.3, where train begins to fall).
LEAST = 0.4
ALONE, TITLED, BODY, MEDIUM = "alone", "titled", "body", "medium"  # what the name is of
_ENDING_PARTS = folded("الدين الله الإسلام الزمان")
_THAT = folded("أن إن أنه أنها إنه إنها بأن بأنه بأنها")
_SHARES = (0.0, 0.04, 0.08, 0.15, 0.25, 0.4, 0.6, 0.8)  # lower bounds of the share of articles


@lru_cache(maxsize=1 << 15)
def _plain_answer(word: str, first: bool) -> bool | None:
    """What the model answers in 99 of 100 cases for words of a few classes: 30 of 100 questions in news."""
    if word in _UNSURE:
        return None
    sort = word_class(word)
    if sort == "name":
        return True
    none = sort in ("that", "adverb") or (
        sort == "function" and word.removeprefix("و") in words("preposition")
    )
    return False if first and none else None


_UNSURE = folded("علي بان")


def goes_on(doc: Document, start: int, j: int, use: str) -> bool:
    """Whether the name that begins at token `start` has token `j` in it."""
    plain = _plain_answer(doc.words[j], j == start)
    if plain is not None and doc.words[j] not in doc.names:
        return plain
    memory, key = doc.memory(), (j, min(j - start, 2), use)
    if key not in memory or learned.is_watched():
        memory[key] = _goes_on(doc, start, j, use)
    return memory[key]


def _goes_on(doc: Document, start: int, j: int, use: str) -> bool:
    model = learned.load("name_word")
    about = (doc.starts[start], doc.starts[j], doc.ends[j], use)
    return model.probability(parts_of(doc, start, j, use), about) >= LEAST


def parts_of(doc: Document, start: int, j: int, use: str) -> Iterator[learned.Part]:
    """What is known for the decision on token `j`."""
    word, first = doc.words[j], j == start
    here, share, after = word_class(word), _share(word), _class_at(doc, j + 1)
    at = "0" if first else "1" if j == start + 1 else "2"
    place = f"{use}0" if first else "in"
    yield word_features, (word,)
    yield _beside, (place, here, share, _class_at(doc, j - 1), after)
    yield _further, (at, _class_at(doc, j + 2))
    if first:
        yield _office_before, (doc.words[j - 1] if j else "", here)
    else:
        yield _share_before, (_share(doc.words[j - 1]), share)
    yield _to_the_pause, (place, here, doc.kinds[j - 1] if j else "^", _words_to_the_pause(doc, j))
    if met := _met(doc, j, word):
        yield _in_article, (met, place, here)
    yield from _as_written(doc, j, at, after)


def _beside(place: str, here: str, share: str, before: str, after: str) -> list[str]:
    """The classes of the word and of those beside it."""
    return [
        f"place={place}",
        f"{place}:class={here}",
        f"{place}:share={share}",
        f"{place}:before={before}",
        f"{place}:after={after}",
        f"{here}>{after}",
        f"{before}>{here}",
        f"{place}:{before}>{here}>{after}",
        f"share={share}:after={after}",
        f"share={share}:before={before}",
    ]


def _further(at: str, second: str) -> list[str]:
    return [f"at={at}", f"after2={second}"]


def _share_before(before: str, share: str) -> list[str]:
    return [f"before_share={before}:{share}"]


def _office_before(word: str, here: str) -> list[str]:
    """What stands before the first word of a name."""
    head = heads().get(word)
    if head is None:
        return ["no_head"]
    kind = f"{head.kind}/{head.title_class}/{head.definite}"
    return [f"head={kind}", f"head={kind}:{here}"]


def _words_to_the_pause(doc: Document, j: int) -> str:
    """How many words there are to the next pause or small word: «، سامر الحلواني، أن» is a name of two."""
    end, last = j + 1, min(len(doc.words), j + 6)
    while end < last and doc.kinds[end] == WORD and not is_function(doc.words[end]):
        end += 1
    return f"{end - j}{_class_at(doc, end)}"


def _to_the_pause(place: str, here: str, before: str, pause: str) -> list[str]:
    return [
        f"{place}:pause={pause}",
        f"{here}:pause={pause}",
        f"{place}:paused={before}{pause}",
        f"{here}:paused={before}{pause}",
    ]


def _met(doc: Document, j: int, word: str) -> str:
    """Whether the article has the word in a name elsewhere: with how many of its neighbours, or "attached"."""
    if word in doc.names:
        return str(sum(w in doc.names for w in doc.words[j - 1 : j] + doc.words[j + 1 : j + 2]))
    return "attached" if word[:1] in "ولبف" and word[1:] in doc.names else ""


def _in_article(met: str, place: str, here: str) -> list[str]:
    if met == "attached":
        return ["met_attached", f"met_attached:{place}"]
    return ["met", f"met:{place}", f"met:{met}:{place}", f"met:{here}"]


def _as_written(doc: Document, j: int, at: str, after: str) -> Iterator[learned.Part]:
    """Its ending, a name that only its spelling tells from a small word, a mark before it."""
    raw = doc.raw(j)
    ends = "case" if raw.endswith(_CASES) else "ta" if raw.endswith("ة") else ""
    mark = doc.kinds[j - 1] if j and doc.kinds[j - 1] not in (WORD, NUMBER) else ""
    if ends or mark:
        yield _ending_and_mark, (ends, mark)
    if doc.words[j] == "علي":
        yield _of_ali, (str(doc.written(j) == "علي" if doc.writes_ala else "?"), at, after)


_CASES = ("ً", "ًا", "اً", "ٍ", "ٌ")


def _ending_and_mark(ends: str, mark: str) -> list[str]:
    found = {"case": ["case_ending"], "ta": ["ta"], "": []}[ends]
    return [*found, f"after_mark={mark}"] if mark else found


def _of_ali(written: str, at: str, after: str) -> list[str]:
    return [f"ali={written}", f"ali={written}:{at}:{after}"]


def _class_at(doc: Document, j: int) -> str:
    """The class of a word, or the kind of another token."""
    if not 0 <= j < len(doc.kinds):
        return "end"
    return word_class(doc.words[j]) if doc.kinds[j] == WORD else doc.kinds[j]


@per_word
def word_class(word: str) -> str:
    """One of some twenty classes of words."""
    if word in _THAT:
        return "that"
    if word in _ENDING_PARTS:
        return "ending_part"
    if word in NAME_PARTICLES:
        return "particle"
    if is_function(word):
        return "function"
    if is_time(word):
        return "time"
    if head := heads().get(word):
        return f"head_{head.kind}_{head.title_class}{'_the' if head.definite else ''}"
    if word in demonyms():
        return "demonym"
    if word in sure_names() or word == "آن":  # Ann, whom folding leaves her madda
        return "name"
    if (word,) in countries() or word in country_starts():
        return "country"
    if word in given_names():
        return "given"
    if word in words("adverb"):
        return "adverb"
    if word in nouns():
        return "noun"
    if is_verb(word) or any(r.form in (PAST, PRESENT, PARTICIPLE) for r in read_word(word)):
        return "verb"
    if word in _table() and not _is_in_names(word):
        return "the_never" if word.startswith("ال") else "never"
    if word.startswith("ال"):
        return "the_noun" if word[2:] in nouns() or looks_verbal_noun(word[2:]) else "the"
    if looks_verbal_noun(word):
        return "masdar"
    return "surname" if _share(word) >= "4" else "other"


def is_common(word: str) -> bool:
    """Whether a word is of some list or shape that names are not."""
    return word_class(word) not in ("name", "given", "surname", "other", "the", "country", "particle")


@cache
def _table() -> dict[str, tuple[int, int, int]]:
    """Word -> articles, articles where it stands in a name, articles where it opens one."""
    return {row[0]: (int(row[1]), int(row[2]), int(row[3])) for row in rows("name_words")}


@per_word
def _share(word: str) -> str:
    """How much of a name the word is in news, "0" to "7"; "-" where news does not have it in names."""
    articles, inside, _ = _table().get(word, (0, 0, 0))
    if not articles:
        return "-"
    return str(sum(inside / articles >= least for least in _SHARES) - 1)


def is_mostly_name(word: str) -> bool:
    """Whether news has the word in people's names in two articles of five, and in five at least."""
    articles, inside, _ = _table().get(word, (0, 0, 0))
    return inside >= 5 and inside >= 0.4 * articles


def is_ever_name(word: str) -> bool:
    """Whether news has the word in people's names at all, however seldom, or extraction lists it as one."""
    return _is_in_names(word) or word in given_names() or word in NAME_PARTICLES


def _is_in_names(word: str) -> bool:
    articles, inside, _ = _table().get(word, (0, 0, 0))
    return inside > 0.02 * articles


@per_word
def word_features(word: str) -> tuple[str, ...]:
    """What the word is by itself."""
    articles, inside, opens = _table().get(word, (0, 0, 0))
    found = [
        f"share={_share(word)}",
        f"articles={min(4, len(str(articles)))}:{_share(word)}",
        f"opens={round(4 * opens / inside)}" if inside else "opens=-",
        f"length={min(8, len(word))}",
        f"begins={word[:1]}",
        f"begins={word[:2]}",
        f"ends={word[-1:]}",
        f"ends={word[-2:]}",
        *_lists(word),
        *_attached(word),
    ]
    if word in NAME_PARTICLES or is_function(word):
        found.append(f"word={word}")
    return tuple(found)


def _lists(word: str) -> list[str]:
    """The word lists that have it."""
    found = [
        name
        for name, known in (
            ("sure", word in sure_names()),
            ("given", word in given_names()),
            ("noun", word in nouns()),
            ("demonym", word in demonyms()),
            ("state", (word,) in countries()),
            ("known", word in known_starts()),
            ("place", word in words("place")),
            ("alone", word in words("alone")),
            ("verb", is_verb(word)),
            ("masdar", looks_verbal_noun(word)),
        )
        if known
    ]
    found += sorted({f"cue={r.form}" for r in read_word(word)})
    return found


_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "في", "و", "ب", "ل", "ف", "ك", "س", "ي", "ت", "ن", "ا")
_SUFFIXES = (
    "هما",
    "ها",
    "هم",
    "هن",
    "نا",
    "كم",
    "ه",
    "ي",
    "ا",
    "ون",
    "ين",
    "ات",
    "ان",
    "ت",
    "وا",
    "تين",
    "يه",
)


_PREFIXES_OF = {letter: [p for p in _PREFIXES if p[0] == letter] for letter in {p[0] for p in _PREFIXES}}
_SUFFIXES_OF = {letter: [s for s in _SUFFIXES if s[-1] == letter] for letter in {s[-1] for s in _SUFFIXES}}


def _attached(word: str) -> list[str]:
    """What is left of the word without a prefix or an ending."""
    found = []
    for prefix in _PREFIXES_OF.get(word[:1], ()):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            found += [f"{prefix}+{kind}" for kind in _stem_kinds(word[len(prefix) :])]
    for suffix in _SUFFIXES_OF.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)]
            found += [f"{kind}+{suffix}" for kind in _stem_kinds(stem)]
            if stem.endswith("ت") and stem[:-1] + "ه" in nouns():
                found.append(f"noun+ت{suffix}")
    return found


@per_word
def _stem_kinds(stem: str) -> tuple[str, ...]:
    kinds = [
        kind
        for kind, known in (
            ("noun", stem in nouns() or stem + "ه" in nouns()),
            ("head", stem in heads()),
            ("name", stem in given_names()),
            ("small", is_function(stem)),
            ("verb", len(stem) > 2 and is_verb(stem)),
            ("masdar", looks_verbal_noun(stem)),
            ("state", stem in country_starts()),
            ("surname", _share(stem) >= "4"),
        )
        if known
    ]
    return tuple(kinds)
