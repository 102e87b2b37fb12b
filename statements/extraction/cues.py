"""Reporting words of a text: which tokens may be a cue, with their likeliest reading.

What a word may be by itself, `cue_forms` says; whether it reports anything in its sentence is decided by
`contents`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .cue_forms import (
    MASDAR,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    PRESENT,
    CueForm,
    CueVerb,
    bare_participles,
    load_verbs,
    read_word,
)
from .passed_on import is_passed_on
from .per_word import per_word
from .segment import COMMA, OPEN, WORD, Document
from .vocabulary import folded, given_names, heads, words

__all__ = [
    "MASDAR",
    "PARTICIPLE",
    "PAST",
    "PREPOSITION",
    "PRESENT",
    "CueForm",
    "CueVerb",
    "FoundCue",
    "find_cues",
    "load_verbs",
    "read_word",
]


@dataclass(slots=True)
class FoundCue:
    """A cue form standing at token `at`."""

    at: int
    reading: CueForm
    verb: CueVerb = field(init=False, repr=False, compare=False)
    form: str = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        self.verb, self.form = self.reading.verb, self.reading.form  # asked for at every word after it


def find_cues(doc: Document, first: int, end: int) -> list[FoundCue]:
    """Every token of the range that may be a cue, with its likeliest reading."""
    return [
        FoundCue(i, _likeliest(doc, i, readings))
        for i in doc.where(_may_report, first, end)
        if (readings := _as_written(doc, i, read_word(doc.words[i])) or _read_bare(doc, i))
        and doc.kinds[i] == WORD
        and not _is_other_word(doc, i)
    ]


def _as_written(doc: Document, i: int, readings: tuple[CueForm, ...]) -> tuple[CueForm, ...]:
    """«وعدة كتائب», «إدانة»: a word written with «ة» bears no pronoun."""
    if readings and "ة" in doc.text[doc.ends[i] - 2 : doc.ends[i]]:
        return tuple(r for r in readings if r.suffix != "ه")
    return readings


@per_word
def _may_report(word: str) -> bool:
    """Whether the word is a form of a verb of saying, or a participle that lost its alif."""
    bare = bare_participles()
    return bool(read_word(word)) or word in bare or (word[:1] in "وف" and word[1:] in bare)


def _read_bare(doc: Document, i: int) -> tuple[CueForm, ...]:
    """«…، مشير إلى أن», «…، مؤكد أن»: a participle that lost its alif, after a pause and before its complement."""
    if not i or doc.kinds[i - 1] != COMMA or i + 1 >= len(doc):
        return ()
    after = doc.words[i + 1]
    readings = read_word(doc.words[i] + "ا")
    return tuple(r for r in readings if r.form == PARTICIPLE and (after == "ان" or after in r.verb.frames))


def _likeliest(doc: Document, i: int, readings: tuple[CueForm, ...]) -> CueForm:
    """«مطالبة», «رفض»: after a preposition the verbal noun, elsewhere the first reading."""
    first, before = readings[0], doc.words[i - 1] if i else ""
    of_noun = first.form in (PAST, PARTICIPLE) and before in words("preposition")
    with_pronoun = first.form == PAST and bool(first.suffix)
    if of_noun or (with_pronoun and (first.verb.strength == "w" or is_passed_on(doc, i, 0))):
        return next((r for r in readings if r.form == MASDAR and r.verb is first.verb), first)
    return first


# Words whose folded spelling is a cue's and whose written spelling is not.
_WRITTEN = {
    "هنا": ("هنأ", "هنّأ"),
    "وهنا": ("وهنأ", "وهنّأ"),
    "بين": ("بيّن", "بيَّن"),
    "وبين": ("وبين", "وبيّن", "وبيَّن"),
    "بينهم": (),
    "بينها": (),
    "بينهما": (),
    "بيننا": (),
    "وبينهم": (),
    "وبينها": (),
    "اسف": ("أسف",),
    "اقرا": ("أقرا", "أقرّا", "اقرّا"),  # «اقرأ أيضا» stands in every saved page
    "امل": (),
    "امله": (),
    "لامت": (),
    "عده": (),
    "عدت": (),
    "تعد": (),
    "يعد": (),
    "ويعد": (),
    "وتعد": (),
    "تبين": (),
    "يبين": (),
    "وحده": (),
    "حده": (),
    "ذكري": (),
    "جددا": (),
    "دعواه": (),
    "وردا": (),
    "ردا": (),
    "واجبنا": (),
    "واجبه": (),
    "دعوي": (),
    "عزت": (),
    "مدينه": (),
    "فدان": (),  # a measure of land, no «فـ» with «دان»
    "فدانا": (),
    "اقال": (),  # «أقال», no form of «قيل»
    "واقال": (),
    "سيري": ("سيرى",),  # «سيرى», not the name سيري
    "وسيري": ("وسيرى",),
}


_INFORMED = folded("مطلع مطلعة مطلعين المطلع المطلعة")  # «مصادر مطلعة» are well informed, they inform nobody


def _is_other_word(doc: Document, i: int) -> bool:
    written = _WRITTEN.get(doc.words[i])
    if doc.words[i] in doc.names and i and (doc.words[i].startswith("س") or read_word(doc.words[i - 1])):
        return True
    if doc.words[i] == "عبر" and doc.raw(i) == "عبر" and _is_channel(doc, i + 1):
        return True
    if doc.words[i] in _INFORMED and i and doc.words[i - 1].removeprefix("ال") in ("مصدر", "مصادر"):
        return True
    if written is None or doc.raw(i) in written or doc.written(i) in written:
        return False
    return doc.writes_hamza or not _congratulates(doc, i)


def _is_channel(doc: Document, i: int) -> bool:
    """«عبر "تويتر"», «عبر حسابه»: by what something was said, after the preposition and not the verb."""
    while i < len(doc) and doc.kinds[i] == OPEN:
        i += 1
    return i < len(doc) and doc.words[i] in _CHANNELS


_CHANNELS = folded(
    "تويتر إكس فيسبوك الفيسبوك إنستغرام تلغرام يوتيوب حسابه حسابها حساب صفحته صفحتها منصة منصات موقع موقعه موقعها"
    " الهاتف الفيديو تقنية الإنترنت شبكة قناة إذاعة وسائل أثير شاشة بيان تطبيق الاتصال"
)


def _congratulates(doc: Document, i: int) -> bool:
    """«هنا الوزير … بتعيينه» where no hamza is written: a head or name after it, then «ب»."""
    after = doc.words[i + 1 : i + 8]
    if doc.words[i].removeprefix("و") != "هنا" or not after:
        return False
    named = after[0] in heads() or after[0] in doc.names or after[0] in given_names()
    return named and any(w.startswith("ب") and len(w) > 4 and w not in doc.names for w in after[1:])
