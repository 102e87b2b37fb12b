"""Whether a word that may be a cue reports anything where it stands."""

from __future__ import annotations

from .asides import asks_not_to_be_named, is_counted
from .attached import countries_words
from .clauses import RELATIVES, RESUMING, Clause, clause_around, is_preposition_through
from .cues import MASDAR, PARTICIPLE, PAST, PRESENT, FoundCue
from .masdars import masdar_doubt
from .normalize import fold
from .segment import COMMA, OPEN, WORD, Document
from .vocabulary import folded, given_names, heads, is_time, nouns, words

_WEAK_REGION = 26


_FORMULA_LEMMAS = folded("ذكر أشار لفت اعتقد توقع زعم رجح نوه أذاع رأى اعتبر خشي أفاد ظن طلب تداول ردد أعلن")


def is_formula(doc: Document, cue: FoundCue, sentence: tuple[int, int]) -> bool:
    """«يذكر أن», «ويشار إلى أن», «يعتقد أن»: the narrator's own, without a subject."""
    r = cue.reading
    if r.form != PRESENT or r.person != 3 or r.number != 1 or fold(r.verb.lemma) not in _FORMULA_LEMMAS:
        return False
    after = doc.words[cue.at + 1] if cue.at + 1 < len(doc) else ""
    immediate = after in words("comp") or after in words("clitic_comp") or after in ("الي", "هنا")
    before = doc.words[cue.at - 1] if cue.at > sentence[0] else ""
    return immediate and (cue.at == sentence[0] or before in ("كما", "،", "و", "ومما", "مما", "لا", "فيما"))


# Doubts no model need weigh: of 712 such words in train and dev articles 3 were cues.
NEVER = frozenset(
    [
        "masdar_last",
        "masdar_not_said",
        "masdar_by",
        "formula",
        "names_relay",
        "wish",
        "purpose",
        "not_said",
        "other_word",
        "through",
        "participle_after_preposition",
        "predicate",
        "ought",
        "we",
    ]
)


def doubt(doc: Document, cue: FoundCue, sentence: tuple[int, int]) -> str:
    """The first reason against a word's reporting anything here; "" for none."""
    r, before = cue.reading, doc.words[cue.at - 1] if cue.at > sentence[0] else ""
    if r.form == MASDAR:
        return masdar_doubt(doc, cue, sentence)
    if is_formula(doc, cue, sentence):
        return "formula"
    if _names_relay(doc, cue.at):
        return "names_relay"
    if r.form == PRESENT and before in ("ان", "لن", "كي", "لكي", "حتي") and r.prefix == "":
        return "wish"
    if r.form == PRESENT and r.prefix in ("ل", "ول") and r.verb.sense != "told":
        return "purpose"
    if before in ("لم", "لا", "ولم", "لن", "ولا") and r.verb.lemma not in ("استبعد",):
        return "not_said"
    if r.verb.lemma == "جاء" and doc.words[cue.at + 1 : cue.at + 2] in _CAME:
        return "other_word"  # «جاء ذلك بعد أن», «جاءت تحت عنوان»
    if doc.words[cue.at + 1 : cue.at + 2] == [")"]:
        return "other_word"  # «سامر (17 سنة، طالب)»
    if before == "مما" and r.form == PRESENT:
        return "other_word"  # «…، مما ينذر بانفجار»
    if doc.words[cue.at] in ("دعواه", "دعوي") or (
        doc.words[cue.at] == "مجددا" and (not before or doc.kinds[cue.at - 1] != COMMA)
    ):
        return "other_word"
    if is_preposition_through(doc, cue):
        return "through"
    if before in _MODAL and r.verb.masdar == doc.words[cue.at]:
        return "ought"
    if r.form == PARTICIPLE and _is_predicate(doc, cue.at, sentence[0]):
        return "predicate"
    if asks_not_to_be_named(doc, cue):
        return "other_word"
    if is_counted(doc, cue, sentence[0]):
        return "other_word"
    if r.form == PARTICIPLE and before in words("preposition"):
        return "participle_after_preposition"
    if r.form == PARTICIPLE and _is_adjective(doc, cue, before):
        return "adjective"
    if r.person == 1 and r.form == PRESENT and r.verb.sense != "said":
        return "we"
    if r.person == 2:
        return "you"
    if r.form == PAST and r.number == 2 and r.verb.masdar == doc.words[cue.at][:-1]:
        return "accusative"
    if (
        r.form == PAST
        and doc.depth[cue.at]
        and doc.words[cue.at][:1] == "ا"
        and r.verb.present[1:] == doc.words[cue.at][1:]
    ):
        return "i_present"
    if (
        r.form == PAST
        and r.number == 1
        and r.gender == "m"
        and not r.prefix
        and _is_noun_here(doc, cue, before)
    ):
        return "noun_here"
    return ""


# Before the participle: of 5 such participles in dev and train none was a cue.
_BEING = folded("كان كانت يكون تكون وكان وكانت ليس ليست بات باتت أصبح أصبحت ظل بدا بدت يبدو تبدو سيكون ستكون")


def _is_predicate(doc: Document, at: int, first: int) -> bool:
    """«وكان التأخير متوقعاً»: what somebody or something was, with no pause between."""
    for i in range(at - 1, max(first, at - 4) - 1, -1):
        if doc.kinds[i] != WORD:
            return False
        if doc.words[i] in _BEING:
            return True
    return False


def _is_adjective(doc: Document, cue: FoundCue, before: str) -> bool:
    """«إجراءات مشددة», «نجاحات متوقعة»: a participle that describes the indefinite noun before it."""
    return cue.reading.gender == "f" and before in nouns() and before not in heads()


_RELAYING = folded("بحسب حسب وفق وفقا طبقا ووفق وبحسب وحسب ووفقا")


def _names_relay(doc: Document, at: int) -> bool:
    """«وفق ما أعلن المصدر», «حسبما ذكرت الوكالة»: the verb only names who relays."""
    if at < 2:
        return False
    before = doc.words[at - 1]
    if before in ("حسبما", "بحسبما", "وفقما", "وحسبما"):
        return True
    return before in ("ما", "لما") and doc.words[at - 2] in _RELAYING


def _is_noun_here(doc: Document, cue: FoundCue, before: str) -> bool:
    """«في طلب», «حق الرد»: a past form that is also a noun, after a preposition or noun."""
    verb = cue.verb
    if verb.masdar != doc.words[cue.at]:
        return False
    if cue.at > 1 and doc.kinds[cue.at - 1] == OPEN and doc.words[cue.at - 2] in words("preposition"):
        return True  # «أجمعوا على "رفض …"»
    if before in words("preposition") or before in ("اي", "كل", "هذا", "بعد"):
        return before not in ("بعد",)
    return (before in nouns() and before not in heads()) or before in ("مع", "ظل")


_CAME = tuple([word] for word in folded("ذلك هذا هذه تحت بعنوان ردا"))
_MODAL = folded("ينبغي يجب يمكن يتعين يلزم وينبغي ويجب ويمكن ويتعين")  # «ينبغي حث الطرفين على»


_BLAME = folded("مسؤولية مسئولية المسؤولية المسئولية")


def is_sure(doc: Document, cue: FoundCue, clause: Clause, found: list[Clause]) -> bool:
    """Weak verbs report only with a complementiser, a colon or quotation marks near by."""
    if clause.opener == "np" and not _starts_clause(doc, cue):
        return False
    if cue.verb.lemma == "أبلغ" and cue.form == PRESENT and clause.opener in ("np", "quote"):
        return False  # «يبلغ عددهم»
    if cue.verb.strength == "s":
        return not (clause.opener == "np" and clause_around(found, cue.at) and cue.form == PRESENT)
    size = clause.region[1] - cue.at
    if "speechnp" in cue.verb.frames or "speechb" in cue.verb.frames:
        return clause.opener == "np" or (cue.verb.lemma == "نقل" and "عن" in doc.words[cue.at : clause.start])
    if clause.opener == "np":
        return cue.verb.lemma == "حمل" and any(w in _BLAME for w in doc.words[cue.at : cue.at + 12])
    return size <= _WEAK_REGION


def is_held_by_nobody(doc: Document, clause: Clause) -> bool:
    """«وتعتبر السياحة قطاعا أساسيا», «كما يعتبر نهر …»: what something is taken for, with nobody who does.

    Of 22 such words in 2,000 articles of the corpus none was a statement.
    """
    cue = clause.cue
    r = cue.reading
    if r.verb.lemma != "اعتبر" or r.form != PRESENT or r.number != 1 or r.person != 3 or r.suffix:
        return False
    if clause.opener != "np" or clause.start != cue.at + 1:
        return False
    return cue.at == clause.sentence[0] or doc.kinds[cue.at - 1] != WORD or doc.words[cue.at - 1] in _IT


_IT = folded("كما هل وهي هي وهو هو إذ حيث")


def _starts_clause(doc: Document, cue: FoundCue) -> bool:
    """A past form that is also a noun («رفض», «ثمن») is a verb only where a clause begins or a subject stands before."""
    r, at = cue.reading, cue.at
    if r.form != PAST or r.gender != "m" or r.number != 1 or r.prefix or at == 0:
        return True
    if doc.words[at] not in nouns() and doc.words[at] != r.verb.masdar:
        return True
    if doc.kinds[at - 1] != WORD:
        return True
    before = doc.words[at - 1]
    return (
        before in _CLAUSE_OPENERS
        or before in RELATIVES
        or before in RESUMING
        or before in given_names()
        or before in countries_words()
        or is_time(before)
    )


_CLAUSE_OPENERS = folded("قد كما فيما بينما حيث ثم لكنه وقد إذ أنه إنه حين بدوره")
