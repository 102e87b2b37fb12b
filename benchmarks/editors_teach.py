"""Measure what the corrections of ten articles do for all others: names an editor confirmed teach the extractor.

    .venv/bin/python -m benchmarks.editors_teach [--shared ../shared] [--articles 10] [--corpus 4000]

The annotation of a gold article stands for an editor's corrections. Taken are those whose names stand in most
other articles. Printed are the scores of the other gold articles in which a taught name stands, untaught and
taught, and in how many articles of the corpus the extractor now finds an actor of that name whom it missed.
"""

from __future__ import annotations

import argparse
import datetime
import os
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from benchmarks.gold import load_gold, load_scorer, read_corpus_articles  # noqa: E402
from statements.actors.known_actors import tells  # noqa: E402
from statements.actors.naming import fold_name  # noqa: E402
from statements.extraction import Gazetteer, extract  # noqa: E402
from statements.extraction.__main__ import as_dict  # noqa: E402
from statements.extraction.gazetteer import KnownActor  # noqa: E402

SHOWN = ("found", "exact", "who_said_what", "who_said_what_to_whom", "addressees", "reported_by")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=10, help="corrected")
    parser.add_argument("--corpus", type=int, default=4000, help="articles of the corpus looked at")
    options = parser.parse_args()
    golds = [gold for some in load_gold(options.shared).values() for gold in some]
    corrected = _most_telling(golds, options.articles)
    taught = [known for gold in corrected for known in _confirmed(gold)]
    others = [gold for gold in golds if gold not in corrected and _names(taught) & _phrases(gold["text"])]
    print(
        f"{len(corrected)} articles corrected, {len(taught)} actors taught, {len(others)} others have their names"
    )
    _print_scores(load_scorer(options.shared), others, Gazetteer(taught))
    _print_corpus(options, taught)


def _confirmed(gold: dict) -> list[KnownActor]:
    """The actors that an editor would have confirmed: named ones, by every name of theirs that tells."""
    return [
        KnownActor(names[0], actor["kind"], tuple(names))
        for actor in gold["actors"]
        if actor["kind"] in ("person", "organization", "agency")
        and (names := [name for name in actor["names"] if tells(actor["kind"], name)])
    ]


def _most_telling(golds: list[dict], count: int) -> list[dict]:
    """The articles whose full names stand in most others."""
    phrases = [_phrases(gold["text"]) for gold in golds]

    def shared(gold: dict) -> int:
        return sum(bool(_names(_confirmed(gold)) & words) for words in phrases)

    return sorted(golds, key=shared, reverse=True)[:count]


def _names(known: Iterable[KnownActor]) -> set[str]:
    """Their folded names of two words and more: one word may be anything."""
    return {folded for one in known for name in (one.name, *one.names) if " " in (folded := fold_name(name))}


def _phrases(text: str) -> set[str]:
    """Every two to four neighbouring words, folded."""
    words = fold_name(text).split()
    return {" ".join(words[at : at + size]) for at in range(len(words)) for size in (2, 3, 4)}


def _print_scores(scorer, golds: list[dict], gazetteer: Gazetteer) -> None:
    for label, known in (("untaught", None), ("taught", gazetteer)):
        articles = [
            scorer.Article(gold, as_dict(gold["id"], extract(gold["text"], gazetteer=known)))
            for gold in golds
        ]
        result = scorer.score(articles)
        print(f"{label:9}", "  ".join(f"{figure} {result[figure]['f1']:.3f}" for figure in SHOWN))


def _print_corpus(options: argparse.Namespace, taught: list[KnownActor]) -> None:
    gazetteer, wanted = Gazetteer(taught), _names(taught)
    looked_at = gained = lost = parts = 0
    for article in islice(read_corpus_articles(options.shared), options.corpus):
        if not wanted & _phrases(article["text"]):
            continue
        looked_at += 1
        day = datetime.date.fromisoformat(article["date"][:10]) if article.get("date") else None
        before, after = (
            _found(extract(article["text"], published=day, gazetteer=known), wanted)
            for known in (None, gazetteer)
        )
        gained += bool(after - before)
        lost += bool(before - after)
        parts += len(after - before) - len(before - after)
    print(
        f"corpus: {looked_at} of {options.corpus} articles have a taught name; found where it was missed in {gained}, "
        f"no longer found in {lost}; parts in statements under taught names: {parts:+d}"
    )


def _found(extraction, wanted: set[str]) -> set[tuple]:
    """Parts in statements of actors under one of the wanted names: (content, role, name)."""
    names = {
        actor.id: folded
        for actor in extraction.actors
        for name in (actor.name, *actor.names)
        if (folded := fold_name(name)) in wanted
    }
    return {
        (quotation.spans[0].start, role, names[actor])
        for quotation in extraction.quotations
        for role, actors in (("speaker", quotation.speakers), ("addressee", quotation.addressees))
        for actor in actors
        if actor in names
    }


if __name__ == "__main__":
    main()
