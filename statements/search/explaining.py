"""How a query was read, in the reader's words."""

from collections.abc import Iterator

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from statements.search.query import By, Part, Query
from statements.search.reading import FIELDS
from statements.search.stemming import is_arabic

_FIRST_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def needs_explaining(query: Query) -> bool:
    """Whether it asks for more than words that must stand, so that a reader may wonder how it was read."""
    return bool(query.parts or query.fields) and not (query.is_plain and all(map(_is_clear, query.parts)))


def in_words(query: Query) -> list[str]:
    """What each part of a query asks for, what must not stand at the end."""
    wanted = [_part(part) for part in query.wanted]
    return wanted + [_("دون %(part)s") % {"part": _part(part)} for part in query.unwanted]


def notices(query: Query) -> list[str]:
    """What was typed as if it had a meaning that it has not."""
    told = []
    if query.unknown:
        fields = [names[-1] if get_language() == "en" else names[0] for names in FIELDS.values()]
        names = {"name": _("، ").join(map(quoted, query.unknown)), "fields": _("، ").join(fields)}
        told.append(_("لا حقل بهذا الاسم: %(name)s، فقُرئ كلمات. الحقول: %(fields)s.") % names)
    if query.passed:
        words = {"words": _("، ").join(map(quoted, query.passed))}
        told.append(_("لم يُبحث عن %(words)s: ضعها بين علامتي اقتباس إن أردتها.") % words)
    if query.dangling:
        told.append(_("لا كلمة بعد %(typed)s، فلم يُبحث بها.") % {"typed": quoted(query.dangling)})
    return told


def quoted(typed: str) -> str:
    """In quotation marks, isolated from the direction of the words around it."""
    return _("«%(typed)s»") % {"typed": f"{_FIRST_ISOLATE}{typed}{_POP_ISOLATE}"}


def _part(part: Part) -> str:
    ways = list(dict.fromkeys(map(_way, _ways(part))))
    return _(" أو ").join(ways)


def _ways(part: Part | None) -> Iterator[Part]:
    while part:
        yield part
        part = part.otherwise


def _way(part: Part) -> str:
    if part.near:
        return _near(part)
    return _alone(part)


def _near(part: Part) -> str:
    words = {"one": _alone(part), "other": _part(part.near), "n": part.within}
    return (
        ngettext(
            "%(one)s قرب %(other)s (بينهما كلمة واحدة على الأكثر)",
            "%(one)s قرب %(other)s (بينهما %(n)s كلمة على الأكثر)",
            part.within,
        )
        % words
    )


def _alone(part: Part) -> str:
    typed = quoted(part.typed)
    if part.by is By.BEGINNING:
        return _("ما يبدأ بـ%(typed)s") % {"typed": typed}
    if part.by is By.SPELLING:
        return _("%(typed)s كما كُتبت حرفًا حرفًا") % {"typed": typed}
    if not _is_clear(part):
        return _("%(typed)s بالحروف اللاتينية أو العربية") % {"typed": typed}
    return _("عبارة %(typed)s") % {"typed": typed} if len(part.places) > 1 else typed


def _is_clear(part: Part) -> bool:
    """Whether what was typed is looked for in its own letters alone."""
    stems = [stem for way in _ways(part) for place in way.places for stem in place]
    return part.typed[:1].isascii() == (not any(map(is_arabic, stems)))
