"""Who speaks to whom around an actor or at an event: the numbers, and where each of them stands in the picture.

The picture is drawn by templates/_network.html on a sheet of WIDTH × HEIGHT units, taller than wide for phones: one in
the middle (an actor's page) or nobody, the others around it in the order of how much is said.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from statements.models import Actor, Event, Party, Statement
from statements.search.criteria import Criteria, Narrowing
from statements.search.searching import Found

AROUND = 10  # actors around the one in the middle: more names do not fit
WIDTH, HEIGHT = 400, 540
_ACROSS, _DOWN = 140, 215  # half-axes of the ellipse the others stand on
_LINE = 17  # letters of a name on one line
_MIDDLE = HEIGHT // 2 - 4
Ways = Mapping[tuple[int, int], int]  # (speaker, addressee) → statements


@dataclass(frozen=True)
class Node:
    actor: Actor
    x: int
    y: int
    radius: int
    lines: list[str]  # the name, in lines that fit
    upper: bool = False  # its name stands above it: no line of the picture runs through it there

    @property
    def written(self) -> list[tuple[str, int]]:
        """Each line, and how far down it stands."""
        last = self.y - self.radius - 7
        if self.upper:
            return [(line, last - 15 * at) for at, line in enumerate(reversed(self.lines))][::-1]
        return [(line, self.y + self.radius + 15 * at) for at, line in enumerate(self.lines, 1)]


@dataclass(frozen=True)
class Edge:
    """What two said to each other: `there` by the one, `back` by the other."""

    one: Node
    other: Node
    there: int
    back: int

    @property
    def halves(self) -> list["Half"]:
        """From each end to the middle, as thick as what was said there is much."""
        middle = (self.one.x + self.other.x) / 2, (self.one.y + self.other.y) / 2
        return [Half(self.one, *middle, self.there), Half(self.other, *middle, self.back)]


@dataclass(frozen=True)
class Half:
    """Of the line between two: from `node`, who made `said` statements to the other, to the middle."""

    node: Node
    x: float
    y: float
    said: int

    @property
    def width(self) -> float:
        return round(1.5 + 2 * math.log2(self.said), 1) if self.said else 0.75


@dataclass(frozen=True)
class Network:
    nodes: list[Node]
    edges: list[Edge]  # those of most statements first

    @property
    def sheet(self) -> str:
        """The SVG's viewBox: no higher than what is drawn."""
        top = min(min(node.y - node.radius, node.written[0][1] - 12) for node in self.nodes) - 8
        bottom = max(max(node.y + node.radius, node.written[-1][1]) for node in self.nodes) + 8
        return f"0 {top} {WIDTH} {bottom - top}"


def around_actor(actor: Actor) -> Network | None:
    """The actor and those it exchanges most statements with, and what these say to each other.

    None without anybody, or without an index to ask.
    """
    said, told = _counts(actor.pk, "speaker", "addressee"), _counts(actor.pk, "addressee", "speaker")
    total = Counter(said) + Counter(told)
    del total[actor.pk]
    near = [pk for pk, _count in total.most_common(AROUND)]
    ways = {(actor.pk, pk): said.get(pk, 0) for pk in near} | {(pk, actor.pk): told.get(pk, 0) for pk in near}
    for pk in near:
        counts = _counts(pk, "speaker", "addressee")
        ways |= {(pk, other): counts[other] for other in near if other != pk and other in counts}
    return _drawn([actor.pk, *near], ways, middle=True) if near else None


def at_event(event: Event, user) -> Network | None:
    """Who said something to whom there, by every article that tells of it; None where nobody is known."""
    statements = Statement.objects.visible_to(user).filter(event__in=event.tellings())
    sides: dict[int, dict[str, set[int]]] = {}
    rows = Party.objects.filter(statement__in=statements).exclude(actor=None).order_by()
    for pk, role, actor in rows.values_list("statement", "role", "actor"):
        sides.setdefault(pk, {}).setdefault(role, set()).add(actor)
    ways = Counter(
        (one, other)
        for side in sides.values()
        for one in side.get(Party.Role.SPEAKER, ())
        for other in side.get(Party.Role.ADDRESSEE, ())
        if one != other
    )
    busiest = Counter()
    for (one, other), count in ways.items():
        busiest.update({one: count, other: count})
    return _drawn([pk for pk, _count in busiest.most_common(AROUND)], ways, middle=False) if ways else None


def _counts(actor: int, role: str, others: str) -> dict[int, int]:
    """With how many of the statements in which the actor has this role each other has the other one."""
    found = Found(Criteria(narrowed=(Narrowing(((role, (actor,)),)),)))
    return found.counts(others, most=1000)


def _drawn(ids: list[int], ways: Ways, *, middle: bool) -> Network | None:
    actors = Actor.objects.published().in_bulk(ids)
    ids = [pk for pk in ids if pk in actors]
    share = Counter()
    for (one, other), count in ways.items():
        share.update({one: count, other: count})
    most = max(share.values(), default=1)
    places = _places(len(ids), middle)
    nodes = {
        pk: Node(actors[pk], *place, _radius(share[pk] / most), _lines(actors[pk].called), place[1] < _MIDDLE)
        for pk, place in zip(ids, places, strict=True)
    }
    edges = _edges(nodes, ways)
    return Network(list(nodes.values()), edges) if edges else None


def _edges(nodes: dict[int, Node], ways: Ways) -> list[Edge]:
    pairs = {tuple(sorted(way)) for way, count in ways.items() if count and {*way} <= nodes.keys()}
    order = {pk: at for at, pk in enumerate(nodes)}
    edges = [
        Edge(nodes[one], nodes[other], ways.get((one, other), 0), ways.get((other, one), 0))
        for one, other in (sorted(pair, key=order.__getitem__) for pair in pairs)
    ]
    return sorted(edges, key=lambda edge: (-edge.there - edge.back, edge.one.actor.pk, edge.other.actor.pk))


def _places(count: int, middle: bool) -> list[tuple[int, int]]:
    """Where so many stand: the first in the middle if asked for, the others on the ellipse, from the top on."""
    center = (WIDTH // 2, _MIDDLE)
    around = count - 1 if middle else count
    turns = [
        2 * math.pi * (at + 0.5 * (around % 2 == 0)) / max(around, 1) - math.pi / 2 for at in range(around)
    ]
    ring = [
        (center[0] + round(_ACROSS * math.cos(turn)), center[1] + round(_DOWN * math.sin(turn)))
        for turn in turns
    ]
    return [center, *ring] if middle and count else ring


def _radius(share: float) -> int:
    return 6 + round(14 * math.sqrt(share))


def _lines(name: str) -> list[str]:
    """At most two lines of a name, cut where it is longer."""
    lines: list[str] = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines if len(lines) < 3 else [lines[0], f"{lines[1]} …"]
