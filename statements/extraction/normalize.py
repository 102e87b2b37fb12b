"""Arabic folding: one spelling for every way a word is written, with a map back to the stored text.

Search, linking and extraction compare folded words; spans shown to people come back
through `Folded` to the text as it was given.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right

_HAMZA = "ء"
_LETTERS = {
    **dict.fromkeys("ٱٲٳ", "ا"),
    **dict.fromkeys("ىیےېۍێ", "ي"),
    **dict.fromkeys("کڪگ", "ك"),
    **dict.fromkeys("ةہھەۃۀۂ", "ه"),
    **dict.fromkeys("ٴ", _HAMZA),
    **dict(zip("پڤڨچژ", "بفقجز", strict=True)),
    **dict(zip("٫٬٪", ".,%", strict=True)),
}
_DROPPED = "ـۥۦ۞۩"  # tatweel, small Quranic letters, rosettes
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# NFKC takes these apart ("″" into two primes); the segmenter pairs them as they stand.
_KEPT = "″‴‶‷⁗"


def fold(text: str) -> str:
    """Fold the spelling of `text`; linear time, and folding twice changes nothing.

    Presentation forms, NFD and ligatures become plain letters; vowel signs, tatweel, bidi and
    zero-width marks go; أإآٱ are ا, ى ی ئ are ي, ؤ is و, ة is ه, ک is ك; digits are 0-9; spaces of
    every width are one kind, line ends are "\\n"; Latin is in small letters without accents.
    Quotation marks stay as they are, and so does the standalone hamza: in 26,394 news articles
    730 words would have met another one without it (إنهاء and إنها, بهاء and بها, ماء and ما).
    """
    return text.replace("\r\n", "\n").translate(_TABLE)


def letters(text: str) -> str:
    """`text` in plain composed letters, without vowel signs and tatweel, but with its own hamzas, ya and ta.

    For the few words that only their spelling tells apart: علي and على, هنأ and هنا.
    """
    return unicodedata.normalize("NFKC", text).translate(_WITHOUT_MARKS)


def without_first(text: str, count: int) -> str:
    """`text` without its first `count` folded letters and the signs that belong to them."""
    return text[Folded(text).span(0, count)[1] :] if count else text


class Folded:
    """A text folded, with a map back: offsets of both texts are code points, spans half open."""

    __slots__ = ("_folded_starts", "_source_starts", "source", "text")

    def __init__(self, source: str):
        self.source = source
        self.text = fold(source)
        self._folded_starts, self._source_starts = _runs(source)

    def __repr__(self) -> str:
        return f"Folded({self.source!r})"

    def offset(self, index: int) -> int:
        """Where the folded character at `index` begins in the stored text.

        `index` may be len(text), which is the end of the stored text; IndexError beyond.
        """
        if not 0 <= index <= len(self.text):
            raise IndexError(f"no folded offset {index} in a text of {len(self.text)}")
        if index == len(self.text):
            return len(self.source)
        run = bisect_right(self._folded_starts, index) - 1
        return self._source_starts[run] + index - self._folded_starts[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the stored text that folded to text[start:end].

        Vowel signs and tatweel after the last letter belong to it, bidi marks do not.
        """
        if start >= end:
            return self.offset(start), self.offset(start)
        if len(self._source_starts) == 1 and not self._source_starts[0]:  # folded letter for letter
            return start, end
        first, last = self.offset(start), self.offset(end - 1) + 1
        while last < len(self.source) and _belongs_to_letter_before(self.source[last]):
            last += 1
        return first, last

    def index(self, offset: int) -> int:
        """The folded offset at which the stored text from `offset` on begins: the inverse of `offset`."""
        if not 0 <= offset <= len(self.source):
            raise IndexError(f"no offset {offset} in a text of {len(self.source)}")
        run = bisect_left(self._source_starts, offset)
        if run == len(self._source_starts) or self._source_starts[run] != offset:
            run -= 1
        if run < 0:
            return 0
        index = self._folded_starts[run] + offset - self._source_starts[run]
        following = self._folded_starts[run + 1] if run + 1 < len(self._folded_starts) else len(self.text)
        return min(index, following)


class _Table(dict):
    """Code point -> folded string, for str.translate; filled as code points are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_TABLE = _Table()


class _WithoutMarks(dict):
    """Code point -> itself, or None for vowel signs, tatweel and bidi marks; filled as code points are met."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        self[code] = (
            None if char in _DROPPED or _is_mark(char) or unicodedata.category(char) == "Cf" else code
        )
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def _fold_char(char: str) -> str:
    """What one code point becomes: usually one letter, nothing for marks, several for a ligature."""
    if char in _LINE_ENDS:
        return "\n"
    if char in _KEPT:
        return char
    parts = unicodedata.normalize("NFKD", char)
    if parts[0] == " " and len(parts) > 1:  # a mark standing alone: "´" is kept, U+FE70 (Arabic) goes
        return "" if unicodedata.bidirectional(char) == "AL" else char
    parts = unicodedata.normalize("NFKD", parts.casefold())
    return "".join(map(_fold_part, parts))


def _fold_part(char: str) -> str:
    category = unicodedata.category(char)
    if char in _DROPPED or category == "Cf" or _is_mark(char):
        return ""
    if category == "Zs" or char in "\t\x1f":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return _LETTERS.get(char, char)


def _is_mark(char: str) -> bool:
    """Vowel signs, hamza written apart (NFD), accents; not the vowels of Indic scripts (classes 0 to 9)."""
    return "\ufe00" <= char <= "\ufe0f" or unicodedata.combining(char) >= 10


def _belongs_to_letter_before(char: str) -> bool:
    return not _TABLE[ord(char)] and unicodedata.category(char) in ("Mn", "Me", "Lm", "Lo")


def _runs(source: str) -> tuple[list[int], list[int]]:
    """Folded and stored offsets at which runs begin that fold letter for letter."""
    folded_starts, source_starts = [0], [0]
    uneven = _uneven(source)
    if not uneven:
        return folded_starts, source_starts
    shift = 0  # stored offset minus folded offset
    for match in re.finditer(uneven, source):
        at, width = match.start(), len(_folded_char(match[0]))
        if width == 0 and source_starts[-1] == at:  # marks in a row: the run begins after the last
            source_starts[-1] = at + 1
            shift += 1
            continue
        for extra in range(width):
            folded_starts.append(at - shift + extra)
            source_starts.append(at)
        shift += 1 - width
        folded_starts.append(at + 1 - shift)
        source_starts.append(at + 1)
    return folded_starts, source_starts


def _uneven(source: str) -> str:
    """A pattern for the characters of `source` that fold to none or to several; empty when it has none."""
    others = set(_UNUSUAL.findall(source)) - _EVEN
    uneven = [char for char in others if len(_TABLE[ord(char)]) != 1 and char != "\r"]
    _EVEN.update(others.difference(uneven))
    parts = ["\r(?=\n)"] if "\r\n" in source else []
    return "|".join(parts + ([f"[{''.join(sorted(map(re.escape, uneven)))}]"] if uneven else []))


_UNUSUAL = re.compile(r"[^ء-غف-ي !-~\n،؛؟«»“”–٠-٩]")  # all others fold to one character
_EVEN: set[str] = set()  # characters met so far that fold to one


def _folded_char(char: str) -> str:
    return "" if char == "\r" else _TABLE[ord(char)]
