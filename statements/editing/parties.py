"""Make people the parties of a statement: actors, or plain names where the archive has nobody to link to."""

from collections.abc import Iterable

from statements.models import Actor, Party, Statement

Someone = Actor | str


def set_parties(statement: Statement, role: str, people: Iterable[Someone] | Someone | None) -> None:
    """Make `people` the statement's parties in `role`; those who were it keep their place in the text."""
    wanted = [people] if isinstance(people, Actor | str) else list(people or [])
    standing = list(statement.parties.filter(role=role))
    if [_key(p.actor, p.name) for p in standing] == [_key(actor_of(w), name_of(w)) for w in wanted]:
        return
    places = {_key(p.actor, p.name): (p.start, p.end) for p in standing}
    Party.objects.filter(pk__in=[p.pk for p in standing]).delete()
    for who in wanted:
        start, end = places.get(_key(actor_of(who), name_of(who)), (None, None))
        Party.objects.create(
            statement=statement, role=role, actor=actor_of(who), name=name_of(who), start=start, end=end
        )


def _key(actor: Actor | None, name: str) -> int | str:
    return actor.pk if actor else name


def actor_of(who: Someone) -> Actor | None:
    """The actor; None for a name alone."""
    return who if isinstance(who, Actor) else None


def name_of(who: Someone) -> str:
    """The name that a row keeps beside the actor."""
    return who.name if isinstance(who, Actor) else who
