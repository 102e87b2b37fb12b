"""Measure search: how fast an index is built, how long queries take, how soon a change is found.

    python benchmarks/search.py [statements] [--actors 50000] [--corpus news.jsonl.gz]

Makes an archive of statements in a database of its own beside the one of the settings and removes both
afterwards. Words are made up, with frequencies as in news (Zipf), or drawn from the corpus that is given.
"""

# ruff: noqa: E402  settings must stand before Django is imported

import argparse
import datetime
import gzip
import itertools
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test.utils import setup_databases, teardown_databases

from statements.extraction.normalize import fold
from statements.filters import search
from statements.models import Actor, ActorName, Article, Outlet, Party, Statement
from statements.search.building import rebuild
from statements.search.completing import complete
from statements.search.index import current

PER_ARTICLE = 10  # statements
WORDS = 25  # of a statement, on average
ACTORS = 2000
ROUNDS = 200  # of each kind of query


class Speech:
    """Made-up speech: words with Zipf's frequencies, the same for the same seed."""

    def __init__(self, corpus: Path | None):
        self.random = random.Random(7)
        self.words = list(_words_of(corpus) if corpus else _made_up(self.random, 20_000))
        self.weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def say(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self.weights, k=count))

    def name(self) -> str:
        return " ".join(self.random.sample(self.words[1000:6000], 2))


def _made_up(chance: random.Random, count: int) -> list[str]:
    letters, beginnings = "ابتجحدرزسشصطعفقكلمنهوي", ["", "", "ال", "و", "وال", "ب", "لل"]
    return [
        chance.choice(beginnings) + "".join(chance.choices(letters, k=chance.randint(3, 6)))
        for _ in range(count)
    ]


def _words_of(corpus: Path) -> list[str]:
    counts = Counter()
    with gzip.open(corpus, "rt") as lines:
        for line in itertools.islice(lines, 5000):
            counts.update(re.findall(r"[^\W\d_]+", json.loads(line)["text"]))
    return [word for word, _count in counts.most_common(60_000)]


def fill(count: int, speech: Speech, most_actors: int) -> None:
    """`count` published statements, PER_ARTICLE an article, with speakers and addressees."""
    outlets = [Outlet.objects.create(name=f"صحيفة {n}") for n in range(10)]
    names = list({speech.name() for _ in range(most_actors)})
    actors = Actor.objects.bulk_create(Actor(name=n, slug=n.replace(" ", "-"), kind="person") for n in names)
    ActorName.objects.bulk_create(ActorName(actor=a, text=a.name, folded=fold(a.name)) for a in actors)
    for at in range(0, count, 5000):
        _fill_some(at, min(5000, count - at), speech, outlets, actors)


def _fill_some(first: int, count: int, speech: Speech, outlets: list, actors: list) -> None:
    contents = [speech.say(speech.random.randint(5, 2 * WORDS - 5)) for _ in range(count)]
    groups = [contents[at : at + PER_ARTICLE] for at in range(0, count, PER_ARTICLE)]
    articles = Article.objects.bulk_create(
        Article(
            outlet=speech.random.choice(outlets),
            title=group[0][:60],
            text=". ".join(group),
            date=datetime.date(2005, 1, 1) + datetime.timedelta(days=speech.random.randrange(7000)),
            fingerprint=f"{first}-{number}",
            state="published",
        )
        for number, group in enumerate(groups)
    )
    rows = []
    for article, group in zip(articles, groups, strict=True):
        starts = itertools.accumulate((len(content) + 2 for content in group), initial=0)
        rows += [
            Statement(article=article, kind="direct", spans=[[s, s + len(c)]], start=s, day=article.date)
            for s, c in zip(starts, group, strict=False)
        ]
    Statement.objects.bulk_create(rows)
    weights = [1 / rank for rank in range(1, len(actors) + 1)]
    parties = []
    for row in rows:
        speaker, addressee = speech.random.choices(actors, weights, k=2)
        parties += [Party(statement=row, role="speaker", actor=speaker, name=speaker.name)]
        parties += [Party(statement=row, role="addressee", actor=addressee, name=addressee.name)]
    Party.objects.bulk_create(parties)


def kinds_of_query(speech: Speech) -> dict[str, Callable[[], str]]:
    """Query strings by kind; each call makes another one."""
    chance, words = speech.random, speech.words
    speakers = list(Actor.objects.values_list("slug", flat=True)[:200])
    common, rare = words[20:200], words[3000:9000]
    return {
        "everything": lambda: "",
        "rare word": lambda: f"q={chance.choice(rare)}",
        "common word": lambda: f"q={chance.choice(common)}",
        "huge word": lambda: f"q={chance.choice(words[:5])}",
        "two words": lambda: f"q={chance.choice(common)} {chance.choice(common)}",
        "phrase": lambda: f'q="{chance.choice(words[:20])} {chance.choice(words[:20])}"',
        "without": lambda: f"q={chance.choice(common)} -{chance.choice(words[:20])}",
        "word, speaker": lambda: f"q={chance.choice(common)}&speaker={chance.choice(speakers)}",
        "word, dates": lambda: f"q={chance.choice(common)}&from=2010&until=2012",
        "relevance": lambda: f"q={chance.choice(common)}&sort=relevance",
        "beginning": lambda: f"q={chance.choice(common)[:4]}*",
        "near": lambda: f"q={chance.choice(common)} قرب {chance.choice(common)}",
        "exact": lambda: f"q=={chance.choice(common)}",
        "articles": lambda: f"what=articles&q={chance.choice(common)}",
    }


def time_queries(speech: Speech) -> None:
    """A whole result each: form, total, 20 rows from PostgreSQL with parties and marks, all facets."""
    print(f"{'milliseconds':16}{'p50':>8}{'p95':>8}{'found':>10}")
    for name, make in kinds_of_query(speech).items():
        times, found = [], []
        for _ in range(ROUNDS):
            query, started = QueryDict(make().replace(" ", "+")), time.perf_counter()
            results = search(query)
            found.append(results.total)
            list(results.page(1))
            assert results.facets
            times.append((time.perf_counter() - started) * 1000)
        quantiles = statistics.quantiles(times, n=20)
        print(f"{name:16}{statistics.median(times):8.1f}{quantiles[-1]:8.1f}{statistics.mean(found):10.0f}")


def time_names(speech: Speech) -> None:
    """Names completed while they are typed: three letters or more of a name, every other time one letter wrong."""
    names = [name for name in Actor.objects.values_list("name", flat=True) if len(name) > 4]
    times = []
    for turn in range(ROUNDS):
        name = speech.random.choice(names)
        typed = name[: speech.random.randint(3, len(name))]
        if turn % 2 and len(typed) > 3:
            at = speech.random.randrange(1, len(typed))
            typed = typed[:at] + "ث" + typed[at + 1 :]
        started = time.perf_counter()
        complete(typed)
        times.append((time.perf_counter() - started) * 1000)
    quantiles = statistics.quantiles(times, n=20)
    print(
        f"a name of {len(names)} completed: p50 {statistics.median(times):.1f} ms, p95 {quantiles[-1]:.1f} ms"
    )


def time_following(folder: str) -> None:
    """From the commit of a change to the moment a reader finds it, with the follower as its own process."""
    code = (
        "import django; django.setup(); from django.conf import settings;"
        f"settings.SEARCH_INDEX = {folder!r};"
        f"settings.DATABASES['default']['NAME'] = {connection.settings_dict['NAME']!r};"
        "from django.core.management import call_command; call_command('follow_index')"
    )
    follower = subprocess.Popen([sys.executable, "-c", code])
    try:
        article = Article.objects.create(text="", title="كلمةأولى", fingerprint="first", state="published")
        _until_found("كلمةأولى")
        delays = []
        for number in range(50):
            Article.objects.filter(pk=article.pk).update(title=f"كلمة{number}")
            delays.append(_until_found(f'"كلمة {number}"') * 1000)
        quantiles = statistics.quantiles(delays, n=20)
        print(f"from commit to found: p50 {statistics.median(delays):.0f} ms, p95 {quantiles[-1]:.0f} ms")
    finally:
        follower.terminate()
        follower.wait()


def _until_found(words: str) -> float:
    started = time.perf_counter()
    data = QueryDict(mutable=True)
    data.update({"q": words, "what": "articles"})
    while not search(data).total:
        if time.perf_counter() - started > 60:
            raise SystemExit("the follower does not follow")
        time.sleep(0.001)
    return time.perf_counter() - started


def measure(count: int, actors: int, corpus: Path | None, folder: str) -> None:
    started = time.perf_counter()
    speech = Speech(corpus)
    fill(count, speech, actors)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"{count} statements made in {time.perf_counter() - started:.0f} s")
    started = time.perf_counter()
    documents = rebuild()
    seconds = time.perf_counter() - started
    size = sum(file.stat().st_size for file in current().iterdir()) / 1e6
    print(
        f"{documents} documents indexed in {seconds:.1f} s: {documents / seconds:.0f} a second, {size:.0f} MB"
    )
    time_queries(speech)
    time_names(speech)
    time_following(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("statements", type=int, nargs="?", default=20_000)
    parser.add_argument("--actors", type=int, default=ACTORS)
    parser.add_argument("--corpus", type=Path, help="JSON Lines, gzipped, with real words in «text»")
    arguments = parser.parse_args()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings.SEARCH_INDEX = folder
            measure(arguments.statements, arguments.actors, arguments.corpus, folder)
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    main()
