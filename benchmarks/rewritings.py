"""The same article spelled as others would spell it, with its offsets carried over.

A rewriting gives, for each code point of a text, what stands in its place: usually itself,
sometimes nothing or several code points. Offsets of the old text become sums of lengths.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import accumulate, cycle

Rewriting = Callable[[str], list[str]]


def rewrite(article: dict, rewriting: Rewriting) -> dict:
    """A gold article with its text, spans and names rewritten; the given one stays as it is."""
    pieces = rewriting(article["text"])
    at = [0, *accumulate(map(len, pieces))]

    def moved(span: list[int] | None) -> list[int] | None:
        return span and [at[offset] for offset in span]

    def named(actor: dict) -> dict:
        return actor | {"names": ["".join(rewriting(name)) for name in actor["names"]]}

    return article | {
        "text": "".join(pieces),
        "actors": [named(actor) for actor in article["actors"]],
        "statements": [
            statement
            | {"spans": [moved(span) for span in statement["spans"]], "cue": moved(statement["cue"])}
            for statement in article["statements"]
        ],
    }


def _each(change: Callable[[str], str]) -> Rewriting:
    return lambda text: [change(char) for char in text]


def _replacing(table: dict[str, str]) -> Rewriting:
    return _each(lambda char: table.get(char, char))


_BARE = {**dict.fromkeys("أإآٱ", "ا"), "ؤ": "و", "ئ": "ي"}
_ARABIC_DIGITS = dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))
_LATIN_DIGITS = {char: digit for digit, char in _ARABIC_DIGITS.items()}
_LETTER = re.compile("[ء-غف-ي]")
_VOWELS = "\u064e\u0650\u064f\u0652\u0651\u064e"  # fatha, kasra, damma, sukun, shadda, fatha


def without_vowels(text: str) -> list[str]:
    return ["" if "\u064b" <= char <= "\u0652" or char == "\u0670" else char for char in text]


def with_vowels(text: str) -> list[str]:
    """A vowel sign after every letter that has none; which one is no matter to folding."""
    signs = cycle(_VOWELS)
    bare = zip(text, text[1:] + " ", strict=True)
    return [
        char + next(signs) if _LETTER.match(char) and not unicodedata.combining(after) else char
        for char, after in bare
    ]


def with_tatweel(text: str) -> list[str]:
    """قال -> قـال: a stroke after every third letter that is joined to the next."""
    turn = cycle((False, True, False))
    return [char + "ـ" if joined and next(turn) else char for char, joined in _joins(text)]


def in_presentation_forms(text: str) -> list[str]:
    """Every letter in the shape it takes in its word (U+FE80 to U+FEFC), lam and alef as one."""
    pieces, joined_before = [], False
    for i, (char, joined) in enumerate(_joins(text)):
        pair = _FORMS.get(text[i : i + 2], {})
        if i and pieces[-1] and text[i - 1 : i + 1] in _FORMS and len(text[i - 1 : i + 1]) == 2:
            pieces.append("")
            joined_before = False
            continue
        shape = ("<medial>" if joined_before else "<initial>") if joined else "<final>"
        shape = shape if joined or joined_before else "<isolated>"
        if pair:
            shape = "<final>" if joined_before else "<isolated>"
        pieces.append((pair or _FORMS.get(char, {})).get(shape, char))
        joined_before = joined
    return pieces


def _joins(text: str) -> Iterator[tuple[str, bool]]:
    """Each code point, and whether it is a letter joined to the letter after it."""
    for char, after in zip(text, text[1:] + " ", strict=True):
        yield char, "<initial>" in _FORMS.get(char, {}) and "<final>" in _FORMS.get(after, {})


def _presentation_forms() -> dict[str, dict[str, str]]:
    """Letter, or lam with alef -> shape -> presentation form."""
    forms: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEFD):
        shape, *letters = unicodedata.decomposition(chr(code)).split()
        forms.setdefault("".join(chr(int(letter, 16)) for letter in letters), {})[shape] = chr(code)
    return forms


_FORMS = _presentation_forms()


def decomposed(text: str) -> list[str]:
    return [unicodedata.normalize("NFD", char) for char in text]


def without_paragraphs(text: str) -> list[str]:
    """One paragraph: a run of line ends becomes one space."""
    return [
        " " if char == "\n" and before != "\n" else "" if char == "\n" else char
        for char, before in zip(text, "x" + text, strict=False)
    ]


def with_bidi_marks(text: str) -> list[str]:
    """Right-to-left marks after punctuation, left-to-right marks around numbers, embedding by paragraph."""
    pieces = ["\u202c\n\u202b" if char == "\n" else char for char in text]
    for mark in re.finditer(r"[.،:؛!؟\"«»“”()-](?=[\s\w])(?!\d)", text):
        pieces[mark.start()] += "\u200f"
    for number in re.finditer(r"(?<!\w)\d+(?:[.,:]\d+)*", text):
        pieces[number.start()] = "\u200e" + pieces[number.start()]
        pieces[number.end() - 1] += "\u200e"
    return pieces


_OPENING, _CLOSING = "«“„‹", "»”›"
_AFTER_CLOSING = ".،,؛;:!؟)]…"
_STRAIGHT = '"″'


def quoted(opening: str, closing: str) -> Rewriting:
    """Every double quotation mark in another style.

    A straight one opens after a space and closes before one; elsewhere by turns in its paragraph.
    """

    def rewriting(text: str) -> list[str]:
        pieces, is_open = [], False
        for before, char, after in zip(" " + text, text, text[1:] + " ", strict=False):
            if char == "\n":
                is_open = False
            spaced = before.isspace() or before in "([:", after.isspace() or after in _AFTER_CLOSING
            turn = spaced[0] if spaced[0] != spaced[1] else not is_open
            opens = char in _OPENING or (char in _STRAIGHT and turn)
            if opens or char in _CLOSING + _STRAIGHT:
                is_open = opens
                pieces.append(opening if opens else closing)
            else:
                pieces.append(char)
        return pieces

    return rewriting


REWRITINGS: dict[str, Rewriting] = {
    "as it is": list,
    "hamzas dropped": _replacing(_BARE),
    "vowels removed": without_vowels,
    "vowels added": with_vowels,
    "tatweel": with_tatweel,
    "Arabic digits": _replacing(_ARABIC_DIGITS),
    "Latin digits": _replacing(_LATIN_DIGITS),
    "«…»": quoted("«", "»"),
    "“…”": quoted("“", "”"),
    '"…"': quoted('"', '"'),
    "„…“": quoted("„", "“"),
    "‹…›": quoted("‹", "›"),
    "‘…’": quoted("‘", "’"),
    "''…''": quoted("''", "''"),
    '«…" (marks that do not match)': quoted("«", '"'),
    "presentation forms": in_presentation_forms,
    "NFD": decomposed,
    "no paragraph breaks": without_paragraphs,
    "Windows line ends": _replacing({"\n": "\r\n"}),
    "NBSP": _replacing({" ": "\u00a0"}),
    "bidi marks": with_bidi_marks,
    "final ى for ي": lambda text: [
        "ى" if char == "ي" and not after.isalpha() else char
        for char, after in zip(text, text[1:] + " ", strict=True)
    ],
}
# These leave every folded word as it was: tests hold `fold` to it.
SAME_WHEN_FOLDED = (
    "hamzas dropped",
    "vowels removed",
    "vowels added",
    "tatweel",
    "Arabic digits",
    "Latin digits",
    "presentation forms",
    "NFD",
    "Windows line ends",
    "NBSP",
    "bidi marks",
    "final ى for ي",
)
