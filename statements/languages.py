"""The language of a page is told by its address alone: English below /en/, Arabic everywhere else.

No cookie, no header of the browser: an address shows everybody the same page.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix
from django.utils import translation

_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


def speak_language_of_address(get_response: Callable) -> Callable:
    """Middleware: what answers a request speaks the language of its address, to the last line of a stream."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        language = language_of(request.path_info)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return respond


def language_of(path: str) -> str:
    """The code of the language of a path below the site's root."""
    first = path.lstrip("/").partition("/")[0]
    others = dict(settings.LANGUAGES).keys() - {settings.LANGUAGE_CODE}
    return first if first in others else settings.LANGUAGE_CODE


def in_language(path: str, language: str) -> str:
    """The address of the same page in a language; `path` is an address of the site, with or without a query."""
    root = get_script_prefix()
    bare = path.removeprefix(root.rstrip("/"))
    spoken = language_of(bare)
    if spoken != settings.LANGUAGE_CODE:
        bare = bare.removeprefix(f"/{spoken}") or "/"
    return root.rstrip("/") + ("" if language == settings.LANGUAGE_CODE else f"/{language}") + bare


def is_foreign(words: str) -> bool:
    """Whether the words are Arabic where Arabic is not the language of the page."""
    return translation.get_language() != settings.LANGUAGE_CODE and _ARABIC.search(words) is not None


def isolate(words: str) -> str:
    """Words of the archive inside a sentence of another language, between U+2068 and U+2069."""
    return f"\u2068{words}\u2069" if is_foreign(words) else words


def _speak_own_language_again(sender, **kwargs) -> None:
    """The thread goes on to another request, or to work that has no address."""
    translation.activate(settings.LANGUAGE_CODE)


request_finished.connect(_speak_own_language_again)
