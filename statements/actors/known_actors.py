"""What editors taught the archive, as names the extractor knows: actors and outlets.

Only those that an editor stands by: what a machine took for a name must not teach the next machine.
Names only: who held an office depends on the day, which a list of names cannot tell; offices.py can.
"""

import time

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Max, Model, OuterRef, Q, QuerySet

from statements.actors.generic_names import is_generic
from statements.extraction.gazetteer import Gazetteer, KnownActor
from statements.models import Actor, ActorMove, Outlet, Party, Statement, visibility

REFRESH = 1  # seconds between two looks whether an editor decided anything
# A list of 20,000 takes about a second to build: at most a twentieth of the time goes there.
SHARE = 20
MOST = 50_000  # names; about 50 MB in a worker

_REVIEWED = (visibility.CONFIRMED, visibility.CORRECTED, visibility.ADDED)


class _Kept:
    """The gazetteer of this process, the state of the archive it was made of, when to look at that again."""

    gazetteer: Gazetteer | None = None
    made_of: tuple | None = None
    look_at = 0.0


def gazetteer() -> Gazetteer:
    """The gazetteer of what editors stand by, REFRESH seconds behind at most, a long one SHARE times what it takes."""
    now = time.monotonic()
    if _Kept.gazetteer is None or now >= _Kept.look_at:
        _Kept.look_at = now + REFRESH
        state = _state()
        if _Kept.gazetteer is None or state != _Kept.made_of:
            _Kept.made_of, _Kept.gazetteer = state, Gazetteer([*known_actors(), *known_outlets()])
            _Kept.look_at += SHARE * (time.monotonic() - now)
    return _Kept.gazetteer


def forget() -> None:
    """Build the gazetteer anew the next time."""
    _Kept.gazetteer = None


def known_actors() -> list[KnownActor]:
    """Actors that have a part in a statement an editor stands by, or that an editor worked on, the latest first."""
    party = Party.objects.filter(actor=OuterRef("pk"), statement__state__in=_REVIEWED)
    edited = [int(pk) for pk in _log(Actor).values_list("object_id", flat=True) if pk.isdecimal()]
    moved = ActorMove.objects.filter(undone_at=None).values("target")
    stood_by = Q(Exists(party)) | Q(pk__in=edited) | Q(pk__in=moved)
    actors = Actor.objects.standing().filter(stood_by).exclude(kind=Actor.Kind.UNNAMED)
    known = []
    for actor in actors.order_by("-pk").prefetch_related("names")[:MOST]:
        names = (name.text for name in actor.names_used() if tells(actor.kind, name.text))
        if actor.kind != Actor.Kind.PERSON or tells(actor.kind, actor.name):
            known.append(KnownActor(name=actor.name, kind=actor.kind, names=tuple(names)))
    return known


def tells(kind: str, name: str) -> bool:
    """Whether a name means this one wherever it stands: a surname or noun alone may be another's in every article."""
    return " " in name.strip() and not is_generic(kind, name)


def known_outlets() -> list[KnownActor]:
    """Outlets, which editors name, for articles that quote them; one of a single word («الحياة») may be a noun."""
    names = Outlet.objects.values_list("name", flat=True)
    return [KnownActor(name=name, kind=Actor.Kind.AGENCY) for name in names if tells(Actor.Kind.AGENCY, name)]


def _log(model: type[Model]) -> QuerySet[LogEntry]:
    """What editors did to rows of `model` at the desk."""
    return LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model)).order_by()


def _state() -> tuple:
    """What changes whenever an editor decides, renames, merges or names an outlet; read from ends of indexes."""
    moves = ActorMove.objects.aggregate(Max("pk"), Max("undone_at"))
    return (
        Statement.objects.filter(reviewed_at__isnull=False).aggregate(Max("reviewed_at"))["reviewed_at__max"],
        LogEntry.objects.aggregate(Max("pk"))["pk__max"],
        Outlet.objects.aggregate(Max("pk"))["pk__max"],
        *moves.values(),
    )
