"""Examples for the model «speaker»: who speaks in a clause (statements/extraction/choosing.py)."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.gold_actors import is_called, read_watched
from benchmarks.learning import Example
from statements.extraction.candidates import Candidate
from statements.extraction.coreference import Cast


def examples(gold: dict) -> Iterator[Example]:
    """Every clause of one gold article whose speaker the gold tells and some candidate is."""
    actors = {a["id"]: a for a in gold["actors"]}
    cues = {s["cue"][0]: s for s in gold["statements"] if s["cue"]}
    for decision in read_watched(gold, "speaker")[1]:
        cast, clause, candidates = decision.about
        wanted = cues.get(cast.doc.starts[clause.cue.at])
        if wanted is None:
            continue
        speakers = [actors[i] for i in wanted["speakers"]]
        at = next((i for i, c in enumerate(candidates) if _means(cast, c, speakers)), None)
        if at is not None:
            yield Example(decision.candidates, at)


def _means(cast: Cast, candidate: Candidate, actors: list[dict]) -> bool:
    """Whether a candidate means just these gold actors, by all the names they have in the end."""
    left = list(actors)
    for called in _names(cast, candidate):
        match = next((a for a in left if is_called(called, a)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _names(cast: Cast, candidate: Candidate) -> Iterator[list[str]]:
    resolved = {(first, end): member for first, end, member in cast.mentions}
    parties = iter(candidate.parties) if not candidate.members else iter(())
    for member in candidate.meant:
        party = next(parties, None)
        if member is None:
            member = resolved.get((party.first, party.end))
        yield member.names if member else [cast.doc.of(*(party.name or (party.first, party.end)))]
