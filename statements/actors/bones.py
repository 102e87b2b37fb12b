"""What a folded name has in every spelling. No database."""

import re

# Letters that are taken for each other where a foreign name is written down.
LIKE = str.maketrans({"غ": "ج", "ق": "ك", "ط": "ت", "ص": "س", "ظ": "ز", "ض": "د", "ذ": "د", "ث": "ت"})
_WEAK = re.compile("[اويه]")


def bones(name: str) -> str:
    """What a name has in every spelling: without long vowels, one letter for those taken for each other."""
    return _WEAK.sub("", name.removeprefix("ال").translate(LIKE)) or name
