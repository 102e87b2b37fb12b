"""How a statement reads on one line: its cue, the words that lead from the cue to the content, its quotation marks.

All are the article's own letters: words and marks come from `article.text`, the stored spans stay as they are.
No HTML here: `templatetags/arabic.py` writes it.
"""

import re
from itertools import takewhile

from django.utils.text import Truncator

from statements.extraction.normalize import fold, letters, without_first

ACCORDING_TO = "according_to"
HEADLINE = 14  # words
# What may stand between a cue and its content: «أعرب عن قلقه», «أشار إلى أن الحوار مفتوح».
# Not folded: «على» leads, «علي» is a name.
_LEADING = frozenset({"أن", "إن", "ان", "بأن", "بإن", "بان", "فإن", "فان", "عن", "إلى", "الى", "على", "من"})
_MARKS = "\"'«“”„"
_PAIRS = (("«", "»"), ("“", "”"), ('"', '"'))
_AFTER = re.compile(r"[.،,؛!؟?…]?([»”\"])")
_PRONOUNS = ("هما", "ها", "هم", "هن", "ه")


def cue_in_words(statement) -> str:
    """The cue as it stands in the article, without «و» or «ف» before it: «ورحّب» → «رحّب», «وصف» → «وصف».

    Its dictionary form where it is a noun with what belongs to the noun (اعتقاده، بالقول); with the «لـ» that
    «وفقًا» has before a name. Empty for a statement without a cue.
    """
    cue, lemma = statement.cue.strip(), statement.cue_lemma
    if not cue or not lemma:
        return cue or lemma
    word = without_first(cue, 1) if _is_joined(fold(cue), fold(lemma)) else cue
    if statement.sense == ACCORDING_TO:
        follows = statement.article.text[statement.cue_end :].lstrip()[:1]
        return f"{word} لـ" if follows == "ل" else word
    return lemma if _is_noun(letters(word), fold(lemma)) else word


def leading_words(statement) -> str:
    """The preposition or «أن» (or both: «إلى أن») right before the content, after the cue; else empty."""
    if statement.cue_end is None or statement.cue_end > statement.start:
        return ""
    gap = statement.article.text[statement.cue_end : statement.start]
    if "\n" in gap or not (gap[-1:].isspace() or gap[-1:] in _MARKS):
        return ""
    words = gap.rstrip(_MARKS).split()[-2:]
    leading = list(takewhile(lambda word: letters(word) in _LEADING, reversed(words)))
    return " ".join(reversed(leading))


def missing_marks(statement) -> tuple[str, str]:
    """The quotation marks that stand in the article right before and after the content and close it.

    («», «"»): «أمن "الصين الواحدة» is followed by «"» in the article. Both empty where the
    content is balanced.
    """
    text, content = statement.article.text, statement.content
    after = _AFTER.match(text, statement.spans[-1][1])
    before = text[max(statement.spans[0][0] - 1, 0) : statement.spans[0][0]]
    for opening, closing in _PAIRS:
        more = _surplus(content, opening, closing)
        if more > 0 and after and after[1] == closing:
            return "", after[0]
        if before == opening and (more < 0 or (more > 0 and opening == closing)):
            return before, ""
    return "", ""


def balanced(statement) -> str:
    """The content with the quotation marks that close it in the article."""
    before, after = missing_marks(statement)
    return f"{before}{statement.content}{after}"


def shortened(statement, words: int) -> str:
    """`balanced` on one line, cut after so many words; a quotation that the cut leaves open is closed."""
    whole = " ".join(balanced(statement).split())
    shown = Truncator(whole).words(words, truncate=" …")
    if shown == whole:
        return whole
    return shown + "".join(closing for one, closing in reversed(_PAIRS) if _surplus(shown, one, closing) > 0)


def is_quoted(statement) -> bool:
    """Whether quotation marks are drawn around it: direct speech that has none of its own."""
    return statement.kind == "direct" and not has_own_marks(statement)


def has_own_marks(statement) -> bool:
    """Whether the content begins with a quotation mark of the article: then a page draws none around it."""
    return statement.content[:1] in _MARKS


def _surplus(content: str, opening: str, closing: str) -> int:
    """How many marks are opened and not closed; for a mark that is its own pair 1 for an odd number."""
    if opening == closing:
        return content.count(opening) % 2
    return content.count(opening) - content.count(closing)


def _is_joined(cue: str, lemma: str) -> bool:
    """Whether the first letter of the (folded) cue is the conjunction and not its own."""
    first, second = cue[:1], cue[1:2]
    if first not in ("و", "ف") or len(cue) < 3:
        return False
    own = lemma.startswith(first) and (cue.startswith(lemma[:2]) or second == "ا")  # وصف، واصفًا
    return second == first or not own


def _is_noun(word: str, lemma: str) -> bool:
    """«قوله», «بالقول»: with a pronoun behind it, or a preposition before it, that its verb has not."""
    if word.startswith("ب") and not lemma.startswith("ب"):
        return True
    ending = next((pronoun for pronoun in _PRONOUNS if word.endswith(pronoun)), "")
    return bool(ending) and not lemma.endswith(ending) and len(word) > len(ending) + 2


def headline(statement) -> str:
    """«سامر الحلواني: «نريد حلاً …»»: who, and the first words, for the tab of a browser and for sharing."""
    words = shortened(statement, HEADLINE)
    if is_quoted(statement):
        words = f"«{words}»"
    names = [party.actor.name if party.actor else party.name for party in statement.speakers]
    return ": ".join(filter(None, ("، ".join(filter(None, names)), words)))
