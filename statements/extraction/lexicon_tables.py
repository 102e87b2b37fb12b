"""Builds the lookups of lexicon.py from data/*.tsv: folded form -> entry. Read once, at first use."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TypeVar

from .inflection import Form, adjective_forms, noun_forms, owned_forms, plural_forms
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
from .normalize import fold

Entry = TypeVar("Entry")

DATA = files(__package__) / "data"


@cache
def all_countries() -> tuple[Country, ...]:
    return tuple(_country(row) for row in rows("countries"))


@cache
def all_media() -> tuple[Medium, ...]:
    return tuple(
        Medium(_plain(row["names"])[0], _plain(row["names"]), row["sort"], row["country"])
        for row in rows("media")
    )


@cache
def all_bodies() -> tuple[Body, ...]:
    return tuple(
        Body(_plain(row["names"])[0], _plain(row["names"]), row["country"]) for row in rows("organizations")
    )


@cache
def countries() -> dict[str, Country]:
    table: dict[str, Country] = {}
    for column in ("names", "capitals"):
        for row, country in zip(rows("countries"), all_countries(), strict=True):
            for name, homonym in _names(row[column]):
                table.setdefault(name, _marked(country, homonym))
    return table


@cache
def demonyms() -> dict[str, Demonym]:
    return _first_wins(
        (form.word, Demonym(country, form.gender, form.number, form.definite, homonym and not form.definite))
        for row, country in zip(rows("countries"), all_countries(), strict=True)
        for form, homonym in _demonym_forms(row)
    )


@cache
def titles() -> dict[str, Title]:
    return _first_wins(
        (form.word, _title(row, form, homonym))
        for row in rows("titles")
        for form, homonym in _title_forms(row)
    )


@cache
def honorifics() -> dict[str, str]:
    return {fold(row["phrase"]): row["phrase"] for row in rows("honorifics")}


@cache
def media() -> dict[str, Medium]:
    return _named("media", all_media())


@cache
def bodies() -> dict[str, Body]:
    return _named("organizations", all_bodies())


@cache
def media_nouns() -> dict[str, MediaNoun]:
    return _first_wins(
        (form.word, MediaNoun(row["noun"], row["sort"], frozenset(fold(row["needs"]).split("|")) - {""}))
        for row in rows("media_nouns")
        for form in noun_forms(fold(row["noun"]), "f")
    )


@cache
def body_nouns() -> dict[str, BodyNoun]:
    return _first_wins(
        (form.word, BodyNoun(row["noun"], row["kind"], row["gender"], form.number, form.definite, form.owned))
        for row in rows("body_nouns")
        for form in _noun_and_plurals(row["noun"], row["gender"], row["plural"])
        if not form.word.endswith(("ا", "ي")) or form.word == fold(row["noun"])
    )


@cache
def group_nouns() -> dict[str, GroupNoun]:
    return _first_wins(
        (form.word, GroupNoun(row["form"], form.definite, form.owned))
        for row in rows("group_nouns")
        for form in plural_forms(fold(row["form"]), "m")
    )


@cache
def unnamed_nouns() -> dict[str, UnnamedNoun]:
    return _first_wins(
        (
            article + fold(row["noun"]) + ending,
            UnnamedNoun(row["noun"], row["number"], row["gender"], row["always"] == "yes", bool(article)),
        )
        for row in rows("unnamed")
        for article in ("", "ال")
        for ending in (("", "ا") if (row["number"], row["gender"], article) == ("s", "m", "") else ("",))
    )


@cache
def source_adjectives() -> dict[str, str]:
    return _first_wins(
        (form.word, row["adjective"])
        for row in rows("source_adjectives")
        for form in adjective_forms(fold(row["adjective"]))
    )


@cache
def event_nouns() -> dict[str, EventNoun]:
    return _first_wins(
        (form.word, EventNoun(row["form"], row["type"], row["weak"] == "yes", form.definite))
        for row in rows("event_nouns")
        for form in _event_forms(row)
    )


@cache
def given_names() -> dict[str, GivenName]:
    table = {}
    for row in rows("person_names"):
        ((name, homonym),) = _names(row["name"])
        table.setdefault(name, GivenName(row["name"].rstrip("?"), row["gender"], homonym))
    return table


@cache
def particles() -> dict[str, str]:
    return _first_wins((fold(row["word"]), row["role"]) for row in rows("name_particles"))


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of data/<name>.tsv by column; lines that begin with # tell its story."""
    text = (DATA / f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(header, line.split("\t"), strict=True))


def _first_wins(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    """Rows above win over rows below that share a form."""
    table: dict[str, Entry] = {}
    for form, entry in pairs:
        table.setdefault(form, entry)
    return table


def _names(cell: str) -> list[tuple[str, bool]]:
    """Folded names of a cell, each with whether it is a homonym (marked ?)."""
    return [(fold(name.rstrip("?")), name.endswith("?")) for name in cell.split("|") if name]


def _plain(cell: str) -> tuple[str, ...]:
    return tuple(name.rstrip("?") for name in cell.split("|") if name)


def _marked(entry: Entry, homonym: bool) -> Entry:
    return replace(entry, homonym=True) if homonym else entry


def _named(file: str, entries: Iterable[Entry]) -> dict[str, Entry]:
    return _first_wins(
        (name, _marked(entry, homonym))
        for row, entry in zip(rows(file), entries, strict=True)
        for name, homonym in _names(row["names"])
    )


def _country(row: dict[str, str]) -> Country:
    names = _plain(row["names"])
    return Country(row["code"], names[0], names, _plain(row["capitals"]))


def _demonym_forms(row: dict[str, str]) -> Iterator[tuple[Form, bool]]:
    for demonym, homonym in _names(row["demonyms"]):
        yield from ((form, homonym) for form in adjective_forms(demonym))
    for plural in _names(row["plurals"]):
        yield from ((form, plural[1]) for form in plural_forms(plural[0], "m"))


def _title(row: dict[str, str], form: Form, homonym: bool) -> Title:
    return Title(
        row["masculine"].split("|")[0],
        row["class"],
        row["complement"],
        form.gender,
        form.number,
        form.definite,
        form.owned,
        homonym,
    )


def _title_forms(row: dict[str, str]) -> Iterator[tuple[Form, bool]]:
    forms = [
        (form, homonym or (form.number == "d" and form.word.endswith("ي")))
        for gender, column in (("m", "masculine"), ("f", "feminine"))
        for title, homonym in _names(row[column])
        for form in noun_forms(title, gender)
    ]
    forms += [
        (form, homonym) for plural, homonym in _names(row["plurals"]) for form in plural_forms(plural, "m")
    ]
    # One spelling, several readings: رييسه is رئيسة before it is رئيسه (but نظيره is whose counterpart he is);
    # المسيولين are several before they are two.
    owned_last = row["complement"] != "owner"
    yield from sorted(forms, key=lambda pair: (pair[0].owned == owned_last, pair[0].number == "d"))


def _noun_and_plurals(noun: str, gender: str, plurals: str) -> Iterator[Form]:
    yield from noun_forms(fold(noun), gender)
    for plural, _ in _names(plurals):
        yield from plural_forms(plural, gender)


def _event_forms(row: dict[str, str]) -> Iterator[Form]:
    for phrase, number in ((row["form"], "s"), (row["plural"], "p")):
        if not phrase:
            continue
        words = [word.removeprefix("ال") for word in fold(phrase).split()]
        yield Form(" ".join(words), "m", number)
        yield Form(" ".join("ال" + word for word in words), "m", number, definite=True)
        tail = "".join(" ال" + word for word in words[1:])
        yield from (Form(owned + tail, "m", number, True, True) for owned in owned_forms(words[0]))
