"""What the desk's templates say of articles and statements: badges, progress, the marked text."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from statements.admin import badges
from statements.marking import CONTENT, Piece, marks_of, pieces
from statements.models import Article, Statement

register = template.Library()
register.simple_tag(badges.article_badge, name="article_state")
register.simple_tag(badges.run_badge, name="run_state")
register.simple_tag(badges.review_progress, name="review_progress")


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
