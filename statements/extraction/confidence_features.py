"""The features of the model `sure`, made of the few values that `confidence` finds."""

from __future__ import annotations


def speaker(rule: str, own: str, sort: str, distance: str, share: str) -> list[str]:
    return [
        f"rule {rule}",
        f"by {own}",
        f"speaker {sort}",
        f"by {own} {sort}",
        f"by {own} {distance}",
        f"distance {distance}",
        f"share {share}",
        f"by {own} share {share}",
    ]


def said(said: str, shown: str, speakers: str, own: str) -> list[str]:
    """How much the speaker says of all that is said, and among how many."""
    return [
        "always",
        f"says {said} of {shown}",
        f"says {said} {own}",
        f"speakers {speakers}",
        f"speakers {speakers} {own}",
    ]


def told(agrees: str, relayed: bool, own: str) -> list[str]:
    found = [f"relay {relayed}", f"relay {relayed} {own}"]
    return [*found, f"agrees {agrees} {own}"] if agrees else found


def opened(opener: str, kind: str, share: str, begins: str) -> list[str]:
    return [f"opens {opener} {kind}", f"opens {opener} share {share}", f"begins {begins} {opener}"]


def ended(ends: str, after: str, kind: str, opener: str) -> list[str]:
    return [
        f"ends {ends}",
        f"ends {ends} {kind}",
        f"ends {ends} {opener}",
        f"after {after}",
        f"after {after} {opener}",
        f"after {after} {kind}",
    ]


def measured(length: str, spans: int, region: str, opener: str, ends: str) -> list[str]:
    return [
        f"length {length}",
        f"length {length} {opener}",
        f"length {length} {ends}",
        f"spans {spans}",
        f"region {region} {opener}",
    ]


def marked(commas: str, stops: str, paired: bool, kind: str, ends: str) -> list[str]:
    return [
        f"commas {commas} {kind}",
        f"commas {commas} {ends}",
        f"stops {stops} {kind}",
        f"marks {paired} {kind}",
    ]


def cues_inside(cues: str, kind: str) -> list[str]:
    return [f"cues inside {cues}", f"cues inside {cues} {kind}"]


def placed(told: str, placed: str, opener: str, outer: str) -> list[str]:
    return [f"told {told}", f"told {told} {opener}", f"placed {placed}", f"placed {placed} {outer}"]


def stands(cues: str, sentence: str, at: str, children: str, outer: str) -> list[str]:
    return [
        outer,
        f"cues {cues}",
        f"cues {cues} {outer}",
        f"sentence {sentence}",
        f"at {at} {outer}",
        f"children {children}",
    ]


def no_cue() -> list[str]:
    return ["no cue"]


def cue(lemma: str, sense: str, strength: str, form: str, opener: str, outer: str) -> list[str]:
    return [
        f"cue {lemma}",
        f"cue {lemma} {opener}",
        f"sense {sense}",
        f"sense {sense} {opener}",
        f"sense {sense} {form}",
        f"form {form} {strength}",
        f"form {form} {opener} {outer}",
    ]


def before_cue(before: str, form: str) -> list[str]:
    return [f"before {before} {form}"]
