"""Addresses of a search: as it is, with one more value of a parameter, with one less.

A page of results has two hundred of them, so what they share is written once.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote_plus

from django.urls import reverse

from statements.filters.fields import values_of
from statements.filters.sets import WITHOUT

Pair = tuple[str, str]  # a parameter and one of its values


class Addresses:
    """Addresses of the search that a query string asks for, each to the first page of its results.

    Parameters without a value are left out.
    """

    def __init__(self, query: Mapping):
        self._path = reverse("search")
        pairs = ((name, value) for name in query if name != "page" for value in values_of(query, name))
        self._written: dict[Pair, str] = {pair: _written(*pair) for pair in pairs}

    def plain(self) -> str:
        return self._to(self._written.values())

    def set(self, **changes: str | None) -> str:
        """With these parameters set, or taken off where None."""
        rest, parts = dict(changes), []
        for (name, _value), written in self._written.items():
            if name not in changes:
                parts.append(written)
            elif value := rest.pop(name, None):
                parts.append(_written(name, value))
        return self._to([*parts, *(_written(name, value) for name, value in rest.items() if value)])

    def add(self, name: str, value: str) -> str:
        """With one more value of a parameter; no longer left out, or no longer chosen."""
        other = name.removeprefix(WITHOUT) if name.startswith(WITHOUT) else WITHOUT + name
        parts = list(self._but((other, value), (name, value)))
        return self._to([*parts, _written(name, value)])

    def take_off(self, name: str, value: str) -> str:
        """Without one value of a parameter, be there spaces around it."""
        gone = [pair for pair in self._written if pair[0] == name and pair[1].strip() == value]
        return self._to(self._but(*gone))

    def instead(self, name: str, value: str, other: str) -> str:
        """With another value of a parameter in the place of one."""
        new = _written(name, other)
        written = (
            new if pair[0] == name and pair[1].strip() == value else old
            for pair, old in self._written.items()
        )
        return self._to(dict.fromkeys(written))

    def _but(self, *gone: Pair) -> Iterator[str]:
        return (written for pair, written in self._written.items() if pair not in gone)

    def _to(self, parts: Iterable[str]) -> str:
        query = "&".join(parts)
        return f"{self._path}?{query}" if query else self._path


def _written(name: str, value: str) -> str:
    return f"{quote_plus(name, errors='replace')}={quote_plus(value, errors='replace')}"
