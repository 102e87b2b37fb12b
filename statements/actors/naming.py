"""The names and offices that articles use for an actor, and their folded form."""

import datetime
import re
from collections.abc import Iterable

from django.db import connection
from rapidfuzz import fuzz

from statements.actors.media_names import known_medium, may_be
from statements.extraction import annotations
from statements.extraction.lexicon import is_form_of_address
from statements.extraction.lexicon_tables import body_nouns, media, media_nouns
from statements.extraction.normalize import fold
from statements.models import Actor, ActorName
from statements.models.actors import LAST_PART

NAME_LENGTH = 300
Met = tuple[Actor, annotations.Actor, datetime.date | None]  # who is meant, as an article calls him, its day

_PARTICLES = frozenset({"عبد", "ابو", "ابي", "ابن", "الله", "الدين"})
_ALIKE = 70  # of 100: اردوغان and إردوجان are 86 alike

_NO_WORD = re.compile(r"[^\w]+")


def fold_name(text: str) -> str:
    """`text` folded, with single spaces in place of punctuation: what ActorName.folded holds."""
    return " ".join(_NO_WORD.sub(" ", fold(text)).split())


def cut(text: str) -> str:
    """`text` on one line, as long as the column is."""
    return " ".join(text.split())[:NAME_LENGTH]


def folded_names(actor: annotations.Actor) -> list[str]:
    """The name, then the others, longest first."""
    others = sorted(map(fold_name, names_of(actor)[1:]), key=lambda name: (-len(name.split()), -len(name)))
    return [name for name in dict.fromkeys([fold_name(actor.name), *others]) if name]


def names_of(actor: annotations.Actor) -> list[str]:
    """The name first, and the others as the article has them; of a person those that have a word in common.

    A name that shares nothing with the person's others is somebody else's, taken for his by mistake.
    A medium is called without its noun as well.
    """
    names = list(dict.fromkeys([actor.name, *actor.names]))
    if actor.kind == "agency":
        return list(dict.fromkeys([*names, *filter(None, map(_without_noun, names))]))
    if actor.kind != "person":
        return names[:1] + [
            name for name in names[1:] if not _is_anothers(fold_name(name), fold_name(names[0]))
        ]
    kept, rest, known = names[:1], names[1:], set(_telling(names[0]))
    while alike := [
        name for name in rest if any(_alike(word, other) for word in _telling(name) for other in known)
    ]:
        kept += alike
        known.update(word for name in alike for word in _telling(name))
        rest = [name for name in rest if name not in alike]
    return kept + [name for name in rest if fold_name(name).isascii()]


def _is_anothers(longer: str, name: str) -> bool:
    """Whether a body's longer name is another body's: «منظمة الأمم المتحدة للطفولة», «كتائب حزب الله»."""
    before, found, behind = f" {longer} ".partition(f" {name} ")
    nouns = bool(before.strip()) + (name.partition(" ")[0] in body_nouns())
    return bool(found and before.strip()) and (nouns > 1 or bool(behind.strip()))


def _without_noun(name: str) -> str:
    """A medium's own name, without noun or correspondent («صحيفة نيويورك تايمز»); "" where too little would be left."""
    if (folded := fold_name(name)) not in media() and (medium := known_medium(folded)):
        return medium.name
    noun, _, rest = name.strip().partition(" ")
    sort = media_nouns()[fold(noun)].sort if fold(noun) in media_nouns() else None
    known = media().get(fold(rest))
    if sort is None or not (" " in rest or known) or (known and not may_be(sort, known.sort)):
        return ""
    return rest


def surname(name: str) -> str:
    """The last part of a folded name, as ActorName.last_word has it: «عبد الرحمن» and «نصر الله» are one part."""
    return re.search(LAST_PART, name)[0] if name else ""


def is_whole(name: str) -> bool:
    """Whether a folded name has more than one part."""
    return name != surname(name)


def _telling(name: str) -> list[str]:
    return [
        word.removeprefix("ال")
        for word in fold_name(name).split()
        if len(word) > 2 and word not in _PARTICLES
    ]


def _alike(one: str, other: str) -> bool:
    return one == other or fuzz.ratio(one, other) >= _ALIKE


def is_fuller(actor: annotations.Actor, known: str) -> bool:
    """Whether the person's name says more than the `known` one: the surname with names before it, or all
    its words in order from the same first to the same last (محمد كامل عمرو, known as محمد عمرو).

    A longer end counts where the article calls the person by that end alone too: what follows a name
    by the way is no part of it.
    """
    new, old = fold_name(actor.name).split(), fold_name(known).split()
    if not old or len(new) <= len(old) or len(set(new)) < len(new):
        return False
    if not is_whole(" ".join(old)):
        return surname(" ".join(new)) == " ".join(old)
    rest = iter(new)
    surnames = {old[-1], *map(fold_name, actor.names)}
    return new[0] == old[0] and all(word in rest for word in old) and new[-1] in surnames


def keep_names(met: Iterable[Met]) -> None:
    """Store the names and offices by which articles call stored actors, and widen the days of those known.

    The last thing in a transaction: it holds rows of names that every other article uses. In one order for
    everybody: two transactions never wait for each other's rows.
    """
    wanted: dict[tuple, list[datetime.date | None]] = {}
    for one, found, day in met:
        for kind, text in _names_and_offices(one, found):
            wanted.setdefault((one.pk, kind, cut(text)), []).append(day)
    if not wanted:
        return
    actors, texts = ({key[at] for key in wanted} for at in (0, 2))
    rows = ActorName.objects.filter(actor__in=actors, text__in=texts).order_by()
    known = {(row.actor_id, row.kind, row.text): row for row in rows}
    names = {key: known.get(key) or _new_name(*key) for key in sorted(wanted)}
    widened = [key for key, row in names.items() if sum(row.seen(day) for day in wanted[key])]
    ActorName.objects.bulk_create(
        [row for key, row in names.items() if key not in known], ignore_conflicts=True
    )
    _widen([known[key] for key in widened if key in known])


def _widen(names: list[ActorName]) -> None:
    """Widen the stored days of `names` to theirs, in one statement; rows are locked in the order of their keys."""
    if names:
        columns = zip(*((name.pk, name.first_seen, name.last_seen) for name in names), strict=True)
        with connection.cursor() as cursor:
            cursor.execute(_WIDEN, [*map(list, columns), [name.pk for name in names]])


_WIDEN = """
    UPDATE statements_actorname AS name
    SET first_seen = least(name.first_seen, seen.first), last_seen = greatest(name.last_seen, seen.last)
    FROM unnest(%s::bigint[], %s::date[], %s::date[]) AS seen (id, first, last)
    JOIN (SELECT id FROM statements_actorname WHERE id = ANY(%s) ORDER BY id FOR UPDATE) AS held USING (id)
    WHERE name.id = seen.id
"""


def _new_name(actor_id: int, kind: str, text: str) -> ActorName:
    return ActorName(actor_id=actor_id, kind=kind, text=text, folded=fold_name(text)[:NAME_LENGTH])


def _names_and_offices(one: Actor, actor: annotations.Actor) -> Iterable[tuple[str, str]]:
    """Nothing where only his office told who is meant: or he would hold it for as long as it is told."""
    if actor.kind == Actor.Kind.UNNAMED != one.kind:
        return
    for text in names_of(actor):
        if fold_name(text):
            yield ActorName.Kind.NAME.value, text
    for text in actor.titles:
        if fold_name(text) and not is_form_of_address(fold_name(text)):
            yield ActorName.Kind.OFFICE.value, text
