"""Bytes become text in the right encoding; text that is no readable Arabic is refused."""

import itertools
import re
from functools import cache
from pathlib import Path

from charset_normalizer import from_bytes

from statements.documents.problems import EmptyDocument, Garbled, NoArabic, NotText, TooShort
from statements.extraction.normalize import fold

# charset-normalizer's guess is held to these. Measured on 250 corpus articles, whole and cut to
# 200 and to 60 letters, in each encoding: none mistaken; with a free choice 3 of 500 files of 60
# letters in the two Arabic code pages were taken for Cyrillic (November 2026, 3.5.2;
# tests/test_documents.py repeats it where the corpus is at hand).
ENCODINGS = ["utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "cp1256", "iso8859_6"]
CODE_PAGES = ("cp1256", "iso8859_6")  # every byte is a letter of theirs, so they read anything

# The leanest of 3,000 corpus articles has 150 Arabic letters, and 76 % of its letters are Arabic.
MIN_ARABIC_LETTERS = 10
MIN_ARABIC_SHARE = 0.3

# Of 6,000 corpus articles the one with the fewest letters and figures has 89 % of them, white space aside.
MIN_LETTER_SHARE = 0.4

# Of 4,400 corpus articles the one with the fewest of the 2,000 commonest words has 35 % of them;
# a PDF with a wrong letter table had 19 %, text in reversed order 0 % (November 2026).
MIN_COMMON_SHARE = 0.27
MIN_WORDS = 30  # fewer words tell nothing of their share
# Of 4,500 sentences and titles of the corpus with 8 to 11 words 10 have none of the common ones, of 28,000 longer
# ones none; of 18,000 runs of 15 words 11 have one at most, with reversed letters 98 in 100 (November 2026).
# Fewer words tell nothing.
MIN_WORDS_WITHOUT, MIN_WORDS_WITH_ONE = 8, 15
MIN_ARABIC_WORDS = 3  # of anything that may be an article
LONGEST_USUAL = 15  # letters a word, on average: more where the spaces are lost; articles have 5

ARABIC_LETTER = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdf9\ufe70-\ufefc]"
)
_WORD = re.compile(rf"{ARABIC_LETTER.pattern}{{2,}}")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\ufffe\uffff]")  # white space among the controls may stay
_LINE_END = re.compile(r"\r\n?")
_ARABIC_WORD = re.compile(r"[ء-ي]{2,}")


def decode(content: bytes) -> tuple[str, str]:
    """The text and the codec it was read with, line ends as "\\n". Raises NotText."""
    guess = from_bytes(content, cp_isolation=ENCODINGS).best()
    if guess is None or (guess.encoding in CODE_PAGES and _is_damaged_utf_8(content)):
        raise NotText()
    return _LINE_END.sub("\n", str(guess).removeprefix("\ufeff")), guess.encoding


def refuse_unreadable(text: str, within: str = "") -> None:
    """Raises EmptyDocument, NotText, NoArabic or TooShort where `text` is not that of an article.

    `within` is told instead of the file: «هذا السطر», «النص الملصق».
    """
    if not text.strip():
        raise EmptyDocument()
    if _CONTROL.search(text):  # PostgreSQL cannot keep a NUL, and no article has a bell
        raise NotText(within)
    if sum(map(str.isalnum, text)) < MIN_LETTER_SHARE * sum(map(len, text.split())):
        raise NotText(within)
    arabic = len(ARABIC_LETTER.findall(text))
    words = sum(1 for _word in itertools.islice(_WORD.finditer(text), MIN_ARABIC_WORDS))
    if not words or arabic < MIN_ARABIC_SHARE * len(_LETTER.findall(text)):
        raise NoArabic(within)
    if words < MIN_ARABIC_WORDS or arabic < MIN_ARABIC_LETTERS:
        raise TooShort(within)


def is_garbled(text: str) -> bool:
    """Whether the Arabic letters of `text` make words nobody writes; False for a few words."""
    found = _ARABIC_WORD.findall(fold(text))
    if sum(map(len, found)) > LONGEST_USUAL * len(found):
        return True
    common = sum(word in common_words() for word in found)
    if len(found) >= MIN_WORDS:
        return common < MIN_COMMON_SHARE * len(found)
    return len(found) >= MIN_WORDS_WITHOUT and common < 1 + (len(found) >= MIN_WORDS_WITH_ONE)


def refuse_garbled(text: str, page: int = 0, within: str = "") -> None:
    """Raises Garbled, which names the page where there is one, or `within`."""
    if is_garbled(text):
        raise Garbled(page, within)


@cache
def common_words() -> frozenset[str]:
    """The 2,000 words, folded, that stand most often in a corpus of Arabic news."""
    return frozenset((Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").split())


def _is_damaged_utf_8(content: bytes) -> bool:
    """Whether `content` is UTF-8 but for a few bytes: the code pages would make «ط§ظ„» of it."""
    return 5 * len(ARABIC_LETTER.findall(content.decode("utf-8", "ignore"))) > len(content)
