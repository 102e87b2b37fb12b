"""The pairs of actors that may be one, kept in a table: to look for them takes a second at 5,000 actors.

Looked for every hour (statements/upkeep.py); between two times a merger moves the pairs of who goes.
"""

from django.db import transaction
from django.db.models import Q, QuerySet

from statements.actors.doubles import likely_doubles
from statements.models import Actor, LikelyDouble

MOST = 5000  # pairs kept


def renew_doubles() -> int:
    """Look for the pairs anew; how many there are."""
    found = likely_doubles(MOST)
    rows = [
        LikelyDouble(one=pair.one.actor, other=pair.other.actor, evidence=list(pair.evidence), place=place)
        for place, pair in enumerate(found)
    ]
    with transaction.atomic():
        LikelyDouble.objects.all().delete()
        LikelyDouble.objects.bulk_create(rows)
    return len(rows)


def stored_doubles() -> QuerySet[LikelyDouble]:
    """The pairs to go through, the likeliest first; looked for now where nobody has yet."""
    if not LikelyDouble.objects.exists():
        renew_doubles()
    pairs = LikelyDouble.objects.open().select_related("one", "other")
    return pairs.prefetch_related("one__names", "other__names")


def doubles_of(actor: Actor, most: int) -> list[Actor]:
    """Whom `actor` may be one with."""
    pairs = stored_doubles().filter(Q(one=actor) | Q(other=actor))[:most]
    return [pair.other if pair.one == actor else pair.one for pair in pairs]
