"""Content told before its cue, and who relays it: «…، بحسب فلان», «…، كما قال فلان»."""

from __future__ import annotations

from .clauses import FREE_THAT, Clause, clause_around
from .cues import PAST, PRESENT, FoundCue, find_cues
from .endings import cut
from .fronted import past_dateline
from .issuers import is_document
from .known import Party
from .mentions import parse_party
from .openings import find_opening
from .passed_on import CARRIED
from .roster import DOCUMENTS
from .segment import CLOSE, COMMA, LINE, NUMBER, OPEN, STOP, WORD, Document
from .vocabulary import folded, is_function, is_time, is_verb, nouns


def read_content_before(
    doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]
) -> Clause | None:
    """«"…"، قال فلان», «…، كما قال فلان», «على ما أفاد فلان»."""
    first, end = sentence
    if (
        cue.form not in (PAST, PRESENT)
        or cue.at <= first + 2
        or cue.verb.strength != "s"
        or "that" not in cue.verb.frames
    ):
        return None
    if end - cue.at > 30:
        return None
    before, begin = doc.words[cue.at - 1], cue.at
    if before in ("كما", "ما", "مثلما", "حسبما") or before == "قد":
        begin = cue.at - 1
        if doc.words[begin - 1] in ("علي", "حسب", "بحسب", "وفق"):
            if cue.reading.suffix and doc.words[begin - 1] == "علي":
                return None  # «رد على ما ادعته الصحيفة» is no «على ما ادعت الصحيفة»
            begin -= 1
        elif before in ("ما", "قد"):
            return None
    elif not (
        doc.kinds[cue.at - 1] in (COMMA, CLOSE)
        and doc.kinds[cue.at - 1 - (doc.kinds[cue.at - 1] == COMMA)] == CLOSE
    ):
        return None
    if parse_party(doc, cue.at + 1, end) is None and not is_document(doc, cue.at + 1):
        return None
    start = max([c.end for c in found], default=first)
    if start > first:
        return None
    return Clause(
        cue, (cue.at + 1, end), [(first, begin)], "before", sentence, quoted=doc.kinds[first] == OPEN
    )


def cut_as_reported(doc: Document, clause: Clause) -> None:
    """«… على ما نشرت الصحف», «كما قال فلان» at the end of the sentence: who relays, no part of what was said."""
    start, end = clause.content[-1]
    for j in range(max(start + 1, end - 16), end - 2):
        if (
            doc.words[j] in ("علي", "وفق", "حسب", "بحسب")
            and doc.words[j + 1] in ("ما", "مااعلن")
            and doc.words[j + 2] not in _SEEMS
            and (is_verb(doc.words[j + 2]) or find_cues(doc, j + 2, j + 3))
        ):
            clause.content[-1] = (start, j)
            clause.relay = clause.relay or (j + 3, end)
            return
        if j >= end - 3 and doc.words[j] in ("كما", "مثلما") and is_relay_verb(doc, j + 1):
            clause.content[-1] = (start, j)  # «…، مثلما أشار», «…، كما قال»
            return
        if doc.words[j] == "علي" and doc.words[j + 1] == "حد" and doc.words[j + 2] in _HIS_WORDS | _HIS_NOUNS:
            clause.content[-1] = (start, j)
            return


_SEEMS = folded("يبدو تبدو يرام كان كانت هو هي")  # «على ما يبدو» names nobody


def read_source(
    doc: Document, cue: FoundCue, sentence: tuple[int, int], found: list[Clause]
) -> Clause | None:
    """«وبحسب وكالة …، كذا», «…، بحسب فلان», «قال فلان بحسب الصحيفة إن»."""
    first, end = sentence
    at = cue.at
    if at + 1 < end and doc.words[at + 1] in _LAWS:
        return None  # «وفق القانون» names nobody who speaks
    if any(clause.content and at == clause.start for clause in found):
        return None  # «قال: وفقا لمعلوماتي …» opens what he says
    source = _source_region(doc, at, end)
    if source is None:
        _cut_tail(doc, at, at + 2, end, found)
        return None
    told = any(is_relay_verb(doc, j) for j in range(at + 1, source[0]))  # «بحسب ما أفادت …»: whoever it is
    if not told and doc.words[source[0]] not in DOCUMENTS and not _is_source(doc, source):
        return None
    if at - first <= 2:
        return _according_first(doc, cue, source, sentence)
    if cue.verb.lemma == "نقلا" and not found and (clause := _quoting(doc, cue, source, sentence)):
        return clause
    host = clause_around(found, at)
    tail = (
        source[1] >= end - 2
        or doc.kinds[source[1]] in (STOP, COMMA, CLOSE, LINE)
        or doc.words[source[1]] in _WHO
    )
    if host is not None:
        if doc.depth[at] > doc.depth[host.at]:
            return None
        if host.relay is None and (tail or doc.kinds[at - 1] == COMMA):
            host.relay = source
            if tail:
                _cut_tail(doc, at, source[1], end, found)
        return None
    if found and found[-1].end <= at and at - found[-1].end <= 3:
        found[-1].relay = source
        return None
    if found or not (tail or doc.kinds[source[1]] == OPEN):
        return None
    rest = _rest_after(doc, source[1], end)
    return Clause(cue, source, [(past_dateline(doc, first, at), at), *rest], "before", sentence)


def _quoting(
    doc: Document, cue: FoundCue, source: tuple[int, int], sentence: tuple[int, int]
) -> Clause | None:
    """«نشرت صحيفة «الأفق»، نقلا عن مصادر، أن …»: the sources speak, the paper that is named before relays."""
    first, end = sentence
    j = source[1] + (doc.kinds[source[1]] == COMMA) if source[1] < end else end
    if j + 1 >= end or doc.words[j] not in FREE_THAT:
        return None
    parties = (parse_party(doc, i, cue.at) for i in range(first, cue.at) if doc.kinds[i] == WORD)
    medium = next((party for party in parties if party and party.kind == "agency"), None)
    relay = (medium.first, medium.end) if medium else None
    return Clause(cue, source, [(j + 1, end)], "according", sentence, relay=relay)


def _rest_after(doc: Document, j: int, end: int) -> list[tuple[int, int]]:
    """«وتشمل الخطة، بحسب الوزيرة، السدود»: what follows the source was said too.

    Measured on dev and train: in 5 of 5 cases.
    """
    while j < end and doc.kinds[j] in (COMMA, OPEN, CLOSE):
        j += 1
    return [(j, end)] if end - j > 2 and doc.words[j] not in _WHO and not find_cues(doc, j, j + 1) else []


def find_source(doc: Document, i: int, end: int) -> Party | None:
    """Who is named between tokens `i` and `end` as the source: «ما نشر اليوم في صحيفة …», «… عنه وكالة …»."""
    while i < end and (
        doc.words[i] in _BEFORE_SOURCE
        or doc.words[i] in _CHANNELS
        or doc.kinds[i] in (COMMA, NUMBER)
        or is_time(doc.words[i])
        or is_relay_verb(doc, i)
    ):
        i += 1
    party = parse_party(doc, i, end) if i < end else None
    return None if party is None or (party.kind == "group" and party.head not in DOCUMENTS) else party


# «في الموقع الإلكتروني لوزارته», «على صفحة الخارجية»: whose it is, speaks there.
_CHANNELS = folded("صفحة حساب منشور تدوينة تغريدة الإلكتروني")


def _source_region(doc: Document, at: int, end: int) -> tuple[int, int] | None:
    """The tokens that name the source after «بحسب», up to the next pause; None for «بحسب قوله»."""
    j = _past_figures(doc, at + 1, end)
    while j < end and (doc.words[j] in _BEFORE_SOURCE or is_time(doc.words[j]) or is_relay_verb(doc, j)):
        j += 1
    if j >= end or doc.words[j] in _HIS_WORDS:
        return None
    stop = j
    while (
        stop < end
        and (doc.kinds[stop] in (WORD, NUMBER, OPEN, CLOSE) or doc.words[stop] in "-–()")
        and doc.words[stop] not in FREE_THAT
        and (stop == j or doc.words[stop] not in _WHO)
        and stop - j < 20
    ):
        stop += 1
    return (j, stop) if stop > j else None


def _past_figures(doc: Document, j: int, end: int) -> int:
    """«وفقا لأرقام الأمم المتحدة», «بحسب نص البيان»: who gave the figures, what was written, is the source."""
    if j + 1 >= end:
        return j
    if doc.words[j].removeprefix("ل").removeprefix("ال") in _FIGURES and doc.words[j + 1] in _WHO:
        return j + 3 if j + 3 < end and doc.words[j + 2] in _GIVEN else j  # «الأرقام التي نشرتها الوزارة»
    text = doc.words[j].removeprefix("ل") == "نص" and doc.words[j + 1] in DOCUMENTS
    figures = doc.words[j].removeprefix("ل") in _FIGURES and parse_party(doc, j + 1, end)
    return j + 1 if text or figures else j


_FIGURES = folded("أرقام تقديرات إحصاءات إحصائيات بيانات معلومات حصيلة معطيات تحليل")
_GIVEN = CARRIED | folded("أعلنتها أصدرتها قدمتها كشفتها ذكرتها أعلنها أصدرها قدمها ذكرها أعدتها جمعتها")
_WHO = folded("الذي التي الذين")  # «وفق المنظمة التي أكدت أن …»: her own words follow
_BEFORE_SOURCE = folded(
    "ما لما عن على به ل عنه عنها أعلن نقل نقلت نقلته نشر نشرت نشرته نشره أوردته أورده أورد أوردت جاء ورد في"
)


def _is_source(doc: Document, source: tuple[int, int]) -> bool:
    """Somebody who can have said it: not «وفقا للقانون», «حسبما نص الدستور»."""
    party = parse_party(doc, *source)
    if party is None:
        return False
    return party.kind != "country" or party.end >= source[1] - 1


_HIS_NOUNS = folded("قول تعبير وصف زعم")


_HIS_WORDS = folded("قوله قولها قولهم تعبيره تعبيرها وصفه وصفها زعمه زعمها تعبيرهم وصفهم زعمهم رأيه كلامه")
_LAWS = folded(
    "القانون للقانون الدستور للدستور الاتفاق للاتفاق المعاهدة للمعاهدة قانون لقانون جدول معايير للمعايير لمعايير"
)


def is_relay_verb(doc: Document, j: int) -> bool:
    cues = find_cues(doc, j, j + 1)
    return bool(cues) and cues[0].form in (PAST, PRESENT)


def _according_first(
    doc: Document, cue: FoundCue, source: tuple[int, int], sentence: tuple[int, int]
) -> Clause | None:
    j, end = source[1], sentence[1]
    while j < end and doc.kinds[j] == COMMA:
        j += 1
    if j < end and doc.words[j] in FREE_THAT:
        j += 1
    if j >= end or doc.kinds[j] in (STOP, LINE):
        j = _verb_after_source(doc, source)
    elif j == source[1]:
        return None
    if j < 0:
        return None
    if _verb_follows(doc, j, end):
        return None  # «وبحسب الصحيفة، قال فلان»: taken as the relay of that clause
    start = j + 1 if doc.kinds[j] == OPEN and doc.match[j] >= end - 3 else j
    return Clause(cue, source, [(start, end)], "according", sentence, quoted=start > j)


def _verb_after_source(doc: Document, source: tuple[int, int]) -> int:
    """«وبحسب المنظمة أجبرت الحرب الآلاف على النزوح»: the verb right after who is named; -1 for none."""
    party = parse_party(doc, *source)
    if party is None or party.end >= source[1] - 2:
        return -1
    word = doc.words[party.end]
    return party.end if is_verb(word) and word not in nouns() and not is_function(word) else -1


def _verb_follows(doc: Document, j: int, end: int) -> bool:
    """Whether a sure cue with content of its own opens the sentence after «وبحسب الصحيفة،»."""
    for cue in find_cues(doc, j, min(end, j + 2)):
        if cue.form in (PAST, PRESENT) and cue.verb.strength == "s" and find_opening(doc, cue, end):
            return True
    return False


def _cut_tail(doc: Document, at: int, source_end: int, end: int, found: list[Clause]) -> None:
    """A relay in or after what was said is no part of it; what follows it after a pause is."""
    begin = at - 1 if doc.words[at - 1] == "علي" else at
    rest = _rest_after_pause(doc, source_end, end)
    if end - at > 24 and rest is None:
        return
    for clause in found:
        if clause.content and (clause.cue is None or doc.depth[at] <= doc.depth[clause.at]):
            *_, (start, last) = clause.content
            cut(clause, begin)
            if rest is not None and start < begin and rest < last:
                clause.content.append((rest, last))


def _rest_after_pause(doc: Document, j: int, end: int) -> int | None:
    """«…، حسب قوله، إضافة إلى …»: where the content goes on after the relay; None where it does not."""
    if j >= end or (doc.kinds[j] != COMMA and doc.words[j] not in "-–"):
        return None
    while j < end and (doc.kinds[j] in (COMMA, OPEN, CLOSE) or doc.words[j] in "-–"):
        j += 1
    if end - j <= 3 or find_cues(doc, j, j + 1):
        return None
    return j
