"""Reporting words: verbs in every inflection, participles, verbal nouns and «بحسب».

`data/cues.tsv` holds one verb a line; this module inflects it, and says of a token which
verbs it may be. Whether it reports anything in its sentence is decided by `contents`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .normalize import fold
from .passed_on import is_passed_on
from .per_word import per_word
from .segment import COMMA, OPEN, WORD, Document
from .vocabulary import folded, given_names, heads, words

DATA = Path(__file__).parent / "data"

PAST, PRESENT, PARTICIPLE, MASDAR, PREPOSITION = "past", "present", "participle", "masdar", "preposition"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One verb of saying: how it takes its content (`frames`: "that", "np" or prepositions),
    how it takes its addressee ("object", a preposition or ""), and how sure it is a cue
    (`strength`: s says, w only with a complementiser or quotation marks)."""

    lemma: str
    present: str
    participle: str
    masdar: str
    sense: str
    frames: frozenset[str]
    addressee: str
    strength: str
    plurals: tuple[str, ...] = ()  # other verbal nouns: «مزاعم», «دعوى»


@dataclass(frozen=True, slots=True)
class CueForm:
    """What one word may be: a form of `verb` with person, gender ("m", "f", "" unknown),
    number (1, 2 two, 3 many) and an object pronoun `suffix`."""

    verb: CueVerb
    form: str
    gender: str = ""
    number: int = 0
    person: int = 3
    suffix: str = ""
    prefix: str = ""


@dataclass(slots=True)
class FoundCue:
    """A cue form standing at token `at`."""

    at: int
    reading: CueForm
    verb: CueVerb = field(init=False, repr=False, compare=False)
    form: str = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        self.verb, self.form = self.reading.verb, self.reading.form  # asked for at every word after it


_SUFFIXES = ("هما", "هم", "ها", "هن", "نا", "ني", "ه")
_PREPOSITIONS = {
    "بحسب": "بحسب",
    "حسب": "بحسب",
    "وفق": "وفق",
    "وفقا": "وفق",
    "حسبما": "حسبما",
    "بحسبما": "حسبما",
    "وفقما": "حسبما",
    "طبقا": "وفق",
    "نقلا": "نقلا",
}


@cache
def load_verbs() -> tuple[CueVerb, ...]:
    """The verbs of `data/cues.tsv`, in its order."""
    lines = (DATA / "cues.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(_verb(row) for row in rows[1:])


def _verb(row: list[str]) -> CueVerb:
    lemma, present, participle, masdar, sense, frames, addressee, strength = row[:8]
    return CueVerb(
        lemma,
        "" if present == "-" else fold(present),
        "" if participle == "-" else fold(participle),
        "" if masdar == "-" else fold(masdar.split(",")[0]),
        sense,
        frozenset(fold(f) for f in frames.split(",")),
        "" if addressee == "-" else addressee,
        strength,
        tuple(fold(noun) for noun in masdar.split(",")[1:]),
    )


@per_word
def read_word(word: str) -> tuple[CueForm, ...]:
    """What a folded word may be, with its conjunction and object pronoun taken off; () for no cue."""
    if word in _PREPOSITIONS or (word[:1] == "و" and word[1:] in _PREPOSITIONS):
        bare = word if word in _PREPOSITIONS else word[1:]
        return (CueForm(_according_to(_PREPOSITIONS[bare]), PREPOSITION),)
    forms, found = _forms(), []
    for prefix, rest in _without_prefix(word):
        for suffix, stem in _without_suffix(rest):
            if stem in forms:
                found += _with(forms[stem], prefix, suffix)
    return tuple(found)


def _with(forms: tuple[CueForm, ...], prefix: str, suffix: str) -> list[CueForm]:
    """The forms that may have the conjunction and the pronoun."""
    return [
        CueForm(f.verb, f.form, f.gender, f.number, f.person, suffix, prefix)
        for f in forms
        if _fits(f, prefix, suffix)
    ]


@cache
def _according_to(lemma: str) -> CueVerb:
    return CueVerb(lemma, "", "", "", "according_to", frozenset(), "", "s")


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
    bare = _bare_participles()
    return bool(read_word(word)) or word in bare or (word[:1] in "وف" and word[1:] in bare)


@cache
def _bare_participles() -> frozenset[str]:
    """«مشير», «مؤكد»: participles without the alif of their ending."""
    return frozenset(
        word[:-1]
        for word, forms in _forms().items()
        if word.endswith("ا") and any(f.form == PARTICIPLE for f in forms)
    )


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


_PREFIXES = ("و", "ف", "س", "وس", "فس", "ل", "ول", "ب", "وب", "ال", "وال", "بال", "وبال", "لل", "ا")
_PREFIXES_OF = {letter: [p for p in _PREFIXES if p[0] == letter] for letter in "وفسلبا"}


def _without_prefix(word: str) -> list[tuple[str, str]]:
    found = [("", word)]
    for prefix in _PREFIXES_OF.get(word[:1], ()):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            found.append((prefix, word[len(prefix) :]))
    return found


_SHORT = ("حث", "حض")
_SUFFIXES_OF = {letter: [s for s in _SUFFIXES if s[-1] == letter] for letter in "اهمني"}


def _without_suffix(word: str) -> list[tuple[str, str]]:
    found = [("", word)]
    for suffix in _SUFFIXES_OF.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) > len(suffix) + 1:
            stem = word[: -len(suffix)]
            if len(stem) == 2 and stem not in _SHORT:
                continue
            found.append((suffix, stem))
            if stem.endswith("ت"):
                found.append((suffix, stem[:-1] + "ه"))  # دعوتها -> دعوة
            elif stem.endswith("ا"):
                found.append((suffix, stem[:-1] + "ي"))  # نفاه -> نفى
            elif stem.endswith("و"):
                found.append((suffix, stem + "ا"))  # أكدوه -> أكدوا
    return found


def _fits(form: CueForm, prefix: str, suffix: str) -> bool:
    if form.form == MASDAR:
        return prefix not in ("س", "وس", "فس", "ا")
    if prefix in ("", "و", "ف"):
        return form.form != PARTICIPLE or not suffix
    if form.form == PRESENT:
        return prefix in ("س", "وس", "فس", "ل", "ول")
    return False


@cache
def _forms() -> dict[str, tuple[CueForm, ...]]:
    found: dict[str, list[CueForm]] = {}
    for verb in load_verbs():
        for word, form in _inflect(verb):
            known = found.setdefault(word, [])
            if not any(f.verb == verb and f.form == form.form for f in known):
                known.append(form)
    return {word: tuple(sorted(forms, key=_rank)) for word, forms in found.items()}


def _rank(form: CueForm) -> tuple[int, int]:
    return "sw".find(form.verb.strength), (PAST, PRESENT, PARTICIPLE, MASDAR).index(form.form)


def _inflect(verb: CueVerb):
    past = fold(verb.lemma)
    yield from _past(verb, past)
    if verb.present:
        yield from _present(verb, verb.present)
    if verb.participle:
        yield from _participle(verb, verb.participle)
    if verb.masdar:
        yield verb.masdar, CueForm(verb, MASDAR)
        yield verb.masdar.removesuffix("ه") + "ات", CueForm(verb, MASDAR)
        if not verb.masdar.endswith(("ه", "ا", "ي")):
            yield verb.masdar + "ا", CueForm(verb, MASDAR)
    for plural in verb.plurals:
        yield plural, CueForm(verb, MASDAR)


def _past(verb: CueVerb, past: str):
    stem = past[:-1] if past.endswith(("ي", "ا")) and len(past) > 2 else past
    if verb.lemma.endswith("أ"):
        stem = past  # «هنأت»
    weak = stem != past
    dual = stem + ("وا" if past.endswith("ا") else "يا") if weak else past + "ا"
    yield past, CueForm(verb, PAST, "m", 1)
    yield stem + "ت", CueForm(verb, PAST, "f", 1)
    yield stem + "وا", CueForm(verb, PAST, "m", 3)
    yield dual, CueForm(verb, PAST, "m", 2)
    yield stem + "تا", CueForm(verb, PAST, "f", 2)
    first = _first_person(past, stem, weak)
    yield first + "نا", CueForm(verb, PAST, "", 3, 1)
    if weak or first != past:
        yield first + "ت", CueForm(verb, PAST, "", 1, 1)


def _first_person(past: str, stem: str, weak: bool) -> str:
    if weak:
        return stem + ("و" if past.endswith("ا") else "ي")
    return past[:-2] + past[-1] if len(past) > 2 and past[-2] == "ا" else past


def _present(verb: CueVerb, present: str):
    stem = present[1:]
    many = stem[:-1] if stem.endswith(("و", "ي")) else stem
    yield present, CueForm(verb, PRESENT, "m", 1)
    yield "ت" + stem, CueForm(verb, PRESENT, "f", 1)
    yield "ي" + many + "ون", CueForm(verb, PRESENT, "m", 3)
    yield "ي" + many + "وا", CueForm(verb, PRESENT, "m", 3)
    yield "ت" + many + "ون", CueForm(verb, PRESENT, "m", 3, 2)
    yield "ي" + stem + "ان", CueForm(verb, PRESENT, "m", 2)
    yield "ت" + stem + "ان", CueForm(verb, PRESENT, "f", 2)
    yield "ن" + stem, CueForm(verb, PRESENT, "", 3, 1)
    yield "ا" + stem, CueForm(verb, PRESENT, "", 1, 1)


def _participle(verb: CueVerb, participle: str):
    many = participle[:-1] if participle.endswith("ي") else participle
    yield participle + "ا", CueForm(verb, PARTICIPLE, "m", 1)
    yield participle + "ه", CueForm(verb, PARTICIPLE, "f", 1)
    yield many + "ين", CueForm(verb, PARTICIPLE, "m", 3)
    yield many + "ون", CueForm(verb, PARTICIPLE, "m", 3)
    yield participle + "تين", CueForm(verb, PARTICIPLE, "f", 2)
