"""Small coloured words that say a state at a glance."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from statements.models import Article, ExtractionRun


def badge(state: str, words: str) -> SafeString:
    """`words` in the colour of `state`, a value of Article, Statement or ExtractionRun.State."""
    return format_html('<span class="desk-badge is-{}">{}</span>', state, words)


def article_badge(article: Article) -> SafeString:
    if article.publication_of_id:
        return badge("copy", _("نشر آخر لمقال"))
    return badge(article.state, article.get_state_display())


def run_badge(state: str | None) -> SafeString | str:
    """Of an ExtractionRun.State; a dash where extraction was never asked for."""
    return badge(state, ExtractionRun.State(state).label) if state else "—"


def review_progress(article: Article) -> str:
    """«رُوجع 3 من 12 تصريحًا» of an article that progress.with_progress has counted."""
    if not article.statement_count:
        return _("بلا تصريحات")
    return ngettext(
        "رُوجع %(reviewed)d من تصريح واحد", "رُوجع %(reviewed)d من %(n)d تصريحًا", article.statement_count
    ) % {"reviewed": article.reviewed_count, "n": article.statement_count}
