"""A statement as bibliographies cite it. Texts alone: addresses and days come from outside.

The styles: Chicago Manual of Style, 17th edition, 14.205–14.207 (what is quoted from a news site); APA, 7th
edition, 10.16 (web page, with the kind of work in brackets); BibTeX's `misc`; RIS as reference managers read it.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from statements.calendars import write_day
from statements.pages.addresses import web_address
from statements.pages.wording import is_quoted, shortened

LONGEST = 40  # words of a statement in a citation
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_TEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


@dataclass(frozen=True)
class Cited:
    """A statement with what a citation of it says; `address` is its permanent one, whole."""

    statement: object
    address: str
    accessed: datetime.date

    @cached_property
    def speakers(self) -> list[str]:
        parties = self.statement.speakers
        return list(filter(None, (party.actor.name if party.actor else party.name for party in parties)))

    @cached_property
    def words(self) -> str:
        return shortened(self.statement, LONGEST)

    @property
    def marks(self) -> bool:
        """Whether the words stand between quotation marks: only what was said in these very words."""
        return is_quoted(self.statement)

    @property
    def paraphrased(self) -> str:
        """«بالمعنى، بألفاظ المقال» where the words are the article's; empty for direct speech."""
        if self.statement.kind == "direct":
            return ""
        if self.statement.kind == "mixed":
            return _("بعضه بالمعنى، بألفاظ المقال")
        return _("بالمعنى، بألفاظ المقال")

    @property
    def in_english(self) -> str:
        """`paraphrased`, `partly paraphrased`; empty for direct speech."""
        return {"direct": "", "mixed": "partly paraphrased"}.get(self.statement.kind, "paraphrased")

    @property
    def unreviewed(self) -> str:
        """«استخراج آلي لم يراجعه محرر» where no editor has confirmed it; empty where one has."""
        return "" if self.statement.is_reviewed else _("استخراج آلي لم يراجعه محرر")

    @property
    def title(self) -> str:
        return " ".join(str(self.statement.article).split())

    @property
    def outlet(self) -> str:
        outlet = self.statement.article.outlet
        return outlet.called if outlet else ""

    @property
    def day(self) -> datetime.date | None:
        """Of publication."""
        return self.statement.article.date

    @property
    def original(self) -> str:
        """The article's address at its publisher; empty where it has none that a browser can open."""
        return web_address(self.statement.article.url)

    @property
    def archive(self) -> str:
        return _("أرشيف التصريحات")


Part = tuple[str, bool]  # words, and whether they are the archive's own, to be isolated in a foreign line


@override("ar")
def arabic(cited: Cited) -> list[Part]:
    """سامر الحلواني، «نريد حلاً …»، في: «عنوان المقال»، وكالة الأفق، 12 مايو 2021، أرشيف التصريحات …"""
    who = "، ".join(cited.speakers)
    day = write_day(cited.day) if cited.day else ""
    seen = _("اطُّلع عليه في %(day)s") % {"day": write_day(cited.accessed)}
    article = _("في: «%(title)s»") % {"title": cited.title}
    words = f"«{cited.words}»" if cited.marks else cited.words
    words = f"{cited.paraphrased}: {words}" if cited.paraphrased else words
    archive = f"{cited.archive} ({cited.unreviewed})" if cited.unreviewed else cited.archive
    parts = [who, words, article, cited.outlet, day, cited.original, archive, cited.address, seen]
    return [*_joined([(part, True) for part in parts if part], "، "), (".", False)]


def chicago(cited: Cited) -> list[Part]:
    """سامر الحلواني. “نريد حلاً …” Quoted in “عنوان المقال.” وكالة الأفق, May 12, 2021. …"""
    parts: list[Part] = []
    if cited.speakers:
        parts += [*_joined([(name, True) for name in cited.speakers], ", "), (". ", False)]
    opening, closing = ("“", ".” ") if cited.marks else ("", ". ")
    how = f"{closing}{(cited.in_english or 'quoted').capitalize()} in “"
    parts += [(opening, False), (_stopless(cited.words), True), (how, False)]
    parts += [(_stopless(cited.title), True), (".” ", False)]
    published = [(part, own) for part, own in ((cited.outlet, True), (_american(cited.day), False)) if part]
    if published:
        parts += [*_joined(published, ", "), (". ", False)]
    parts += _original(cited)
    parts += [(cited.archive, True), (f"{_caveat(cited)}. Accessed {_american(cited.accessed)}. ", False)]
    return [*parts, (cited.address, True), (".", False)]


def apa(cited: Cited) -> list[Part]:
    """وكالة الأفق. (2021, May 12). عنوان المقال [Statement by سامر الحلواني: “…”]. أرشيف التصريحات. …"""
    day = f"{cited.day.year}, {_MONTHS[cited.day.month - 1]} {cited.day.day}" if cited.day else "n.d."
    parts: list[Part] = [(cited.outlet or cited.archive, True), (f". ({day}). ", False), (cited.title, True)]
    by = (
        [(" by ", False), *_joined([(name, True) for name in cited.speakers], ", ")] if cited.speakers else []
    )
    how = f", {cited.in_english}: " if cited.in_english else ": "
    opening, closing = ("“", "”") if cited.marks else ("", "")
    parts += [
        (" [Statement", False),
        *by,
        (how + opening, False),
        (cited.words, True),
        (f"{closing}]. ", False),
    ]
    parts += [
        *_original(cited),
        (cited.archive, True),
        (f"{_caveat(cited)}. Retrieved {_american(cited.accessed)}, from ", False),
    ]
    return [*parts, (cited.address, True)]


@override("ar")
def bibtex(cited: Cited) -> str:
    """An entry of a .bib file; what TeX would read as its own signs is escaped."""
    fields = {
        "author": " and ".join(f"{{{_tex(name)}}}" for name in cited.speakers),
        "title": f"{{{_tex(cited.words)}}}",
        "year": str(cited.day.year) if cited.day else "",
        "month": _MONTHS[cited.day.month - 1][:3].lower() if cited.day else "",
        "howpublished": _tex("، ".join(filter(None, (cited.title, cited.outlet, cited.archive)))),
        "note": _tex(". ".join(filter(None, (cited.paraphrased, cited.unreviewed, cited.original)))),
        "url": cited.address,
        "urldate": cited.accessed.isoformat(),
        "langid": "arabic",
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@misc{{statement{cited.statement.pk},", *lines, "}", ""])


@override("ar")
def ris(cited: Cited) -> str:
    """A record of a .ris file, a tag a line, ended as its readers expect."""
    day = cited.day.strftime("%Y/%m/%d/") if cited.day else ""
    rows = [
        ("TY", "NEWS"),
        *(("AU", name) for name in cited.speakers),
        ("TI", cited.words),
        ("T2", cited.outlet),
        ("PY", day[:4]),
        ("DA", day),
        ("N1", cited.title),
        ("N1", cited.paraphrased),
        ("N1", cited.unreviewed),
        ("N1", cited.original),
        ("DB", cited.archive),
        ("LA", "ar"),
        ("UR", cited.address),
        ("Y2", cited.accessed.strftime("%Y/%m/%d/")),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value or tag == "ER")


# As shown: a name, its parts, and whether the line runs from left to right.
STYLES: dict[str, tuple[object, Callable[[Cited], list[Part]], bool]] = {
    "arabic": (gettext_lazy("عربي"), arabic, False),
    "chicago": ("Chicago", chicago, True),
    "apa": ("APA", apa, True),
}
# As files: what makes them, and their content type.
FILES: dict[str, tuple[Callable[[Cited], str], str]] = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
}


def _stopless(words: str) -> str:
    """Without the one full stop at its end that the style itself sets; «..» and «…» are the article's."""
    return words[:-1] if words.endswith(".") and not words.endswith("..") else words


def _joined(parts: Iterable[Part], sign: str) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        joined += [(sign, False), part] if joined else [part]
    return joined


def _original(cited: Cited) -> list[Part]:
    return [(cited.original, True), (". ", False)] if cited.original else []


def _caveat(cited: Cited) -> str:
    """Behind the archive's name in an English line, so that the warning travels with the words."""
    return " (machine extraction, not reviewed)" if cited.unreviewed else ""


def _american(day: datetime.date | None) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}" if day else ""


def _tex(text: str) -> str:
    return text.translate(_TEX)
