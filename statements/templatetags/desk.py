"""What the desk's templates show: the ways of the header, badges, progress, the marked text."""

import datetime
import re
from dataclasses import dataclass

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements import countries
from statements.actors.naming import fold_name
from statements.actors.offices import is_held_by_one
from statements.editing import badges
from statements.models import Actor, Article, ErrorReport, Statement
from statements.pages.marking import CONTENT, Piece, marks_of, pieces

register = template.Library()
_NAMES = 4
_LONGEST_OFFICE = 45  # letters

REPORTS = "statements.view_errorreport"
# Name of the address, the right that it takes, what it is called.
SECTIONS = (
    ("index", "", gettext_lazy("المكتب")),
    ("statements_article_upload", "statements.add_article", gettext_lazy("رفع مقالات")),
    ("statements_article_changelist", "statements.view_article", gettext_lazy("المقالات")),
    ("statements_statement_changelist", "statements.view_statement", gettext_lazy("التصريحات")),
    ("statements_actor_changelist", "statements.view_actor", gettext_lazy("الجهات الفاعلة")),
    ("statements_event_changelist", "statements.view_event", gettext_lazy("المناسبات")),
    ("statements_outlet_changelist", "statements.view_outlet", gettext_lazy("جهات النشر")),
    ("statements_import_changelist", "statements.view_import", gettext_lazy("عمليات الإدخال")),
    ("statements_errorreport_changelist", REPORTS, gettext_lazy("بلاغات القراء")),
    ("queue", "statements.view_article", gettext_lazy("الطابور")),
    ("auth_user_changelist", "auth.view_user", gettext_lazy("المحررون")),
)
_ARABIC = re.compile(r"[\u0590-\u08ff]")
_NUMBER = re.compile(
    r"(\d+(?:[-_.:]\d+)*(?:\.[A-Za-z]\w{1,5}\b)?)"
)  # with the ending of a file's name: 12.txt

register.simple_tag(badges.article_badge, name="article_state")
register.simple_tag(badges.run_badge, name="run_state")
register.simple_tag(badges.review_progress, name="review_progress")


@dataclass(frozen=True, slots=True)
class Section:
    """A way of the desk's header; `current` is the value of aria-current, empty where one is elsewhere."""

    address: str
    label: str
    current: str
    is_button: bool
    waiting: int = 0  # what waits there for an editor


@register.simple_tag(takes_context=True)
def desk_sections(context) -> list[Section]:
    """The parts of the desk that the user may enter; one of them at most is the current one."""
    may = context["user"].has_perm
    ways = [
        (reverse(f"admin:{name}"), name, label) for name, right, label in SECTIONS if not right or may(right)
    ]
    path = context["request"].path
    inside = [address for address, name, _label in ways if path.startswith(address) and name != "index"]
    here = max(inside, key=len, default="")
    return [
        Section(
            address,
            label,
            "page" if address == path else "true" if address == here else "",
            name.endswith("_upload"),
            ErrorReport.objects.open().count() if name.endswith("_errorreport_changelist") else 0,
        )
        for address, name, label in ways
    ]


@register.filter
def file_path(path) -> SafeString:
    """A path of Arabic and Latin names, each part and each number isolated, so that none moves another."""
    if not _ARABIC.search(str(path)):
        return format_html('<bdi dir="ltr">{}</bdi>', path)
    parts = re.split(r"(\s*[/›]\s*)", str(path))
    return format_html_join(
        "", "{}", ((_isolated(part) if at % 2 == 0 else part,) for at, part in enumerate(parts))
    )


def _isolated(name: str) -> SafeString:
    """«تقرير 12-05-2021»: without the inner isolation the day would be shown backwards."""
    pieces = _NUMBER.split(name)
    inner = format_html_join(
        "",
        "{}",
        ((format_html('<bdi dir="ltr">{}</bdi>', p) if at % 2 else p,) for at, p in enumerate(pieces)),
    )
    return format_html("<bdi>{}</bdi>", inner)


@register.filter
def ago(moment: datetime.datetime) -> str:
    """«قبل 3 دقائق»."""
    time = _time(timezone.now() - moment)
    return _("قبل %(time)s") % {"time": time} if time else _("قبل لحظات")


@register.filter
def ahead(moment: datetime.datetime) -> str:
    """«بعد 3 دقائق»."""
    time = _time(moment - timezone.now())
    return _("بعد %(time)s") % {"time": time} if time else _("بعد لحظات")


def _time(length: datetime.timedelta) -> str:
    """Minutes, hours or days, as they are called after «قبل» and «بعد»; empty for less than a minute."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes < 60:
        return ngettext("دقيقة", "%(n)s دقيقة", minutes) % {"n": minutes} if minutes else ""
    if minutes < 24 * 60:
        return ngettext("ساعة", "%(n)s ساعة", minutes // 60) % {"n": minutes // 60}
    return ngettext("يوم", "%(n)s يوم", minutes // 1440) % {"n": minutes // 1440}


@register.filter
def country_name(code: str) -> str:
    """The Arabic name of the state with this ISO code."""
    return countries.names().get(code, code)


@register.filter
def main_office(actor: Actor) -> str:
    """The office that says most: one that a single person holds in a state it names, else the longest short one."""
    offices = [office for office in actor.offices_used() if len(office.text) <= _LONGEST_OFFICE]
    return max(
        (str(office) for office in offices),
        key=lambda text: (is_held_by_one(fold_name(text)), len(text)),
        default="",
    )


@register.filter
def other_names(actor: Actor) -> str:
    """The first few names of an actor besides the one it is shown by."""
    return "، ".join([name.text for name in actor.names_used() if name.text != actor.name][:_NAMES])


@register.filter
def statement_total(actor: Actor) -> int:
    """In how many statements it has a part, as the list of actors counts: twice in one is one."""
    if hasattr(actor, "told_in"):  # counted with others
        return actor.told_in
    return actor.parties.order_by().values("statement").distinct().count()


@register.simple_tag
def statement_state(statement: Statement) -> SafeString:
    return badges.badge(statement.state, statement.get_state_display())


@register.simple_tag
def article_text(article: Article, statements: list[Statement]) -> SafeString:
    """The whole text, letter for letter (the style sheet keeps its line ends), cut where marks begin and
    end. The figures before the contents are drawn by the style sheet, so that what is selected in the
    browser is text of the article and of nothing else."""
    ids = dict(enumerate((statement.pk for statement in statements), 1))
    cut = pieces(marks_of(statements), 0, len(article.text))
    return format_html_join(
        "", "{}{}", ((_numbers(piece, ids), _words(article, piece, ids)) for piece in cut)
    )


def _numbers(piece: Piece, ids: dict[int, int]) -> SafeString:
    begun = [mark.number for mark in piece.marks if mark.numbered and mark.start == piece.start]
    label = _("إلى بطاقة التصريح %(number)s")
    return format_html_join(
        "",
        '<a class="desk-number" id="mark-{0}" href="#statement-{0}" data-number="{1}" aria-label="{2}"></a>',
        ((ids[number], number, label % {"number": number}) for number in begun),
    )


def _words(article: Article, piece: Piece, ids: dict[int, int]) -> SafeString | str:
    words = article.text[piece.start : piece.end]
    if not piece.marks:
        return words
    inner = piece.marks[-1]
    roles = "".join(f" is-{role}" for role in sorted({mark.role for mark in piece.marks}))
    depth = sum(mark.role == CONTENT for mark in piece.marks)
    return format_html(
        '<span class="desk-mark{}{}" data-mark="{}" data-all="{}">{}</span>',
        roles,
        " is-deep" if depth > 1 else "",
        ids[inner.number],
        " ".join(str(ids[mark.number]) for mark in piece.marks),
        words,
    )
