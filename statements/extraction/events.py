"""The occasions of speaking: a call, a meeting, a press conference … with who took part, where and when.

An occasion is told by a noun («خلال اتصال هاتفي مع», «في مؤتمر صحفي»), a verb («استقبل», «التقى») or
an audience («للصحفيين», «أمام مجلس الأمن»). Statements belong to the occasion told in their own
sentence, else to the one where their speaker was last.
"""

from __future__ import annotations

from .acts import is_act
from .attendance import attend
from .belonging import LEAD, is_after_talks, is_one_sided, is_to_medium, is_told_earlier, speaks_for_others
from .coreference import Cast
from .fronted import sentence_subject
from .identity import Member
from .known import Party
from .leads import place_leads
from .mentions import parse_parties, parse_party
from .occasion_nouns import OPENING, RELAYING, TOLD_BY
from .occasion_words import is_visit
from .occasions import MEETING_VERBS, SUMMONS, TWO_SIDED, Occasion, find_occasions, join
from .participants import fill
from .segment import Document
from .subjects import Attribution
from .taking_part import join_told, speak_to_guests, talk_to_medium
from .told_before import ToldBefore
from .vocabulary import folded

_INSIDE = 20  # tokens before an inner statement's cue


class Timeline:
    """The occasions of an article as they are told, and where each speaker was last."""

    def __init__(self, doc: Document, cast: Cast):
        self.doc, self.cast = doc, cast
        self._before = ToldBefore(doc)
        self._sentences: list[list[Attribution]] = []
        self._told: list[tuple[int, Occasion]] = []  # number of the sentence, occasion
        self._untold = False  # whether the sentence read holds no statement
        self._reported: dict[int, Occasion] = {}  # by member: the talks it tells of
        self._heard: dict[int, list[Member]] = {}  # by member: the medium it speaks to

    @property
    def occasions(self) -> list[Occasion]:
        """Those told so far."""
        return self._before.occasions

    def read(self, sentence: tuple[int, int], here: list[Attribution]) -> None:
        """Take in one sentence with its attributions and give these their occasion."""
        self._untold = not here and not self._points_back(sentence)
        skipped = [self._said(span) for a in here for span in a.clause.content]
        named = [o for o in find_occasions(self.doc, sentence, skipped) if not self._only_cited(o, here)]
        told = [self._tell(o, sentence, here, skipped) for o in named]
        self._told += [(len(self._sentences), o) for o in told if not self._is_passing(o)]
        if met := next((o for o in reversed(self.occasions) if o.type == "meeting"), None):
            attend(self.doc, met, sentence, self.cast)
        for found in here:
            if found.outer:
                self._tell_within(found, here)
        for found in here:
            found.event = self._event_of(found, told) if found.outer else self._reported_event(found)
            self._keep_hearers(found)
        self._sentences.append(here)

    def _said(self, span: tuple[int, int]) -> tuple[int, int]:
        """A content up to «وذلك خلال …»: that is the narrator's word for the occasion again."""
        first, end = span
        for i in range(first + 1, end - 1):
            here, after = self.doc.words[i : i + 2]
            came = here in ("جاء", "وجاء") and after == "ذلك"
            if not self.doc.depth[i] and (came or (here == "وذلك" and after in _DURING)):
                return first, i
        return span

    def _tell(self, occasion: Occasion, sentence, here: list[Attribution], skipped) -> Occasion:
        subjects = _subjects(here, occasion)
        if self._points_back(sentence) and self.cast.spoke:
            subjects = [self._whose_remarks(sentence, occasion) or self.cast.spoke[-1]]
        if not subjects or (occasion.type in TWO_SIDED and not any(a.clause.at <= occasion.at for a in here)):
            party = sentence_subject(self.doc, sentence[0], occasion.at, self.cast)
            subjects = self._holders(party, occasion) if party else subjects
        if not subjects and occasion.type == "conference" and self.cast.spoke:
            subjects = (
                self.cast.spoke[-1:] if OPENING & set(self.doc.words[sentence[0] : occasion.at]) else []
            )
        subjects = [m for m in subjects if not self._owned_by_other(occasion, m)]
        if meant := self._before.meant_by(occasion, subjects):
            return meant
        fill(self.doc, occasion, sentence, self.cast, subjects, skipped)
        talk_to_medium(occasion, subjects)
        speak_to_guests(occasion, self._before.last_of(subjects[0]) if subjects else None)
        occasion = self._before.enter(occasion, self._is_passing(occasion))
        if occasion.type in TWO_SIDED:
            self.cast.meeting = occasion.participants
        if occasion.type == "statement" and subjects:
            self.cast.issuer = subjects[0]
        return occasion

    def _holders(self, party: Party, occasion: Occasion) -> list[Member]:
        """«عقد الوزير ونظيره مؤتمراً صحفياً»: a press conference may be held by two."""
        joint = occasion.type == "press_conference"
        parties = parse_parties(self.doc, party.first, occasion.at) if joint else []
        return [self.cast.resolve(p) for p in (parties or [party])]

    def _is_passing(self, occasion: Occasion) -> bool:
        """«استدعت الوزارة السفير», «والتقى الوزير فلاناً» far from the lead: only what the sentence tells was said there.

        Measured on the annotated articles: with it events rise by 0.011 and addressees by 0.012.
        """
        word = self.doc.words[occasion.at].lstrip("وف")
        if len(self._sentences) >= LEAD - 1 and is_act(self.doc, occasion.at):
            return True
        if occasion.type in ("statement", "message") and self._untold and len(self._sentences) >= LEAD - 1:
            return True
        return word in SUMMONS or (word in MEETING_VERBS and len(self._sentences) >= LEAD - 1)

    def _tell_within(self, host: Attribution, here: list[Attribution]) -> None:
        """«قال المتحدث إن الوزير اتصل بنظيره»: talks that somebody tells of who was no part of them."""
        clause = host.clause
        if (
            clause.quoted
            or not host.speakers
            or not speaks_for_others(host.speakers[0])
            or any(self.doc.depth[s] for s, _ in clause.content)
        ):
            return
        span, inner = (clause.start, clause.end), [a for a in here if a.clause.parent is clause]
        skipped = [s for a in inner for s in a.clause.content]
        for occasion in find_occasions(self.doc, span, skipped):
            if occasion.type not in TWO_SIDED:
                continue
            party = sentence_subject(self.doc, span[0], occasion.at, self.cast)
            subjects = [self.cast.resolve(party)] if party else []
            fill(self.doc, occasion, span, self.cast, subjects, skipped)
            if len(occasion.participants) > 1 and host.speakers[0] not in occasion.participants:
                occasion = self._before.enter(occasion, self._is_passing(occasion))
                self._reported[host.speakers[0].order] = occasion
                self._told.append((len(self._sentences), occasion))

    def _reported_event(self, found: Attribution) -> Occasion | None:
        """The talks at which an inner statement was made, as its teller tells."""
        if not found.speakers:
            return None
        if told := self._tell_inside(found):
            return told
        if not found.reported_by:
            return None
        tellers = [self._reported.get(found.reported_by.order), *reversed(self._reported.values())]
        told = next((o for o in tellers if o and found.speakers[0] in o.participants), None)
        return told or self._met_before(found)

    def _met_before(self, found: Attribution) -> Occasion | None:
        """«وأضاف المتحدث أن الرئيس أكد»: at the talks of the article, of which a spokesman tells."""
        last = self._before.last_of(found.speakers[0])
        if last is None or last.type not in TWO_SIDED or is_told_earlier(self.doc, found):
            return None
        teller = found.reported_by
        return None if teller in last.participants or not speaks_for_others(teller) else last

    def _tell_inside(self, found: Attribution) -> Occasion | None:
        """«أن الوزير أكد خلال اللقاء أن»: told by the words before an inner statement."""
        clause, parent = found.clause, found.clause.parent
        if parent is None:
            return None
        ends = [e for child in parent.children for _, e in child.content if e <= clause.at]
        first = max(clause.at - _INSIDE, *(s for s, e in parent.content if s <= clause.at), *ends)
        told = find_occasions(self.doc, (first, clause.start), [])
        if not told:
            return None
        occasion = told[-1]
        fill(self.doc, occasion, (first, clause.start), self.cast, found.speakers, [])
        if is_one_sided(self.doc, occasion):
            return self._before.meeting_of(found.speakers[0])
        return self._before.note(occasion)

    def _owned_by_other(self, occasion: Occasion, subject: Member) -> bool:
        """«لقائها» in the words of a man: the talks are somebody else's."""
        if occasion.type != "meeting" or subject.kind != "person" or not subject.gender:
            return False
        word = self.doc.words[occasion.at]
        owner = "f" if word.endswith(_HERS) else "m" if word.endswith(_HIS) else ""
        return bool(owner) and owner != subject.gender

    def _only_cited(self, occasion: Occasion, here: list[Attribution]) -> bool:
        """«قال الوزير، بحسب البيان», «ونقل البيان عن الوزير»: who issued it relays; «بحسب بيان» may be his own."""
        if occasion.type != "statement":
            return False
        near = range(max(0, occasion.at - 4), occasion.at)
        known = self.doc.words[occasion.at] == "البيان" or any(
            self.doc.words[i] in ("ما", "لما") for i in near
        )
        cited = [i for i in near if self.doc.words[i] in TOLD_BY]
        relayed = self.doc.words[occasion.at - 1] in RELAYING
        return known and (relayed or bool(cited)) and not any(a.clause.at in cited for a in here)

    def _whose_remarks(self, sentence: tuple[int, int], occasion: Occasion) -> Member | None:
        """«جاء ذلك في تصريحات للمتحدثة فلانة خلال المؤتمر»: whoever the remarks are by."""
        for i in range(sentence[0] + 1, occasion.at):
            if self.doc.words[i].startswith("ل") and self.doc.words[i - 1] in _REMARKS:
                party = parse_party(self.doc, i, occasion.at)
                return self.cast.resolve(party) if party and party.kind in ("person", "unnamed") else None
        return None

    def _points_back(self, sentence: tuple[int, int]) -> bool:
        """«جاء ذلك خلال لقائه»: the occasion of what was just told."""
        first = self.doc.words[sentence[0] : sentence[0] + 3]
        return first[:1] in (["جاء"], ["جاءت"], ["وجاء"], ["وجاءت"], ["ياتي"], ["وياتي"]) and any(
            w in ("ذلك", "هذا", "تصريحات", "هذه", "تصريحاته") for w in first
        )

    def _event_of(self, found: Attribution, told: list[Occasion]) -> Occasion | None:
        if not found.outer or not found.speakers:
            return None
        speaker = found.speakers[0]
        fitting = [o for o in told if speaker in o.participants]
        fitting = [o for o in fitting if o.type not in TWO_SIDED or not is_to_medium(found, o)]
        if fitting:
            join_told(fitting[-1], found)
            return self._met_on_visit(fitting[-1], found)
        if speaker.kind == "agency" or is_told_earlier(self.doc, found):
            return None
        last = self._before.last_of(speaker)
        if last and last.type == "meeting" and (joint := self._spoke_together(found, last)):
            return joint
        if last and last.type in TWO_SIDED and (is_after_talks(self.doc, found) or is_to_medium(found, last)):
            self._before.leave(speaker)
        return self._before.last_of(speaker) or self._at_open_conference(found)

    def _at_open_conference(self, found: Attribution) -> Occasion | None:
        """«عقدت الوزارة مؤتمرا صحفيا. وقال الوزير»: held by a body or nobody told, whoever speaks next speaks at it."""
        held, speaker = self._before.open_conference(), found.speakers[0]
        if held is None or speaker.kind != "person" or is_to_medium(found) or is_after_talks(self.doc, found):
            return None
        self._before.was_at(speaker, held)
        return held

    def _spoke_together(self, found: Attribution, met: Occasion) -> Occasion | None:
        """«وقال الوزير في مؤتمر صحفي عقب المباحثات … ومن جانبه أكد نظيره»: at the same press conference."""
        first = found.clause.sentence[0]
        if not _IN_TURN & set(self.doc.words[first : first + 2]):
            return None
        before = next((here[-1] for here in reversed(self._sentences) if here), None)
        occasion = before.event if before else None
        others = before is not None and any(m in met.participants for m in before.speakers)
        if occasion is None or occasion.type != "press_conference" or not others:
            return None
        self._before.was_at(found.speakers[0], occasion)
        return occasion

    def _met_on_visit(self, occasion: Occasion, found: Attribution) -> Occasion:
        """«أكد الرئيس للوزير خلال زيارته»: told to a person on a visit, it was said at talks."""
        hosts = [m for m in found.addressees if m.kind in ("person", "unnamed")]
        if occasion.type == "other" and is_visit(self.doc.words[occasion.at]) and hosts:
            occasion.type = "meeting"
            for member in hosts:
                join(occasion, member)
        return occasion

    def _keep_hearers(self, found: Attribution) -> None:
        """«قال لوكالة …»: what its speaker goes on to say is said to the same medium."""
        if not found.outer or not found.speakers:
            return
        speaker = found.speakers[0].order
        press = [m for m in found.addressees if m.kind == "agency"]
        if press and not found.clause.thanked:
            self._heard[speaker] = press
        elif found.event is not None and found.event.type != "interview":
            self._heard.pop(speaker, None)
        elif not is_told_earlier(self.doc, found):
            found.addressees += [m for m in self._heard.get(speaker, []) if m not in found.addressees]

    def close(self) -> None:
        """After the last sentence: give the lead its occasion."""
        place_leads(self.doc, self._sentences, self._told)


_IN_TURN = folded("جانبه جانبها ناحيته ناحيتها جهته جهتها بدوره بدورها وبدوره وبدورها")
_REMARKS = folded("تصريحات تصريح كلمة حديث بيان كلام")
_HIS, _HERS = ("ايه", "باله", "ماعه", "اته"), ("ايها", "بالها", "ماعها", "اتها")  # folded
_DURING = folded("في خلال أثناء ضمن لدى على عبر")


def _subjects(here: list[Attribution], occasion: Occasion) -> list[Member]:
    """The speakers of the clause in whose words the occasion is told."""
    top = [a for a in here if a.outer and a.speakers and a.speakers[0].kind != "agency"] or [
        a for a in here if a.speakers
    ]
    nearest = [a for a in top if a.clause.at <= occasion.at] or top[:1]
    return nearest[-1].speakers if nearest else []
