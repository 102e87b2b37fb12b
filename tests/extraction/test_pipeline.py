"""What must hold for every text whatever it says."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statements.extraction import ACTOR_KINDS, CUE_SENSES, EVENT_TYPES, QUOTATION_KINDS, extract

WORDS = [
    "ـ",
    "ّ",
    "ء",
    "ودان",
    "اتهم",
    "دعا",
    "أشاد",
    "الهجوم",
    "قال",
    "وقال",
    "قالت",
    "أكد",
    "وأكدت",
    "مؤكداً",
    "أشار",
    "إلى",
    "أن",
    "إن",
    "أنه",
    "على",
    "عن",
    "من",
    "في",
    "خلال",
    "لقاء",
    "اتصال",
    "هاتفي",
    "مع",
    "بيان",
    "وزير",
    "الخارجية",
    "الوزير",
    "السفيرة",
    "سامر",
    "الحلواني",
    "رنا",
    "السبكي",
    "إيران",
    "طهران",
    "مجلس",
    "الأمن",
    "وكالة",
    "الأفق",
    "للأنباء",
    "بحسب",
    "وفقا",
    "نقلت",
    "عن",
    "الذي",
    "التي",
    "كان",
    "قد",
    "وكان",
    "ضرورة",
    "دعم",
    "بدعم",
    "فتح",
    "الحدود",
    "اليوم",
    "الأربعاء",
    "دعا",
    "طالب",
    "حذر",
    "لوكالة",
    "للصحفيين",
    "أمام",
    "نحن",
    "نأمل",
    "الطرفان",
    "المصدر",
    "نفسه",
]
MARKS = [
    "«",
    "»",
    '"',
    "“",
    "”",
    "''",
    ".",
    "،",
    ":",
    "؟",
    "\n",
    "\n\n",
    "..",
    "-",
    "(",
    ")",
    "\u200f",
    "ـ",
    "3.5",
    "/",
]
SENTENCES = st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS + MARKS), max_size=30).map("".join)


def check(text: str) -> None:
    found = extract(text)
    actors = {actor.id for actor in found.actors}
    events = {event.id for event in found.events}
    spans = [
        span for q in found.quotations for span in (*q.spans, *q.speaker_mentions, *q.addressee_mentions)
    ]
    spans += [mention.span for mention in found.mentions]
    spans += [q.cue.span for q in found.quotations if q.cue]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(actor.name and actor.kind in ACTOR_KINDS for actor in found.actors)
    assert all(event.type in EVENT_TYPES and set(event.participants) <= actors for event in found.events)
    for q in found.quotations:
        assert q.kind in QUOTATION_KINDS
        assert q.rule
        assert 0 <= q.confidence <= 1
        assert set(q.speakers) | set(q.addressees) | ({q.reported_by} - {None}) <= actors
        assert q.event is None or q.event in events
        assert q.cue is None or q.cue.sense in CUE_SENSES
        assert list(q.spans) == sorted(q.spans)
        assert all(one.end <= other.start for one, other in zip(q.spans, q.spans[1:], strict=False))
        assert all(span.of(text).strip() for span in q.spans)


@settings(max_examples=300, deadline=None)
@given(SENTENCES | GLUED | st.text(alphabet='قلاموؤإأنة «»".،:\n ', max_size=120) | st.text(max_size=80))
def test_spans_are_inside_the_text_and_ids_point_to_something(text):
    check(text)


@settings(max_examples=50, deadline=None)
@given(SENTENCES)
def test_same_text_gives_the_same_extraction(text):
    assert extract(text) == extract(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "The minister said that the border is open.",
        "قال",
        "قال إن",
        "«",
        "وقال:",
        "بحسب",
        "١٢٣ ٤٥٦",
        "قال قال قال إن إن إن",
        "\ufe8d\ufedf\ufe8e\ufedd",
        "\ud800",
        "ودان ـ السامري الهجوم.",  # a tatweel alone is a word without letters
        "ودان ّ الهجوم على المدينة.",
    ],
)
def test_odd_texts_give_nothing_or_little_and_never_raise(text):
    assert len(extract(text).quotations) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "وقال سامر الحلواني إن الحدود مفتوحة، مؤكداً ضرورة الحوار مع «الجميع». " * 4000,
        "قال " * 60_000,
        "«" * 60_000,
        "وزير " * 60_000,
        "ا" * 300_000,
        "وأكد أن الحركة عادية وأضاف أن السوق هادئة، " * 6000,
    ],
    ids=["sentences", "cues", "marks", "titles", "one word", "one sentence"],
)
def test_long_texts_are_read_in_bounded_time(text):
    start = time.process_time()
    extract(text)
    assert time.process_time() - start < 60
