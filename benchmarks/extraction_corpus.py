"""Run extraction over the news corpus and count what it gives and what may not be.

Unsound is: an exception, a span outside the text, an empty one, contents of one statement that overlap,
a cue inside its own content, an id that names nothing, another output the second time.
"""

from __future__ import annotations

import itertools
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold import read_corpus
from statements.extraction import Extraction, Quotation, Span, extract


def check_corpus(shared: Path, articles: int | None, workers: int) -> bool:
    """Print the counts over the corpus; whether anything was unsound."""
    start, total = time.monotonic(), Counter()
    texts = itertools.islice(read_corpus(shared), articles)
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for counts in pool.imap(check, texts, chunksize=32):
            total.update(counts)
    seconds = time.monotonic() - start
    for what, count in sorted(total.items()):
        print(f"{count:9} {what}")
    print(f"{seconds:9.0f} seconds, {total['articles'] / seconds:.0f} articles a second, {workers} processes")
    return any(what.startswith("UNSOUND") for what in total)


def check(text: str) -> Counter:
    """What extraction of one text gives, and what is unsound."""
    counts = Counter(articles=1, words=len(text.split()))
    try:
        found = extract(text)
        again = extract(text)
    except Exception as error:
        counts[f"UNSOUND {type(error).__name__}: {error}"] += 1
        return counts
    counts.update(f"{q.kind} statements" for q in found.quotations)
    counts.update(f"UNSOUND {what}" for what in unsound(text, found))
    counts["UNSOUND another output the second time"] += found != again
    counts.update({"statements": len(found.quotations), "actors": len(found.actors)})
    counts.update({"events": len(found.events), "without a speaker": _unattributed(found)})
    return +counts


def _unattributed(found: Extraction) -> int:
    return sum(not q.speakers for q in found.quotations)


def unsound(text: str, found: Extraction) -> Iterator[str]:
    """What may not be in an extraction of `text`."""
    actors, events = {a.id for a in found.actors}, {e.id for e in found.events}
    for quotation in found.quotations:
        yield from _unsound_spans(text, quotation)
        people = {*quotation.speakers, *quotation.addressees}
        if quotation.reported_by is not None:
            people.add(quotation.reported_by)
        if not people <= actors:
            yield "actor of no name"
        if quotation.event is not None and quotation.event not in events:
            yield "event of no type"
    if any(not actor.name.strip() for actor in found.actors):
        yield "empty name"
    if not all(_is_inside(mention.span, text) for mention in found.mentions):
        yield "mention outside the text or empty"


def _unsound_spans(text: str, quotation: Quotation) -> Iterator[str]:
    spans = [*quotation.spans, *quotation.speaker_mentions, *quotation.addressee_mentions]
    spans += [span for span in (quotation.reported_by_mention,) if span]
    spans += [quotation.cue.span] if quotation.cue else []
    if not quotation.spans:
        yield "no content"
    if not all(_is_inside(span, text) for span in spans):
        yield "span outside the text or empty"
    if any(not any(map(str.isalnum, span.of(text))) for span in quotation.spans):
        yield "content without a letter"
    if any(one.end > two.start for one, two in itertools.pairwise(quotation.spans)):
        yield "contents that overlap"
    cue = quotation.cue.span if quotation.cue else None
    if cue and any(span.start < cue.end and cue.start < span.end for span in quotation.spans):
        yield "cue inside its own content"


def _is_inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text) and bool(span.of(text).strip())
