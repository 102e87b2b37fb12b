"""Words of another language on a page: isolated from the direction around them, with their language told.

On an English page all that the archive keeps is Arabic: names, titles, what was said.
"""

import re

from django import template
from django.conf import settings
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info

from statements.languages import in_language, is_foreign

register = template.Library()
_ARABIC = re.compile("[\u0621-\u064a]")
_ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")


@register.filter
def bdi(words) -> SafeString:
    """The words in an element of their own; its language where it is not the page's."""
    if not words:
        return mark_safe("")
    attributes = _told(str(words))
    return format_html("<bdi{}>{}</bdi>", attributes, conditional_escape(words))


@register.filter
def directed(words: str) -> SafeString:
    """`bdi` with its direction told whatever the page's language: Arabic words, or an address, in any line."""
    if _ARABIC.search(words):
        return format_html('<bdi lang="ar" dir="rtl">{}</bdi>', words)
    return format_html('<bdi dir="ltr">{}</bdi>', words)


@register.filter
def isolated(text) -> SafeString:
    """What stands between U+2068 and U+2069 in a sentence as an element each; the rest as it is."""
    html = conditional_escape(text)
    return mark_safe(_ISOLATED.sub(lambda found: f"<bdi{_told(found[1])}>{found[1]}</bdi>", html))


@register.simple_tag
def in_arabic() -> SafeString:
    """The attributes of an element that holds words of an article."""
    return mark_safe("" if get_language() == "ar" else ' lang="ar" dir="rtl"')


@register.simple_tag(takes_context=True)
def other_languages(context) -> list[dict]:
    """This very page in every other language: `code`, `name` as its speakers call it, `address`."""
    request = context.get("request")
    if request is None:
        return []
    return [
        {"code": code, "name": name, "address": in_language(request.get_full_path(), code)}
        for code, name in settings.LANGUAGES
        if code != get_language()
    ]


@register.simple_tag
def in_all_languages(address: str) -> list[tuple[str, str]]:
    """(language, address) of the page at a whole address, for `hreflang`; the first is also the default."""
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return [
        (code, f"{scheme}://{host}{in_language(slash + path, code)}") for code, _name in settings.LANGUAGES
    ]


@register.simple_tag
def page_attributes() -> SafeString:
    """`lang` and `dir` of the page."""
    language = get_language() or settings.LANGUAGE_CODE
    direction = "rtl" if get_language_info(language)["bidi"] else "ltr"
    return mark_safe(f'lang="{escape(language)}" dir="{direction}"')


@register.simple_tag
def cue(word: str, sense: str) -> SafeString:
    """The article's reporting word; on a page of another language what it means comes first: «denied (نفى)»."""
    if not is_foreign(word) or not sense:
        return bdi(word)
    return format_html("{} ({})", sense, bdi(word))


def _told(words: str) -> SafeString:
    return mark_safe(' lang="ar" dir="rtl"' if is_foreign(words) else "")
