"""Which of many belong together, given pairs that are alike. Plain values, no database.

The strongest pairs are joined first, equals in the order of their keys, so that the same pairs always give
the same clusters, in whatever order they were found.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping

Pair = tuple[float, int, int]  # how alike, and the keys of the two


def clusters(
    items: Iterable[int],
    pairs: Iterable[Pair],
    *,
    fixed: Mapping[int, Hashable],
    fits: Callable[[list[int], list[int]], bool] = lambda one, other: True,
) -> list[list[int]]:
    """The items in clusters, each sorted, a lonely item alone.

    `fixed` items are together where their values are the same, and never where these differ. `fits` says
    whether two clusters may become one.
    """
    of = {item: [item] for item in sorted(items)}
    holders: dict[Hashable, int] = {}
    for item, value in sorted(fixed.items()):
        _join(of, holders.setdefault(value, item), item)
    for _alike, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        here, there = of[one], of[other]
        apart = len({fixed[item] for item in (*here, *there) if item in fixed}) > 1
        if here is not there and not apart and fits(here, there):
            _join(of, one, other)
    return [sorted(cluster) for cluster in {id(cluster): cluster for cluster in of.values()}.values()]


def _join(of: dict[int, list[int]], one: int, other: int) -> None:
    here, there = of[one], of[other]
    if here is not there:
        here += there
        of.update(dict.fromkeys(there, here))
