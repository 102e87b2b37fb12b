"""The features of `placing`, made of the few values that `placing_evidence` finds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from .learned import Part


def put(where: str, parts: list[Part]) -> list[Part]:
    """The parts, of a cue in one place."""
    return [(make, (where, *values)) for make, values in parts]


def _placed(make: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """The same features of each place: where the cue is put comes before the other values."""

    @wraps(make)
    def placed(where: str, *values) -> list[str]:
        return [f"{where}|{feature}" for feature in make(*values)]

    return placed


@_placed
def cue(
    lemma: str, sense: str, strength: str, form: str, opener: str, loose: str, suffix: bool, number: int
) -> list[str]:
    return [
        f"lemma={lemma}",
        f"form={form}",
        f"form={form}&sense={sense}",
        f"form={form}&strength={strength}&opener={opener}",
        f"form={form}&suffix={suffix}&opener={opener}",
        f"form={form}&number={number}",
        f"{loose}&form={form}&opener={opener}",
        f"{loose}&form={form}&strength={strength}",
        f"{loose}&sense={sense}",
    ]


@_placed
def rule(ruled: str, loose: str, form: str, prefix: str, subject: str) -> list[str]:
    return [
        f"rule={ruled}&{loose}",
        f"rule={ruled}&form={form}",
        f"rule={ruled}&form={form}&prefix={prefix}",
        f"rule={ruled}&subject={subject}",
    ]


@_placed
def subject(subject: str, form: str, opener: str, told: str, loose: str) -> list[str]:
    return [
        f"{loose}&subject={subject}&form={form}",
        f"form={form}&subject={subject}&opener={opener}",
        f"form={form}&subject={subject}&named={told}",
    ]


@_placed
def joined(form: str, joined: str, told: str, quoted: str, before: str) -> list[str]:
    return [
        f"form={form}&joined={joined}&named={told}",
        f"form={form}&joined={joined}&{quoted}",
        f"form={form}&before={before}",
    ]


@_placed
def around(opens: str, after: str, contrast: str, form: str, host: str) -> list[str]:
    return [
        f"start={opens}&form={form}",
        f"after={after}&form={form}",
        f"contrast={contrast}&form={form}",
        f"contrast={contrast}&host={host}",
    ]


@_placed
def agreement(fits: str, tense: str, form: str, joined: str, named: bool, pause: str) -> list[str]:
    return [
        f"form={form}&fits={fits}",
        f"form={form}&fits={fits}&joined={joined}&named={named}",
        f"form={form}&fits={fits}&pause={pause}",
        f"tense={tense}",
        f"tense={tense}&joined={joined}&fits={fits}",
    ]


@_placed
def host(
    distance: str, opener: str, quoted: bool, unclosed: bool, children: int, form: str, joined: str
) -> list[str]:
    return [
        f"distance={distance}&form={form}",
        f"host={opener}&form={form}&joined={joined}",
        f"quoted={quoted}&unclosed={unclosed}&form={form}",
        f"children={children}&joined={joined}&form={form}",
    ]


@_placed
def with_theme(
    theme: str, same: bool, form: str, joined: str, fits: str, named: bool, paused: bool
) -> list[str]:
    return [
        f"theme={theme}&form={form}&joined={joined}",
        f"theme={theme}&fits={fits}&joined={joined}&named={named}&pause={paused}",
        f"again={same}&joined={joined}&form={form}",
    ]


@_placed
def whose(own: str, subject: str, sense: str, form: str) -> list[str]:
    return [
        f"own={own}&form={form}",
        f"own={own}&form={form}&subject={subject}",
        f"own={own}&sense={sense}&{form}",
    ]


@_placed
def paper(paper: bool, in_relative: bool, form: str, joined: str) -> list[str]:
    return [f"paper={paper}&form={form}", f"host in relative={in_relative}&form={form}&joined={joined}"]


@_placed
def done(doing: str, first: bool, sense: str, form: str) -> list[str]:
    """What whoever speaks around the cue does, and whether his content begins with it: «رفض [اقتراح] …»."""
    return [f"host={doing}&first={first}&form={form}", f"host={doing}&first={first}&sense={sense}"]
