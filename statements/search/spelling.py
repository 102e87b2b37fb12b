"""What a reader may have meant: words of the archive that are spelled nearly like those that find next to nothing."""

from collections import Counter
from collections.abc import Iterator

from statements.extraction.normalize import fold
from statements.models import Statement
from statements.search import latin
from statements.search.analysis import analyse
from statements.search.criteria import Criteria
from statements.search.query import By, Part, Query
from statements.search.reading import FIELDS
from statements.search.searching import Found

FEW = 3  # results, from which on nobody asks what was meant
_SHORTEST = 3  # code points
_LONG = 7  # code points, from which on two letters may be otherwise
_LOOKED_AT = 40  # statements in which a word like it stands
_MORE = 20  # times more statements have the word that is offered: «فلسطيني» is not meant by «فلسطين»


def meant(query: Query, typed: str) -> str:
    """What was typed with the words mended that nothing is found by; "" where there is nothing to mend."""
    mended = _with_fields(query, typed)
    for part in query.wanted:
        if _is_word(part) and (word := _better(part)):
            mended = mended.replace(part.typed, word, 1)
    return mended if mended != typed else ""


def _with_fields(query: Query, typed: str) -> str:
    """What was typed with the fields there are for those that there are not: «المتحدث:» for «المتحدت:»."""
    from statements.search.alike import letters_otherwise  # loaded only where something is misspelt

    for wrong in query.unknown:
        near = {
            name: letters_otherwise(wrong.lower(), name, 1) for names in FIELDS.values() for name in names
        }
        name = min(near, key=near.get)
        if near[name] <= 1 and len(wrong) > _SHORTEST:
            typed = typed.replace(f"{wrong}:", f"{name}:", 1)
    return typed


def _is_word(part: Part) -> bool:
    is_alone = part.by is By.STEM and len(part.places) == 1 and not part.near
    return is_alone and len(fold(part.typed)) >= _SHORTEST


def _better(part: Part) -> str:
    """The commonest of the words most like it, as it is spelled in a statement.

    "" where it is common itself, or part of a name that the archive knows.
    """
    if latin.is_known(fold(part.typed)):
        return ""
    own = _count(part)
    if own >= FEW or _count(part, "article") >= FEW or _count(part, "actor"):  # a known name is spelled right
        return ""
    found = _alike(fold(part.typed))
    for word, _letters in sorted(found.items(), key=lambda item: item[1]):
        if _count(Part((frozenset(token.stem for token in analyse(word)),))) >= max(1, own * _MORE):
            return word
    return ""


def _count(part: Part, what: str = "statement") -> int:
    return Found(Criteria(what, Query((part,)))).total


def _alike(word: str) -> dict[str, tuple[int, int]]:
    """Words like it in the newest statements that have any: letters otherwise, and minus how often they are met."""
    from statements.search.alike import letters_otherwise  # loaded only where something is misspelt

    most = 2 if len(word) >= _LONG else 1
    ids = Found(Criteria(alike=(word,))).ids(limit=_LOOKED_AT)
    rows = Statement.objects.published().filter(pk__in=ids).select_related("article")
    words = Counter(form for row in rows for form in _forms(row.content))
    letters = {form: letters_otherwise(word, fold(form), most) for form in words}
    return {form: (count, -words[form]) for form, count in letters.items() if 0 < count <= most}


def _forms(text: str) -> Iterator[str]:
    """The words of a text as they are spelled, and without what is written together with them: وال، ال."""
    for token in analyse(text):
        if len(token.spelled) == len(token.word):
            yield from {token.spelled[cut:] for cut in range(len(token.word) - len(token.base) + 1)}
