"""What the word lists say of a word: one frozen value a kind of entry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    homonym: bool = False


@dataclass(frozen=True, slots=True)
class Demonym:
    country: Country
    gender: str
    number: str
    definite: bool
    homonym: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """kind: office, rank, address, royal, clergy, trade or family.

    complement: field, body, state, title, name, owner or none.
    """

    word: str
    kind: str
    complement: str
    gender: str
    number: str
    definite: bool = False
    owned: bool = False
    homonym: bool = False


@dataclass(frozen=True, slots=True)
class Medium:
    name: str
    names: tuple[str, ...]
    sort: str
    country: str
    homonym: bool = False


@dataclass(frozen=True, slots=True)
class MediaNoun:
    """needs: folded words of which one must follow within the name; empty when any name will do."""

    word: str
    sort: str
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Body:
    name: str
    names: tuple[str, ...]
    country: str
    homonym: bool = False


@dataclass(frozen=True, slots=True)
class BodyNoun:
    word: str
    kind: str
    gender: str
    number: str
    definite: bool = False
    owned: bool = False


@dataclass(frozen=True, slots=True)
class GroupNoun:
    word: str
    definite: bool
    owned: bool = False


@dataclass(frozen=True, slots=True)
class UnnamedNoun:
    """always: never stands before a person's name (مصدر), unlike مسؤول."""

    word: str
    number: str
    gender: str
    always: bool
    definite: bool = False


@dataclass(frozen=True, slots=True)
class EventNoun:
    """weak: names an occasion only in some sentences (زيارة, كلمة)."""

    word: str
    type: str
    weak: bool
    definite: bool = False


@dataclass(frozen=True, slots=True)
class GivenName:
    name: str
    gender: str
    homonym: bool = False
