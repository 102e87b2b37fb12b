"""Names that may be one, spelled or cut another way. Folded names, no database."""

import re

from rapidfuzz import fuzz

from statements.actors.naming import surname

NEAR = 80  # of 100: «نتنياهو» and «نتانياهو» are 93 alike, «هوجو شافيز» and «هوغو تشافيز» 86

# Letters that are taken for each other where a foreign name is written down.
_LIKE = str.maketrans({"غ": "ج", "ق": "ك", "ط": "ت", "ص": "س", "ظ": "ز", "ض": "د", "ذ": "د", "ث": "ت"})
_WEAK = re.compile("[اويه]")


def bones(name: str) -> str:
    """What a name has in every spelling: without long vowels, one letter for those taken for each other."""
    return _WEAK.sub("", name.removeprefix("ال").translate(_LIKE)) or name


def are_spelled_alike(one: str, other: str) -> bool:
    """Whether two full names differ by some letters only, and so do their last parts."""
    one, other = one.translate(_LIKE), other.translate(_LIKE)
    return fuzz.ratio(one, other) >= NEAR and fuzz.ratio(surname(one), surname(other)) >= NEAR - 10


def is_within(one: str, other: str) -> bool:
    """Whether one of two names has all the words of the other, in their order."""
    short, long = sorted((one.split(), other.split()), key=len)
    rest = iter(long)
    return all(word in rest for word in short)
