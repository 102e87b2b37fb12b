"""One run of the measurement, printed as it goes: tables for benchmarks/README.md."""

from __future__ import annotations

import argparse
import itertools
import random
import time
from functools import partial
from pathlib import Path

from django.db.models import Count
from django.test import Client

from benchmarks.search import changes, first_written, ours, pages
from benchmarks.search.kinds import ORDERS, Kinds, Question
from benchmarks.search.speech import Speech
from benchmarks.search.timing import Times, measure
from newsarchive.database import start_embedded
from statements.models import Actor
from statements.search.building import rebuild
from statements.search.completing import complete
from statements.search.index import current

_LONGEST = 15  # seconds for one kind on PostgreSQL, which may take seconds a query
_SPEAKERS = 200
_CHANGES = 60


def run(folder: Path, options: argparse.Namespace) -> None:
    """Build what is missing, measure, print."""
    build_index(anew=options.rebuild)
    if not options.without_postgresql:
        first_written.make()
    speech = Speech(options.shared, options.seed)
    speakers = _speakers()
    queries(speech, speakers, options)
    completion(options.rounds)
    over_http(Kinds(speech, speakers, seed=5), options.rounds)
    following()


def build_index(*, anew: bool) -> None:
    """Its time and size; the time only where it is built."""
    started = time.monotonic()
    if anew or not current():
        count = rebuild()
        seconds = time.monotonic() - started
        print(f"{count:,} documents indexed in {seconds:.0f} s, {count / seconds:,.0f} a second.")
    size = sum(file.stat().st_size for file in current().iterdir())
    print(f"The index has {size / 1e6:,.0f} MB.", flush=True)


def _speakers() -> list[tuple[int, str, str]]:
    """Persons among those who say most."""
    spoke = Actor.objects.filter(pk__lte=2 * _SPEAKERS, kind="person", parties__role="speaker")
    counted = spoke.annotate(said=Count("parties")).order_by("-said")
    return list(counted.values_list("pk", "slug", "name")[:_SPEAKERS])


def queries(speech: Speech, speakers: list, options: argparse.Namespace) -> None:
    """A row a kind: p50 / p95 in milliseconds of each way, and of this process alone; by relevance and by day together."""
    print(
        "\n| kind | found | PostgreSQL first written | this search | asked again | Tantivy alone | rows | page |"
    )
    print("|---|---|---|---|---|---|---|---|")
    client = Client(SERVER_NAME="localhost")
    for name in Kinds(speech, speakers).all():
        questions = list(Kinds(speech, speakers).questions(name, options.rounds))
        print(_row(name, questions, client, options), flush=True)


def _row(name: str, questions: list[Question], client: Client, options: argparse.Namespace) -> str:
    addresses = [q.address(order) for order, q in itertools.product(ORDERS, questions)]
    totals: list[int] = []
    anew = measure(partial(_count_anew, address, totals) for address in addresses)
    again = measure(partial(ours.whole, address) for address in addresses)
    given = [ours.prepared(address) for address in addresses]
    alone = measure(partial(ours.alone, one) for one, _results, _ids in given)
    rows = measure(partial(results.fetch, ids) for _found, results, ids in given)
    shown = measure(
        partial(pages.page, client, address) for address in addresses[:: max(1, len(addresses) // 100)]
    )
    written = "" if options.without_postgresql else _wall(_first_written(questions))
    cells = [name, f"{sum(totals) // len(totals):,}", written, *map(str, (anew, again, alone, rows, shown))]
    return f"| {' | '.join(cells)} |"


def _wall(times: Times) -> str:
    """Without what this process did itself: PostgreSQL does the work."""
    return str(Times(times.each))


def _count_anew(address: str, totals: list[int]) -> None:
    totals.append(ours.whole_anew(address))


def _first_written(questions: list[Question]) -> Times:
    asked = ((q.asked, order == "relevance") for q in questions for order in ORDERS)
    return measure((partial(first_written.answer, one, by_rank=rank) for one, rank in asked), _LONGEST)


def completion(rounds: int) -> None:
    """Names completed while they are typed: three letters or more, every other one with a letter wrong."""
    chance = random.Random(2)
    names = list(Actor.objects.values_list("name", flat=True))
    typed = [_typed(chance, chance.choice(names), wrong=bool(turn % 2)) for turn in range(rounds)]
    times = measure(partial(complete, one) for one in typed)
    print(f"\nA name of {len(names):,} completed: {times} ms.", flush=True)


def _typed(chance: random.Random, name: str, *, wrong: bool) -> str:
    typed = name[: chance.randint(3, len(name))]
    if wrong and len(typed) > 3:
        at = chance.randrange(1, len(typed))
        typed = typed[:at] + "ث" + typed[at + 1 :]
    return typed


def over_http(kinds: Kinds, rounds: int) -> None:
    """Pages a second with four readers of two processes, all kinds mixed, each query asked once."""
    questions = [q for name in kinds.all() for q in kinds.questions(name, rounds)]
    kinds.random.shuffle(questions)
    with pages.server(start_embedded()) as port:
        pages.read(port, [q.address("relevance") for q in questions[:8]])
        rate, times = pages.read(port, [q.address("relevance") for q in questions])
    print(f"{rate:.1f} pages a second to {pages.READERS} readers, each after {times} ms.", flush=True)


def following() -> None:
    """How soon changes are found: by themselves, then among a thousand others a second."""
    with changes.follower(start_embedded()):
        changes.settle()
        print(f"A change is found after {changes.delays(_CHANGES)} ms", end="", flush=True)
        changing = changes.Changing()
        changing.start()
        time.sleep(2)
        times = changes.delays(_CHANGES)
        changing.stopping.set()
        changing.join()
        rate = changing.made / changing.took
        print(f"; after {times} ms while {rate:,.0f} statements a second change.")
