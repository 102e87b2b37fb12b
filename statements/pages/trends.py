"""Words that rose and fell: which stand in the later statements oftener than in the earlier ones, and the reverse.

Each word is weighed by the difference of its log odds over what chance would make of it (Monroe, Colaresi and
Quinn, "Fightin' Words", Political Analysis 16, 2008, without their prior): few occurrences tell nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from statements.pages.topics import written_word
from statements.search.analysis import Token, analyse
from statements.search.stemming import function_words

WORDS = 12  # of either list
SURE = 1.64  # standard deviations: chance alone makes one word in twenty look so
_LEAST = 3  # statements of one side that a word stands in
_SHORTEST = 3  # letters


@dataclass(frozen=True)
class Changed:
    """A word as it is mostly written, and in how many of the earlier and the later statements it stands."""

    word: str
    earlier: int
    later: int


def changed_words(earlier: list[str], later: list[str]) -> tuple[list[Changed], list[Changed]]:
    """(risen, fallen), what changed most first; both empty where one side holds too little."""
    written: dict[str, Counter] = defaultdict(Counter)
    before, after = (_standing(texts, written) for texts in (earlier, later))
    weights = {
        stem: _weight(before[stem], len(earlier), after[stem], len(later))
        for stem in before | after
        if max(before[stem], after[stem]) >= _LEAST
    }

    def listed(sign: int) -> list[Changed]:
        sure = [stem for stem, weight in weights.items() if sign * weight >= SURE]
        best = sorted(sure, key=lambda stem: (-sign * weights[stem], stem))[:WORDS]
        return [Changed(written[stem].most_common(1)[0][0], before[stem], after[stem]) for stem in best]

    return listed(1), listed(-1)


def _standing(texts: Iterable[str], written: dict[str, Counter]) -> Counter[str]:
    """In how many texts each stem stands; how it is written is added to `written`."""
    standing: Counter[str] = Counter()
    for text in texts:
        tokens = {token.stem: token for token in analyse(text) if _tells(token)}
        standing.update(tokens.keys())
        for stem, token in tokens.items():
            written[stem][written_word(text, token)] += 1
    return standing


def _tells(token: Token) -> bool:
    if len(token.base) < _SHORTEST or token.word.isdigit():
        return False
    return not {token.word, token.base, token.stem} & function_words()


def _weight(before: int, earlier: int, after: int, later: int) -> float:
    """Standard deviations by which the odds of the word standing in a statement rose."""
    cells = [count + 0.5 for count in (after, later - after, before, earlier - before)]
    odds = math.log(cells[0] / cells[1]) - math.log(cells[2] / cells[3])
    return odds / math.sqrt(sum(1 / cell for cell in cells))
