"""Where the narrator comments on what was said, in the same sentence: no part of the content."""

from __future__ import annotations

from .clauses import RELATIVES, Clause, mark_before
from .continuing import is_our_verb
from .cues import PAST, PRESENT, read_word
from .endings import COMMENT
from .segment import CLOSE, COMMA, STOP, WORD, Document
from .vocabulary import folded, is_verb, words


def cut_comment(doc: Document, clause: Clause) -> None:
    """«…، دون أن يحدد موعداً», «…، وهو ما تنفيه الوزارة», «… لكنه لم يوضح السبب».

    Measured on dev and train: these end content in 23 of 25 cases.
    """
    start, end = clause.content[-1]
    depth = doc.depth[start]
    for j in range(_after_own_marks(doc, start) + 2, end - 1):
        if doc.depth[j] <= depth and doc.kinds[j] == WORD and _is_comment(doc, j, end):
            clause.content[-1] = (start, j - (doc.words[j - 1] == "من"))  # «من دون»
            return


def _after_own_marks(doc: Document, start: int) -> int:
    """The mark that closes a content in quotation marks, else its start."""
    mark = mark_before(doc, start)
    return max(start, doc.match[mark]) if mark >= 0 else start


def _is_comment(doc: Document, j: int, end: int) -> bool:
    word = doc.words[j]
    if word in ("دون", "بدون"):
        return _tells_nothing(doc, j, end)
    if word in _BUT_HE or (word == "الا" and doc.words[j + 1] in _THAT_HE):
        return _but_he_said(doc, j + (word == "الا"), end)
    if word in _WHICH or word == "الامر":
        return _others_say(doc, j, end)
    return word in _AFTERWARDS and _follows_quotation(doc, j)


def _follows_quotation(doc: Document, j: int) -> bool:
    """«… "تتحسن قريباً"، بعدما …»: a circumstance told after a quotation of more than a word."""
    if doc.kinds[j - 1] != COMMA or doc.kinds[j - 2] != CLOSE:
        return False
    size = j - 3 - doc.match[j - 2]
    after = doc.words[j + 1]
    return doc.match[j - 2] >= 0 and size > 1 and (doc.words[j] != "بعد" or after in ("ان", "ما"))


def _tells_nothing(doc: Document, j: int, end: int) -> bool:
    """«دون تحديد السبب», «دون أن يفصح عن»."""
    k = j + 1
    while k < end and doc.words[k] in ("ان", "اي", "مزيد", "من", "المزيد"):
        k += 1
    return k < end and doc.words[k] in words("telling")


def _but_he_said(doc: Document, j: int, end: int) -> bool:
    """«لكنه لم يحدد», «إلا أنه اعتبر»: the narrator goes on about who spoke."""
    for k in range(j + 1, min(j + 3, end)):
        if doc.words[k] == "لم":
            return k + 1 < end and doc.words[k + 1] in words("telling")
        if _says(doc, k):
            return True
    return False


def _others_say(doc: Document, j: int, end: int) -> bool:
    """«، وهو ما تنفيه طهران», «، الذي قال المصدر إنه قريب», «الأمر الذي نفته الوزارة»."""
    if doc.words[j] in RELATIVES and doc.kinds[j - 1] not in (COMMA, CLOSE):
        return False  # «الهجوم الذي نفته»: which one
    for k in range(j + 1, min(j + 4, end)):
        if doc.kinds[k] in (COMMA, STOP):
            return False
        if not _says(doc, k):
            continue
        sense = read_word(doc.words[k])[0].verb.sense
        if sense == "denied":
            return True
        return doc.words[j] in RELATIVES and sense in ("said", "considered") and _that_follows(doc, k, end)
    return False


def _says(doc: Document, k: int) -> bool:
    readings = read_word(doc.words[k]) if doc.kinds[k] == WORD else ()
    return bool(readings) and readings[0].verb.strength == "s" and readings[0].form in (PAST, PRESENT)


def _that_follows(doc: Document, k: int, end: int) -> bool:
    return any(doc.words[n] in words("comp") | words("clitic_comp") for n in range(k + 1, min(k + 9, end)))


_AFTERWARDS = folded("بعد بعدما عقب إثر غداة فيما بينما بحسب حسب وفق حسبما بحسبما")
_WHICH = folded("الذي التي والذي والتي وهو وهي")
_BUT_HE = folded("لكنه لكنها لكنهم ولكنه ولكنها ولكنهم")
_THAT_HE = folded("أنه أنها أنهم")


def cut_narrator(doc: Document, clause: Clause) -> None:
    """After a content that is a noun phrase, a clause of its own is the narrator's again.

    Measured on the train articles: ends there in 34 of 46 cases after noun phrases, in 12 of 60
    after «أن», where nothing is cut.
    """
    cut_comment(doc, clause)
    if clause.opener == "that" and not clause.quoted:
        return _cut_step(doc, clause)
    if clause.opener in ("that", "according", "colon") or clause.quoted:
        return
    start, end = clause.content[-1]
    depth = doc.depth[start]
    if doc.words[start] in words("clitic_comp"):
        return
    if any(is_verb(doc.words[j]) or doc.words[j] in RELATIVES for j in range(start, min(start + 2, end))):
        return
    for j in range(start + 2, end - 1):
        if doc.depth[j] > depth:
            continue
        if _narrator_speaks(doc, j):
            clause.content[-1] = (start, j)
            return


def _cut_step(doc: Document, clause: Clause) -> None:
    """«…، في خطوة تهدف إلى», «…، وذلك خلال لقائه»: after a clause too these are the narrator's."""
    start, end = clause.content[-1]
    for j in range(start + 2, end - 1):
        pair = doc.words[j], doc.words[j + 1]
        if doc.depth[j] > doc.depth[start] or doc.kinds[j - 1] not in (COMMA, CLOSE):
            continue
        if (pair[0] == "في" and pair[1] in COMMENT) or (
            pair[0] == "وذلك" and pair[1] in ("خلال", "عقب", "ردا", "تعليقا", "بعد")
        ):
            clause.content[-1] = (start, j)
            return


def _narrator_speaks(doc: Document, j: int) -> bool:
    word, after, before = doc.words[j], doc.words[j + 1], doc.kinds[j - 1]
    if word in _CONTRAST or (word, after) in _CONTRASTS:
        return True
    if before not in (COMMA, CLOSE):
        return False
    if word == "ما":
        return is_verb(after)  # «…، ما يهدد العلاقات»
    if word == "في":
        return after in COMMENT
    if word in ("وهو", "وهي"):
        return after != "ما"
    if word == "وذلك":
        return after not in ("قبل", "عبر", "من", "لان")
    return word in _AFTER_PAUSE or (word[:1] == "و" and is_verb(word) and not is_our_verb(word))


_CONTRASTS = {("الا", "ان"), ("في", "حين")}
_CONTRAST = folded("لكنه لكنها لكنهم ولكنه ولكنها بينما ثم رغم بعدما")


_AFTER_PAUSE = folded("فيما كما ولكن لكن وذلك حيث")
