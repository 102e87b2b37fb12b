"""The word lists of data/*.tsv, looked up by folded words.

Every function takes words as `normalize.fold` leaves them, without attached و ف ب ك ل (see
`inflection.peel`), and returns an entry or None:

    country_of("العراق"), country_of("طهران")         Country      state by name or capital
    demonym_of("الايرانيه")                            Demonym      its country, gender, number
    title_of("وزيرا"), title_of("رييس الوزراء")         Title        office, rank, form of address …
    honorific_of("صاحب السمو الملكي")                  str          phrase that is no part of a name
    medium_of("وكاله مهر للانباء")                      Medium       agency, newspaper, channel …
    media_noun_of("صحيفه")                             MediaNoun    noun that makes a medium of what follows
    body_of("مجلس الامن")                              Body         body with a name of its own
    body_noun_of("وزاره")                              BodyNoun     noun that heads a body's name
    group_noun_of("المسيولين")                         GroupNoun    plural noun for people
    unnamed_noun_of("مصدر")                            UnnamedNoun  head of a source left without a name
    source_adjective_of("دبلوماسيه")                    str          adjective after such a noun
    event_noun_of("الاتصال الهاتفي")                    EventNoun    type of the occasion
    given_name_of("محمد")                              GivenName    first name, its gender
    particle_role("بن")                                str          son, house, father, servant, compound, foreign
    longest(title_of, words, start)                    (entry, number of words), the longest run that is listed

Entries with `homonym` true are also common words (علي, الوطن, مالي): take them only where grammar agrees.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from . import lexicon_tables as tables
from .lexicon_entries import (
    Body,
    BodyNoun,
    Country,
    Demonym,
    EventNoun,
    GivenName,
    GroupNoun,
    MediaNoun,
    Medium,
    Title,
    UnnamedNoun,
)

Entry = TypeVar("Entry")


def country_of(words: str) -> Country | None:
    return tables.countries().get(words)


def demonym_of(words: str) -> Demonym | None:
    return tables.demonyms().get(words)


def title_of(words: str) -> Title | None:
    return tables.titles().get(words)


def honorific_of(words: str) -> str | None:
    return tables.honorifics().get(words)


def is_form_of_address(words: str) -> bool:
    """Whether the folded words say no more than how one is spoken of: «السيد», «الدكتور», «صاحب السمو الملكي»."""
    if honorific_of(words):
        return True
    titles = [title_of(word) for word in words.split()]
    return bool(titles) and all(title and title.kind == "address" for title in titles)


def medium_of(words: str) -> Medium | None:
    return tables.media().get(words)


def media_noun_of(word: str) -> MediaNoun | None:
    return tables.media_nouns().get(word)


def body_of(words: str) -> Body | None:
    return tables.bodies().get(words)


def body_noun_of(word: str) -> BodyNoun | None:
    return tables.body_nouns().get(word)


def group_noun_of(word: str) -> GroupNoun | None:
    return tables.group_nouns().get(word)


def unnamed_noun_of(word: str) -> UnnamedNoun | None:
    return tables.unnamed_nouns().get(word)


def source_adjective_of(word: str) -> str | None:
    return tables.source_adjectives().get(word)


def event_noun_of(words: str) -> EventNoun | None:
    return tables.event_nouns().get(words)


def given_name_of(word: str) -> GivenName | None:
    return tables.given_names().get(word)


def particle_role(word: str) -> str | None:
    return tables.particles().get(word)


def longest(
    find: Callable[[str], Entry | None], words: Sequence[str], start: int, most: int = 6
) -> tuple[Entry, int] | None:
    """The entry of the longest run of `words` from `start` that `find` knows, and how many words it has."""
    for size in range(min(most, len(words) - start), 0, -1):
        entry = find(" ".join(words[start : start + size]))
        if entry is not None:
            return entry, size
    return None
