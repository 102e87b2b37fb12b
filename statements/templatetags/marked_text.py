"""Article text as HTML with the parts of its statements marked: cut, escaped, then wrapped; never `|safe`.

Words under two marks stand in two elements; only the innermost of the words becomes a link, so that no link
ever stands in another.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from statements.pages.marking import CONTENT, CUE, Mark, around, marks_of, paragraphs, pieces

register = template.Library()
ELLIPSIS = mark_safe('<span class="cut">…</span>')


@register.simple_tag
def marked_article(article, statements: Iterable, mentions: Iterable = ()) -> SafeString:
    """The whole text in paragraphs, `statements` marked and numbered in the order given."""
    marks = marks_of(statements, mentions)
    html = ((_marked(article.text, *span, marks),) for span in paragraphs(article.text))
    return format_html_join("\n", "<p>{}</p>", html)


@register.simple_tag
def marked_context(statement, mentions: Iterable = ()) -> SafeString:
    """The paragraphs that the statement stands in, with what stands before and after, its parts marked."""
    text, marks = statement.article.text, marks_of([statement], mentions, numbered=False)
    spans = _context_of(text, marks)
    starts, ends = map(set, zip(*paragraphs(text), strict=True))
    html = (
        (
            "" if start in starts else ELLIPSIS,
            _marked(text, start, end, marks),
            "" if end in ends else ELLIPSIS,
        )
        for start, end in spans
    )
    return format_html_join("\n", "<p>{}{}{}</p>", html)


@register.simple_tag
def roles_in_article(statements: Iterable, mentions: Iterable = ()) -> set[str]:
    """The kinds of marks that marked_article writes: what its legend explains."""
    return {mark.role for mark in marks_of(statements, mentions)}


@register.simple_tag
def roles_in_context(statement, mentions: Iterable = ()) -> set[str]:
    """The kinds of marks that marked_context writes."""
    marks = marks_of([statement], mentions, numbered=False)
    shown = _context_of(statement.article.text, marks)
    return {m.role for m in marks if any(m.start < end and start < m.end for start, end in shown)}


def _context_of(text: str, marks: list[Mark]) -> list[tuple[int, int]]:
    """The paragraphs around the cue and the content, as spans."""
    said = [mark for mark in marks if mark.role in (CONTENT, CUE)]
    return around(text, min(mark.start for mark in said), max(mark.end for mark in said))


def _marked(text: str, start: int, end: int, marks: list[Mark]) -> SafeString:
    html, stack = [], ()
    for piece in pieces(marks, start, end):
        kept = _shared(stack, piece.marks)
        html += ["</span>"] * (len(stack) - kept)
        html += [_opening(mark, piece.start) for mark in piece.marks[kept:]]
        html.append(_words(text[piece.start : piece.end], piece.marks))
        stack = piece.marks
    html += ["</span>"] * len(stack)
    return mark_safe("".join(html))


def _shared(one: tuple[Mark, ...], other: tuple[Mark, ...]) -> int:
    """How many marks both begin with: the elements that stay open."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _opening(mark: Mark, start: int) -> SafeString:
    html = format_html('<span class="{}" data-statement="{}">', mark.role, mark.number)
    return html + _number(mark) if mark.numbered and mark.start == start else html


def _number(mark: Mark) -> SafeString:
    """The link before a content. Its figure is drawn by the style sheet: the text stays letter for letter."""
    return format_html(
        '<a class="number" id="mark-{0}" href="{1}" data-number="{0}" aria-label="{2}"></a>',
        mark.number,
        mark.url,
        _("التصريح %(number)s") % {"number": mark.number},
    )


def _words(words: str, marks: tuple[Mark, ...]) -> SafeString:
    linked = [mark for mark in marks if mark.role != CONTENT]
    return format_html('<a href="{}">{}</a>', linked[-1].url, words) if linked else escape(words)
