"""An Extraction as plain values, in the format the scorer reads: spans are [start, end) in code points."""

from __future__ import annotations

from .annotations import Extraction, Quotation


def as_dict(identity: str, found: Extraction) -> dict:
    """An Extraction as plain values: spans are [start, end) in code points."""
    return {
        "id": identity,
        "version": found.version,
        "actors": [
            {"id": a.id, "name": a.name, "kind": a.kind, "names": a.names, "titles": a.titles}
            for a in found.actors
        ],
        "mentions": [{"span": [m.span.start, m.span.end], "actor": m.actor} for m in found.mentions],
        "events": [
            {
                "id": e.id,
                "type": e.type,
                "participants": e.participants,
                "place": e.place,
                "date": e.date,
                "day": e.day.isoformat() if e.day else None,
            }
            for e in found.events
        ],
        "statements": [_statement(q) for q in found.quotations],
    }


def _statement(quotation: Quotation) -> dict:
    cue = quotation.cue
    return {
        "kind": quotation.kind,
        "spans": [[s.start, s.end] for s in quotation.spans],
        "cue": [cue.span.start, cue.span.end] if cue else None,
        "lemma": cue.lemma if cue else None,
        "sense": cue.sense if cue else None,
        "speakers": quotation.speakers,
        "addressees": quotation.addressees,
        "event": quotation.event,
        "reported_by": quotation.reported_by,
        "rule": quotation.rule,
        "confidence": round(quotation.confidence, 3),
    }
