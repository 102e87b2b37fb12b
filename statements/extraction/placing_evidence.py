"""What speaks for and against each place of a cue inside the reach of earlier ones: the features of `placing`."""

from __future__ import annotations

from . import learned
from . import placing_features as features
from .accepting import parts_of
from .clauses import RELATIVES, RESUMING, Clause
from .cues import MASDAR, PREPOSITION
from .known import Party
from .mentions import parse_party
from .placing_rules import place_by_rule
from .placing_subjects import PRONOUNS, in_relative, is_own, is_paper, named_in, subject_before
from .reporting import doubt
from .segment import COMMA, OPEN, STOP, WORD, Document
from .vocabulary import folded, is_function, is_time, is_verb, nouns, words


class Evidence:
    """The features of one cue, by the place it may have."""

    def __init__(self, doc: Document, clause: Clause, host: Clause):
        self.doc, self.clause, self.at, self.host = doc, clause, clause.at, host
        r = clause.cue.reading
        self.form = f"{r.form}{r.person if r.person != 3 else ''}"
        self.named = named_in(doc, clause)
        self.told = _kind(self.named)
        before = _word(doc, self.at - 1)
        self.joined = r.prefix or (before if before in _JOINING else "")
        self.shared = self._of_cue(host, before)
        self.beside: dict[int, list[learned.Part]] = {}  # by the token of the host's cue

    def no_statement(self) -> list[learned.Part]:
        against = doubt(self.doc, self.clause.cue, self.clause.sentence)
        weighed = parts_of(self.doc, self.clause, against, [self.host])
        return features.put("no", self.shared) + list(weighed)

    def narrator(self, top: Clause) -> list[learned.Part]:
        return features.put("out", self.shared + self._with(top))

    def inside(self, host: Clause, where: str) -> list[learned.Part]:
        return features.put(where, self.shared + self._with(host))

    def _with(self, host: Clause) -> list[learned.Part]:
        if host.at not in self.beside:
            self.beside[host.at] = self._beside(host)
        return self.beside[host.at]

    def _of_cue(self, host: Clause, before: str) -> list[learned.Part]:
        """What the cue itself, what stands before it and what it opens say, wherever it stands."""
        doc, clause, at, form, told = self.doc, self.clause, self.at, self.form, self.told
        r, loose = clause.cue.reading, f"loose={clause.loose}"
        verb, opener = r.verb, clause.opener
        subject = subject_before(doc, clause, host)
        quoted = "quoted" if doc.depth[at] > doc.depth[host.at] else "plain"
        doing = host.cue.verb.sense if host.cue else ""
        first = at <= host.start + (doc.words[host.start] in words("preposition"))
        ruled, contrast = place_by_rule(doc, clause, host), _contrast(doc, at, host.start)
        opens, after = _stretch_opener(doc, at, host.start), _word(doc, at + 1)
        of_cue = (verb.lemma, verb.sense, verb.strength, form, opener, loose, bool(r.suffix), r.number)
        return [
            (features.cue, of_cue),
            (features.rule, (ruled, loose, r.form, r.prefix, subject)),
            (features.subject, (subject, form, opener, told, loose)),
            (features.joined, (form, self.joined, told, quoted, before)),
            (features.around, (opens, after, contrast, form, host.opener)),
            (features.whose, (is_own(doc, clause, host), subject, verb.sense, form)),
            (features.paper, (is_paper(doc, at, host), in_relative(doc, host), form, self.joined)),
            (features.done, (doing, first, verb.sense, form)),
        ]

    def _beside(self, host: Clause) -> list[learned.Part]:
        """How the cue goes with the one whose words it would go on, or whose words it would stand in."""
        doc, r, at, form = self.doc, self.clause.cue.reading, self.at, self.form
        outer = host.cue.reading if host.cue else None
        fits, joined, pause = _agrees(r, outer), self.joined, doc.kinds[at - 1]
        tense = f"{form}>{outer.form if outer else ''}"
        named = self.told != "nobody"
        same = named and _told_again(doc, self.named, host, at)
        unclosed = doc.kinds[host.start - 1] == OPEN and doc.match[host.start - 1] < 0
        quoted = host.quoted and doc.depth[at] > doc.depth[host.at]
        distance, children = _size(at - host.start), min(2, len(host.children))
        return [
            (features.agreement, (fits, tense, form, joined, named, pause)),
            (features.host, (distance, host.opener, quoted, unclosed, children, form, joined)),
            (features.with_theme, (_theme(doc, r, host), same, form, joined, fits, named, pause == COMMA)),
        ]


def _theme(doc: Document, r, host: Clause) -> str:
    """Whom the host's content begins with, and whether the verb may go on with it: «إن إسرائيل خففت … وعبرت»."""
    if doc.words[host.start] in PRONOUNS or doc.words[host.start] in words("clitic_comp"):
        return "pronoun"
    party = parse_party(doc, host.start, host.end)
    if party is None:
        return "none"
    clash = r.gender and party.gender and r.gender != party.gender and r.number == party.number == 1
    return f"{party.kind}{' of another gender' if clash else ''}"


def _told_again(doc: Document, named: Party, host: Clause, at: int) -> bool:
    """«إن القمة قدمت الدعم، كما شددت القمة»: whoever is named after the cue stands in the content before it."""
    return doc.words[named.first] in doc.words[host.start : min(at, host.start + 30)]


_CONTRAST = folded("لكن ولكن لكنه لكنها بينما فيما الا بعدما عندما حيث كما بعد حين رغم قبل أما أو إذا لو مع")


def _contrast(doc: Document, at: int, first: int) -> str:
    """The last conjunction or preposition before the cue that turns the sentence: «لكن», «بعدما», «عندما»."""
    for i in range(at - 1, max(first, at - 8) - 1, -1):
        if doc.words[i] in _CONTRAST:
            return doc.words[i]
        if doc.kinds[i] == STOP:
            break
    return "none"


def _size(distance: int) -> str:
    return next((str(limit) for limit in (0, 1, 2, 4, 7, 12, 20) if distance <= limit), "more")


_JOINING = folded(
    "كما فيما بينما ثم لكنه لكنها ولكنه ولكنها وقد قد حيث حين سبق أما بعدما عندما إذ وكان كان تم جرى بعد"
)


def _word(doc: Document, i: int) -> str:
    """A small word itself, of others the class."""
    if not 0 <= i < len(doc):
        return "none"
    word, kind = doc.words[i], doc.kinds[i]
    if kind != WORD:
        return kind
    if word in RELATIVES or word in RESUMING or word in _JOINING or is_function(word):
        return word
    if word in words("clitic_comp") or word in words("comp"):
        return word
    if is_time(word):
        return "time"
    return "verb" if is_verb(word) and word not in nouns() else "noun" if word in nouns() else "other"


def _stretch_opener(doc: Document, at: int, first: int) -> str:
    """The word after the last pause before the cue: «فيما …», «بعد أن …», «وأن …»."""
    i = at
    while i > first and at - i < 16 and doc.kinds[i - 1] == WORD:
        i -= 1
    return ("first:" if i == first else "far:" if at - i >= 16 else "") + (_word(doc, i) if i < at else "cue")


def _kind(party: Party | None) -> str:
    return party.kind if party else "nobody"


def _agrees(r, outer) -> str:
    """Whether a verb or participle may have the subject of the verb before it."""
    if outer is None or not outer.gender or not r.gender or outer.form in (MASDAR, PREPOSITION):
        return "unknown"
    if r.number == 3 and outer.number == 1:
        return "many"
    if r.gender == outer.gender:
        return "yes"
    return "maybe" if r.number != outer.number or outer.number > 1 else "no"
