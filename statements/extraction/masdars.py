"""Whether a verbal noun reports what somebody said: «تأكيده أن», «دعوة الوزير إلى»."""

from __future__ import annotations

from .attached import is_attached_content
from .cues import MASDAR, FoundCue
from .mentions import parse_party
from .objects import is_object_head
from .passed_on import is_passed_on
from .segment import COLON, OPEN, STOP, Document
from .vocabulary import folded, is_function, is_time, words


def masdar_doubt(doc: Document, cue: FoundCue, sentence: tuple[int, int]) -> str:
    """The first reason against it; "" for none: «قوله إن», «تأكيده أن», «بالقول إن», «إعلان الوزارة عن»: a verbal noun with its speaker and its content."""
    r, i = cue.reading, cue.at + 1
    if i >= len(doc):
        return "masdar_last"
    after = doc.words[i]
    that = after in words("comp") or after in words("clitic_comp") or doc.kinds[i] in (COLON, OPEN)
    if doc.words[cue.at - 1] in _NOT_SAID and cue.at:
        return "masdar_not_said"
    if cue.at and r.verb.lemma == "اعتبر" and doc.words[cue.at - 1] == "علي":
        return "masdar_not_said"  # «على اعتبار أنهم جيران»
    if r.suffix in ("ه", "ها", "هم", "هما"):
        if that or (after in r.verb.frames and r.verb.strength == "s" and r.verb.sense not in ("rejected",)):
            return ""
        passed_on = (
            "np" in r.verb.frames
            and (not is_function(after) or after in _WHOLE)
            and is_passed_on(doc, cue.at, sentence[0])
        )
        return "" if passed_on else "masdar_suffix"
    if r.prefix in ("بال", "وبال"):
        return "" if that else "masdar_by"
    if not r.suffix and r.prefix in ("", "و", "ب", "ل") and _speaker_follows(doc, cue):
        return ""
    return "masdar_that" if that else "masdar_bare"


_WHOLE = folded("أي كل جميع هذا هذه")  # «رفضه أي تدخل»


def is_done(doc: Document, cue: FoundCue, first: int) -> bool:
    """«حيث تم خلال اللقاء التأكيد على …»: said by all who met. Of 5 such nouns in dev and train 5 were statements."""
    r = cue.reading
    if r.form != MASDAR or r.prefix not in ("ال", "وال") or r.suffix or r.verb.lemma not in _DONE_BY_ALL:
        return False
    for i in range(cue.at - 1, max(first, cue.at - 7) - 1, -1):
        if doc.words[i] in _DONE:
            return True
        if doc.kinds[i] == STOP or doc.words[i] == "اعاده":
            return False
    return False


_DONE_BY_ALL = ("أكد", "شدد")
_DONE = folded("تم جرى وتم وجرى")
_MASDAR_SENSES = folded("called_on asserted announced accused proposed warned rejected denied promised")


_NOT_SAID = folded("والجدير الجدير جدير وجدير يمكنني يمكن أستطيع أريد أود يمكننا")


def _speaker_follows(doc: Document, cue: FoundCue) -> bool:
    """«دعوة روسيا إلى», «اتهام العراق لسوريا ب»: who speaks stands right after, and content after him."""
    if (
        cue.verb.sense not in _MASDAR_SENSES
        or cue.verb.strength != "s"
        or cue.at == 0
        or cue.reading.prefix == "ل"
        or is_object_head(doc, cue.at + 1, len(doc))
    ):
        return False
    end = min(len(doc), cue.at + 20)
    party = parse_party(doc, cue.at + 1, end)
    if party is None or party.kind not in _SPEAKING or party.end >= len(doc):
        return False
    if party.kind == "person" and not party.name and not party.titles:
        return False
    i = _past_times(doc, _speaker_end(doc, party.first, party.end), end)
    if cue.verb.addressee == "object" and (told := parse_party(doc, i, end)):
        i = told.end if told.kind in _SPEAKING else i
    return i < len(doc) and _content_opens(doc, cue, i)


_SPEAKING = ("country", "person", "organization", "agency", "group")


def _speaker_end(doc: Document, first: int, end: int) -> int:
    """«بعض الجهات [لإجراء انتخابات]»: a purpose inside the noun phrase is what was said."""
    for k in range(first + 1, end):
        if doc.words[k][:1] == "ل" and is_attached_content(doc, k, "ل"):
            return k
    return end


def _past_times(doc: Document, i: int, end: int) -> int:
    while i < end and (is_time(doc.words[i]) or doc.words[i] in words("adverb")):
        i += 1
    return i


def _content_opens(doc: Document, cue: FoundCue, i: int) -> bool:
    word, frames = doc.words[i], cue.verb.frames
    if word in frames or word in words("comp") or word in words("clitic_comp"):
        return True
    if "ب" in frames and word[:1] == "ب":
        return is_attached_content(doc, i, "ب")
    if cue.verb.sense in ("called_on", "proposed") and word[:1] == "ل":
        return is_attached_content(doc, i, "ل")
    return "np" in frames and is_object_head(doc, i, len(doc))
