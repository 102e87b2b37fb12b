"""Words that readers type around what they look for, and that say nothing of it: «ماذا قال فلان عن الانتخابات».

They are passed over where another word is left to look for; in quotation marks, or after =, they are looked for.
"""

from collections.abc import Sequence

from statements.extraction.normalize import fold
from statements.search.query import Part, is_special

_ASKING = "ماذا ما الذي what did does"
_SAYING = "قال قالت قالوا قالا وقال وقالت يقول تقول يقولون قوله says say"  # «said» is a name as well
_SAID = "تصريح تصريحات التصريحات تصريحه تصريحاته أقوال statement statements quotes"
_OF = "عن حول بشأن بخصوص about"
_WORDS = frozenset(map(fold, f"{_ASKING} {_SAYING} {_SAID} {_OF}".split()))


def says_nothing(word: str) -> bool:
    """Whether a word typed without any sign may be passed over."""
    return fold(word).lower() in _WORDS


def pass_over(parts: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """The parts to look for, and what was typed of those passed over; all of them where nothing else is left."""
    passed = [part for part in parts if part.says_nothing and not is_special(part)]
    left = [part for part in parts if part not in passed]
    if all(part.negated for part in left):
        return list(parts), []
    return left, [part.typed for part in passed]
