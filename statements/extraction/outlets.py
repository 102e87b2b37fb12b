"""Media that no list knows, by how news addresses them: «تصريحات لـ«الأفق»», «خاص للأفق», «سؤال «الأفق»»."""

from __future__ import annotations

from dataclasses import replace

from .coreference import Cast
from .identity import key
from .known import Party
from .mentions import parse_party
from .segment import CLOSE, OPEN, WORD, Document
from .subjects import Attribution, Told
from .vocabulary import country_starts, demonyms, folded, given_names, heads, is_function, is_medium, is_time

_REMARKS = folded(
    "تصريح تصريحات تصريحاته تصريحاتها تصريحه حديث حديثه حديثها حوار حواره مقابلة مقابلته لقاء لقائه"
)
_EXCLUSIVE = folded("خاص خاصة حصري حصرية")
_SITES = folded("بوابة لبوابة موقع لموقع شبكة لشبكة برنامج لبرنامج")
_QUESTIONS = folded("سؤال أسئلة")
CHANNELS = folded("قناة القناة فضائية الفضائية إذاعة راديو تلفزيون شاشة أثير")
_ASKED_OR_TOLD = _REMARKS | _QUESTIONS | folded("تصريحها حديثا تصريحا لقاءه مقابلتها حوارها")
REPORTERS = folded("محرر محررة لمحرر لمراسل مراسل لمراسلة مراسلة لمندوب مندوب لموفد موفد")
_SPARED = folded("خص خصت اختص اختصت")
_POINTING = folded("جاء جاءت وجاء وجاءت")
_LONGEST = 5  # tokens of a name between marks


def find_medium(doc: Document, i: int, limit: int, cast: Cast) -> Party | None:
    """The medium addressed at token `i`, where the words before or its marks tell it is one."""
    word, before = doc.words[i], doc.words[i - 1] if i else ""
    if doc.kinds[i] != WORD or not word.startswith("ل") or i + 1 > limit:
        return None
    to_remarks = before in _REMARKS or before in _EXCLUSIVE
    if is_of_office(doc, i) and not to_remarks:
        return None
    if word in ("ل", "لل"):
        return _after_dative(doc, i + 1, limit, cast, to_remarks)
    if word in _SITES and i + 1 < limit:
        return _of_site(doc, i, limit)
    if before in _EXCLUSIVE and word.startswith("لل") and _may_be_name("ال" + word[2:]):
        return Party(i, i + 1, "agency", name=(i, i + 1), head=word, definite=True)
    return None


def _after_dative(doc: Document, i: int, limit: int, cast: Cast, to_remarks: bool) -> Party | None:
    if i >= limit:
        return None
    if doc.words[i] in _SITES:
        return _of_site(doc, i, limit)
    end = _closing(doc, i, limit)
    if end:
        known = parse_party(doc, i + 1, end)
        if known and known.end == end and (known.kind != "person" or known.titles):
            return known if known.kind == "agency" else None
        named = any(w in cast.surnames or w in doc.names for w in doc.words[i + 1 : end])
        return None if named and not to_remarks else _medium(doc, i + 1, end)
    if doc.words[i - 1] == "ل" and doc.kinds[i] == WORD and parse_party(doc, i, limit) is None:
        return _unmarked(doc, i, limit)
    if to_remarks and doc.kinds[i] == WORD and _may_be_name(doc.words[i]):
        known = parse_party(doc, i, limit)
        return known if known and known.kind == "agency" else _medium(doc, i, i + 1)
    return None


def _unmarked(doc: Document, i: int, limit: int) -> Party | None:
    """«لـ أفق نيوز»: «لـ» by itself before words of no actor names a medium too."""
    end = i
    while (
        end < limit
        and doc.kinds[end] == WORD
        and not (is_function(doc.words[end]) or is_time(doc.words[end]))
    ):
        end += 1
    return _medium(doc, i, end) if 0 < end - i < 4 else None


def named_medium(doc: Document, i: int, limit: int) -> Party | None:
    """«حديثه إلى الأفق», «عبر «الأفق»», «مع (الأفق)»: what stands where media do, common words too."""
    if i >= limit:
        return None
    if end := _closing(doc, i, limit):
        known = parse_party(doc, i + 1, end)
        other = known is not None and known.end == end and known.kind != "agency"
        bracket = doc.words[i] == "("
        return None if other and not (bracket and known.end == i + 2) else _medium(doc, i + 1, end)
    for size in range(min(3, limit - i), 0, -1):
        name = tuple(doc.words[i : i + size])
        if is_medium(name) and not is_time(name[0]) and name[0] not in heads():  # «السفير» is a paper too
            return _medium(doc, i, i + size)
    return _agency(doc, i, limit)


def is_of_office(doc: Document, i: int) -> bool:
    """«المتحدث الرسمي لـ«الأفق»», «التابع لـ»: what «لـ» at token `i` brings belongs to the office before it."""
    word = doc.words[i - 1] if i else ""
    named = word in doc.names or (i > 1 and doc.words[i - 2] in given_names())
    if named or doc.words[i] != "ل":
        return False
    return word.startswith("تابع") or (word.startswith("ال") and word.endswith(("ي", "يه", "تابع", "تابعه")))


def _of_site(doc: Document, i: int, limit: int) -> Party | None:
    """«لبوابة الأفق», «بوابة «الأفق» الإلكترونية»."""
    known = parse_party(doc, i, limit)
    if known and known.kind == "agency" and known.end > i + 1:
        return known
    end = _closing(doc, i + 1, limit)
    if end:
        return replace(_medium(doc, i + 2, end), first=i)
    if doc.kinds[i + 1] == WORD and _may_be_name(doc.words[i + 1]):
        return replace(_medium(doc, i + 1, i + 2), first=i)
    return None


def _medium(doc: Document, first: int, end: int) -> Party:
    return Party(first, end, "agency", name=(first, end), head=doc.words[first], definite=True)


def _closing(doc: Document, i: int, limit: int) -> int:
    """Where the marks that open at `i` close again, around a short name; 0 for none."""
    if i >= limit:
        return 0
    if doc.words[i] == "(":
        end = next((k for k in range(i + 2, min(limit, i + _LONGEST)) if doc.words[k] == ")"), 0)
    else:
        end = doc.match[i] if doc.kinds[i] == OPEN and doc.match[i] < limit else 0
    inside = range(i + 1, end) if end > i + 1 else ()
    if not 0 < len(inside) < _LONGEST:
        return 0
    if is_medium(tuple(doc.words[i + 1 : end])):  # «سبق» is a small word besides
        return end
    return 0 if any(is_function(doc.words[k]) for k in inside) else end


def _may_be_name(word: str) -> bool:
    """A definite word that is no office, body, people, state or time."""
    return (
        word.startswith("ال")
        and word not in heads()
        and word not in demonyms()
        and word not in country_starts()
        and word not in given_names()
        and not is_time(word)
        and not key(word).startswith("@")
    )


def hear_media(
    doc: Document, sentence: tuple[int, int], here: list[Attribution], before: list[Attribution], cast: Cast
) -> None:
    """«وفي تصريح لـ«الأفق» قال»، «وذلك في تصريح لـ»، «جاء ذلك في حديث لوكالة …»: a medium told anywhere in the sentence."""
    outer = [a for a in here if a.outer and a.speakers and a.speakers[0].kind != "agency"]
    if not outer and doc.words[sentence[0]] in _POINTING and before and before[-1].speakers:
        outer = [before[-1]]
    for found in outer[:1]:
        if any(t.member.kind == "agency" for t in found.told):
            continue
        said = [span for a in here for span in a.clause.content]
        party = _told_in(doc, sentence, said, cast)
        member = cast.resolve(party) if party else None
        if member and member not in found.speakers and member not in found.addressees:
            found.addressees.append(member)
            found.told.append(Told(member, "dative", (party.first, party.end)))


def _told_in(
    doc: Document, sentence: tuple[int, int], said: list[tuple[int, int]], cast: Cast
) -> Party | None:
    """The medium that the narrator of a sentence says remarks were made to, or who asked."""
    i, end = sentence
    while i < end:
        inside = next((e for s, e in said if s <= i < e), 0)
        if inside:
            i = inside
            continue
        if doc.kinds[i] == WORD and doc.words[i] in _ASKED_OR_TOLD:
            party = _medium_after(doc, i, end, cast)
            if party:
                return party
        i += 1
    return None


def _medium_after(doc: Document, i: int, end: int, cast: Cast) -> Party | None:
    """The medium within some words after the noun of remarks or of a question at `i`."""
    if doc.words[i] in _QUESTIONS and (close := _closing(doc, i + 1, end)):
        return _medium(doc, i + 2, close)
    for j in range(i + 1, min(end, i + 5)):
        word = doc.words[j]
        if word == "بها" and doc.words[j - 1] in _SPARED:
            close = _closing(doc, j + 1, end)
            return _medium(doc, j + 2, close) if close else _agency(doc, j + 1, end)
        if doc.kinds[j] != WORD or word in ("ان", "انه", "عن", "حول"):
            return None
        if word in REPORTERS:
            close = _closing(doc, j + 1, end)
            return _medium(doc, j + 2, close) if close else _agency(doc, j + 1, end)
        if word.startswith("ل") and (party := find_medium(doc, j, end, cast) or _agency(doc, j, end)):
            return party
    return None


def _agency(doc: Document, i: int, end: int) -> Party | None:
    party = parse_party(doc, i + (doc.words[i] == "ل"), end)
    return party if party and party.kind == "agency" else None


def between_marks(doc: Document, i: int, limit: int) -> Party | None:
    """«لـ»المدينة»», «لقناة “العالم “»: a medium between marks that are no pair."""
    if i >= limit or doc.kinds[i] not in (OPEN, CLOSE) or doc.match[i] >= 0:
        return None
    end = next((k for k in range(i + 2, min(limit, i + 6)) if doc.kinds[k] in (OPEN, CLOSE)), 0)
    if not end or any(doc.kinds[k] != WORD for k in range(i + 1, end)):
        return None
    return Party(i + 1, end, "agency", name=(i + 1, end), head=doc.words[i + 1], definite=True)
