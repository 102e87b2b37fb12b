"""A round: changes, a strike in the middle of them, and what the index holds afterwards beside one built anew."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from django.conf import settings
from django.db import connections

from benchmarks.search.changes import has_read_everything
from benchmarks.search.ours import FIELDS
from newsarchive.database import start_embedded
from newsarchive.environment import BASE
from statements.extraction.normalize import fold
from statements.models import Actor, ActorName, Article, Party, Statement
from statements.search import index, searching
from statements.search.building import rebuild
from statements.search.criteria import Criteria
from statements.search.reading import read_query
from statements.search.searching import Found

PATIENCE = 120  # seconds
CHANGES = (5, 25)  # of a round, at least and at most
WORDS = ("في", "من", "الحكومة", "مصر", "رئيس", "وزير", "السلام", "اجتماع", "دولة", "قال", "علامة", "الأمن")


class Rounds:
    """An archive with its follower; plays rounds with it."""

    def __init__(self, folder: Path, chance: random.Random):
        self.folder, self.chance = folder, chance
        self.environment = os.environ | {"DATABASE_URL": start_embedded()}

    def __enter__(self) -> Self:
        self.follower = self._start("follow_index")
        self.marker = Article.objects.create(text="", title="علامة", fingerprint="marker", state="published")
        self._caught_up(0)
        return self

    def __exit__(self, *_problem: object) -> None:
        self.follower.kill()
        self.follower.wait()

    def play(self, strike: str, number: int) -> tuple[float, list[str]]:
        """Seconds from the last change until the index had it, and in what it differs from one built anew."""
        changing = threading.Thread(target=self._change)
        changing.start()
        time.sleep(self.chance.uniform(0, 0.3))
        STRIKES[strike](self)
        changing.join()
        if self.follower.poll() is not None:
            self.follower = self._start("follow_index")
        seconds = self._caught_up(number)
        return seconds, differences(self.folder / "index", self.folder / "anew")

    def _change(self) -> None:
        for _ in range(self.chance.randint(*CHANGES)):
            self.chance.choice(_CHANGES)(self.chance)
            time.sleep(self.chance.uniform(0, 0.03))
        connections.close_all()

    def _caught_up(self, number: int) -> float:
        """Seconds until a change made now is found. Raises TimeoutError."""
        Article.objects.filter(pk=self.marker.pk).update(title=f"علامة{number}")
        started = time.monotonic()
        while not (_finds(f'"علامة {number}"') and has_read_everything()):
            if self.follower.poll() is not None:
                self.follower = self._start("follow_index")
            if time.monotonic() - started > PATIENCE:
                raise TimeoutError(f"Round {number}: search does not come back.")
            time.sleep(0.01)
        return time.monotonic() - started

    def _start(self, command: str) -> subprocess.Popen:
        return subprocess.Popen([sys.executable, "manage.py", command], cwd=BASE, env=self.environment)

    def kill_follower(self) -> None:
        self.follower.send_signal(signal.SIGKILL)
        self.follower.wait()

    def kill_in_commit(self) -> None:
        """As soon as the files of a new piece appear, before they are all of the index, or hardly after."""
        path = index.in_use()
        before, until = _files(path), time.monotonic() + 2
        while _files(path) <= before and time.monotonic() < until:
            time.sleep(0.0005)
        time.sleep(self.chance.choice((0, 0, self.chance.uniform(0, 0.02))))
        self.kill_follower()

    def kill_rebuild(self) -> None:
        """A builder that dies leaves the index in use as it is."""
        builder = self._start("rebuild_index")
        until = time.monotonic() + self.chance.uniform(0, 6)
        while builder.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        builder.kill()
        builder.wait()

    def delete_index(self) -> None:
        shutil.rmtree(index.in_use(), ignore_errors=True)

    def delete_folder(self) -> None:
        self.kill_follower()
        shutil.rmtree(index.folder(), ignore_errors=True)

    def damage(self) -> None:
        """A byte of a file is another one, as after a crash of the machine."""
        self.kill_follower()
        self._rewrite(lambda content, at: content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :])

    def cut(self) -> None:
        self.kill_follower()
        self._rewrite(lambda content, at: content[:at])

    def _rewrite(self, change: Callable[[bytes, int], bytes]) -> None:
        files = [
            file for file in index.in_use().glob("*.*") if file.stat().st_size and "lock" not in file.name
        ]
        if not files:
            return
        victim = self.chance.choice(sorted(files))
        content = victim.read_bytes()
        other = victim.with_name("rewritten")
        other.write_bytes(change(content, self.chance.randrange(len(content))))
        other.replace(victim)  # a new file: readers keep the old one open


def _finds(words: str) -> bool:
    return bool(Found(Criteria("article", read_query(words))).total)


STRIKES: dict[str, Callable[[Rounds], None]] = {
    "follower killed": Rounds.kill_follower,
    "killed in mid-commit": Rounds.kill_in_commit,
    "rebuild killed": Rounds.kill_rebuild,
    "index deleted": Rounds.delete_index,
    "folder deleted": Rounds.delete_folder,
    "file damaged": Rounds.damage,
    "file cut": Rounds.cut,
}


def differences(followed: Path, anew: Path) -> list[str]:
    """In what the index differs from one that is built anew in the folder `anew`."""
    here = _held()
    settings.SEARCH_INDEX = anew
    try:
        rebuild()
        there = _held()
    finally:
        settings.SEARCH_INDEX = followed
    return [what for what in there if here[what] != there[what]]


def _held() -> dict[str, object]:
    searching.forget()
    held: dict[str, object] = {
        what: sorted(Found(Criteria(what)).ids()) for what in ("statement", "article", "actor")
    }
    for what in ("statement", "article"):
        held[f"facets of {what}"] = Found(Criteria(what)).counts_of(dict.fromkeys(FIELDS, 5000))
        for word in WORDS:
            held[f"{what} {word}"] = sorted(Found(Criteria(what, read_query(word))).ids())
    expected = list(Statement.objects.published().order_by("pk").values_list("pk", flat=True))
    return held | {"what the public sees": held["statement"] == expected}


def _files(path: Path) -> set[str]:
    try:
        return set(os.listdir(path))
    except OSError:
        return set()


def _publish_or_take_back(chance: random.Random) -> None:
    article = chance.choice(Article.objects.exclude(fingerprint="marker"))
    article.unpublish() if article.is_published else article.publish()


def _reject_or_take_back(chance: random.Random) -> None:
    some = Statement.objects.filter(pk=chance.randint(1, Statement.objects.count()))
    some.update(state=chance.choice(("machine", "rejected", "confirmed", "withdrawn")))


def _correct_span(chance: random.Random) -> None:
    statement = Statement.objects.get(pk=chance.randint(1, Statement.objects.count()))
    start, end = statement.spans[0]
    statement.spans = [[start, max(start + 3, end - chance.randint(0, 30))]]
    statement.save()


def _name(chance: random.Random) -> None:
    actor = chance.choice(Actor.objects.all())
    text = f"{actor.name} {chance.randint(0, 10**6)}"
    ActorName.objects.create(actor=actor, text=text, folded=fold(text), kind="name")


def _turn(chance: random.Random) -> None:
    actor = chance.choice(Actor.objects.all())
    actor.country = chance.choice(("", "EG", "IQ", "FR", "CN"))
    actor.save()


def _change_speaker(chance: random.Random) -> None:
    actor = chance.choice(Actor.objects.all())
    some = Party.objects.filter(statement=chance.randint(1, Statement.objects.count()), role="speaker")
    some.update(actor=actor, name=actor.name)


_CHANGES = (
    _publish_or_take_back,
    _reject_or_take_back,
    _correct_span,
    _name,
    _turn,
    _change_speaker,
)
