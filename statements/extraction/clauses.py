"""A cue with what it governs, in token numbers: the value that the steps of `contents` hand on."""

from __future__ import annotations

from dataclasses import dataclass, field

from .cues import PAST, FoundCue
from .segment import OPEN, Document
from .vocabulary import folded

SHORT_QUOTE = 4
BEFORE = ("before", "antecedent")  # openers of content that stands before its cue


@dataclass(slots=True)
class Clause:
    """A cue with its content, in token numbers; `region` is what stands between the two."""

    cue: FoundCue | None
    region: tuple[int, int]
    content: list[tuple[int, int]]
    opener: str
    sentence: tuple[int, int]
    parent: Clause | None = None
    quoted: bool = False
    share: float = 1.0  # how likely the start is
    told: float = 1.0  # how likely the cue reports at all
    placed: float = 1.0  # how likely it stands where it was placed
    relay: tuple[int, int] | None = None  # tokens that name who relayed it
    children: list[Clause] = field(default_factory=list)
    thanked: tuple[int, int] | None = None  # tokens of an addressee inside the content
    loose: bool = False  # a candidate that only `placing` can make a statement

    @property
    def at(self) -> int:
        return self.cue.at if self.cue else self.content[0][0]

    @property
    def start(self) -> int:
        """Where the content begins; right after the cue where another cue has cut all of it."""
        return self.content[0][0] if self.content else self.at + 1

    @property
    def end(self) -> int:
        return self.content[-1][1] if self.content else self.at + 1


@dataclass(slots=True)
class Opening:
    """Where the region of a cue ends and where its content begins."""

    region_end: int
    start: int
    opener: str
    share: float = 1.0  # how likely the start is among the words that may open content


RELATIVES = folded("الذي التي الذين اللذان اللذين اللتان والذي والتي والذين ما وما مما بما")


def clause_around(found: list[Clause], at: int) -> Clause | None:
    for clause in reversed(found):
        if any(s <= at < e for s, e in clause.content):
            return clause
    return None


FREE_THAT = folded("أن إن بأن فإن ان")


def mark_before(doc: Document, start: int) -> int:
    """The mark that opens the quotation which begins at `start`, or one word of «إن» before it; -1 for none."""
    if start and doc.kinds[start - 1] == OPEN:
        return start - 1
    if start > 1 and doc.kinds[start - 2] == OPEN and doc.words[start - 1] in FREE_THAT:
        return start - 2
    return -1


RESUMING = folded("جهته جهتها جهتهم جانبه جانبها ناحيته ناحيتها بدوره بدورها المقابل أخرى")


_THROUGH = folded(
    "منصة منصته حسابه حسابها صفحته صفحتها صفحة حساب موقع موقعه موقعها قناة الهاتف تويتر فيسبوك أثير الإنترنت تطبيق وساطة وسائل الفيديو تقنية خاصية الحدود"
)


def is_preposition_through(doc: Document, cue: FoundCue) -> bool:
    """«عبر منصة»: the preposition, not the verb «عبّر عن»."""
    if cue.verb.lemma != "عبر" or cue.reading.form != PAST:
        return False
    after = doc.words[cue.at + 1 : cue.at + 2]
    return "عن" not in doc.words[cue.at : cue.at + 14] or (bool(after) and after[0] in _THROUGH)
