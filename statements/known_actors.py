"""The archive's own actors as names the extractor knows.

Only those that an editor stands by: what a machine took for a name must not teach the next machine.
Names only: who held an office depends on the day, which a list of names cannot tell.
"""

import time

from django.db.models import Exists, Max, OuterRef

from statements.extraction.gazetteer import Gazetteer, KnownActor
from statements.models import Actor, Party, Statement, visibility

REFRESH = 60  # seconds; a list of 20,000 takes about a second to build, an article a few hundredths
MOST = 50_000  # names; about 50 MB in a worker

_REVIEWED = (visibility.CONFIRMED, visibility.CORRECTED, visibility.ADDED)


class _Kept:
    """The gazetteer of this process, the state of the archive it was made of, when that was looked at."""

    gazetteer: Gazetteer | None = None
    made_of: tuple | None = None
    looked_at = 0.0


def gazetteer() -> Gazetteer:
    """The gazetteer of the archive's reviewed actors, at most REFRESH seconds behind."""
    now = time.monotonic()
    if _Kept.gazetteer is None or now - _Kept.looked_at > REFRESH:
        _Kept.looked_at = now
        state = _state()
        if _Kept.gazetteer is None or state != _Kept.made_of:
            _Kept.made_of, _Kept.gazetteer = state, Gazetteer(known_actors())
    return _Kept.gazetteer


def forget() -> None:
    """Build the gazetteer anew the next time."""
    _Kept.gazetteer = None


def known_actors() -> list[KnownActor]:
    """Actors that have a part in a statement an editor stands by, the latest first."""
    party = Party.objects.filter(actor=OuterRef("pk"), statement__state__in=_REVIEWED)
    actors = Actor.objects.filter(Exists(party)).exclude(kind=Actor.Kind.UNNAMED)
    known = []
    for actor in actors.order_by("-pk").prefetch_related("names")[:MOST]:
        names = tuple(name.text for name in actor.names_used())
        known.append(KnownActor(name=actor.name, kind=actor.kind, names=names))
    return known


def _state() -> tuple:
    """What changes whenever an editor decides or renames, or an actor comes or goes."""
    reviewed = Statement.objects.filter(state__in=_REVIEWED)
    return tuple(reviewed.aggregate(Max("reviewed_at")).values()) + tuple(
        Actor.objects.aggregate(Max("pk")).values()
    )
