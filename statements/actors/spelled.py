"""Names that may be one, spelled or cut another way. Folded names, no database."""

from rapidfuzz import fuzz

from statements.actors.bones import LIKE
from statements.actors.naming import surname
from statements.extraction.lexicon_tables import body_nouns, media_nouns

NEAR = 80  # of 100: «نتنياهو» and «نتانياهو» are 93 alike, «هوجو شافيز» and «هوغو تشافيز» 86


def are_spelled_alike(one: str, other: str) -> bool:
    """Whether two full names differ by some letters only, and so do their last parts."""
    one, other = one.translate(LIKE), other.translate(LIKE)
    return fuzz.ratio(one, other) >= NEAR and fuzz.ratio(surname(one), surname(other)) >= NEAR - 10


def is_within(one: str, other: str) -> bool:
    """Whether one of two names has all the words of the other, in their order."""
    short, long = sorted((one.split(), other.split()), key=len)
    rest = iter(long)
    return all(word in rest for word in short)


def is_cut_of(short: str, full: str) -> bool:
    """Whether a body's short name is its full one without nouns before it or words behind: «النهضة», «حركة النهضة».

    «الأمم المتحدة» is none of «منظمة الأمم المتحدة للطفولة».
    """
    before, found, behind = f" {full} ".partition(f" {short} ")
    nouns = all(word in body_nouns() or word in media_nouns() for word in before.split())
    return bool(found) and nouns and (not before.strip() or not behind.strip())
