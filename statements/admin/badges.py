"""Small coloured words that say a state at a glance."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from statements.models import Article, ExtractionRun


def badge(state: str, words: str) -> SafeString:
    """`words` in the colour of `state`, a value of Article, Statement or ExtractionRun.State."""
    return format_html('<span class="desk-badge is-{}">{}</span>', state, words)


def article_badge(article: Article) -> SafeString:
    return badge(article.state, article.get_state_display())


def run_badge(state: str | None) -> SafeString | str:
    """Of an ExtractionRun.State; a dash where extraction was never asked for."""
    return badge(state, ExtractionRun.State(state).label) if state else "—"
