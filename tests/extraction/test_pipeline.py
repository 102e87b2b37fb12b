"""What must hold for every text whatever it says."""

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.extraction_corpus import unsound
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
    """Everything that holds of any extraction; what a span may be is told by `unsound`."""
    found = extract(text)
    assert list(unsound(text, found)) == []
    assert all(actor.kind in ACTOR_KINDS for actor in found.actors)
    actors = {actor.id for actor in found.actors}
    assert all(event.type in EVENT_TYPES and set(event.participants) <= actors for event in found.events)
    for q in found.quotations:
        assert q.kind in QUOTATION_KINDS
        assert q.rule
        assert 0 <= q.confidence <= 1
        assert q.cue is None or q.cue.sense in CUE_SENSES
        assert list(q.spans) == sorted(q.spans)


@settings(max_examples=300, deadline=None)
@given(SENTENCES | GLUED | st.text(alphabet='قلاموؤإأنة «»".،:\n ', max_size=120) | st.text(max_size=80))
@example("« ـ ” ودان لقاء")  # marks alone in quotation marks name nobody
def test_spans_are_inside_the_text_and_ids_point_to_something(text):
    check(text)


NEWS = (
    "أكد وزير الخارجية سامر الحلواني، خلال اتصال هاتفي مع نظيرته رنا السبكي، أن «الحدود مفتوحة»، مشيراً إلى أن العمل جارٍ.",
    'وقالت السبكي للصحفيين: "نرحب بذلك. ولن نتراجع".\nوأضافت "إننا، كما قال الوزير، ماضون',
    "ونقلت وكالة الأفق عن مصدر دبلوماسي قوله إن الوزيرين اتفقا على لقاء اليوم الأربعاء، بحسب بيان للوزارة.",
    "«لا بديل عن الحوار»، يقول الحلواني، «ولا عودة إلى الوراء». وكان قد دعا مجلس الأمن إلى التحرك.",
    "من جهته، نفى المتحدث باسم الهيئة ما ذكرته الصحيفة، وشدد على دعم الشعب..\n// انتهى //",
)


@st.composite
def mutated_news(draw: st.DrawFn) -> str:
    """Made-up news with stretches cut out, doubled, moved or broken by a mark."""
    text = "\n".join(draw(st.lists(st.sampled_from(NEWS), min_size=1, max_size=3)))
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 25)))
        instead = draw(st.sampled_from(["", text[start:end] * 2, text[end : end + 10], *MARKS, *WORDS]))
        text = text[:start] + instead + text[end:]
    return text


@settings(max_examples=300, deadline=None)
@given(mutated_news())
def test_mutilated_news_gives_sound_spans(text):
    check(text)


@settings(max_examples=50, deadline=None)
@given(SENTENCES | mutated_news())
def test_same_text_gives_the_same_extraction(text):
    assert extract(text) == extract(text)


@pytest.mark.parametrize(
    "text",
    [
        "وأوضحت الصحيفة",
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
        "اتهم : أشار . \n ،",  # a paragraph after a colon that is only a mark
        'أكد " إن .. :',
        "ودان وكالة “ » مع التي لقاء",  # a medium named by marks alone
        "أشار إلى قال إن » دعا الحلواني",  # all of a content cut off
        "قال " * 40 + "بحسب الوزارة " * 5 + "إن الحدود",
    ],
)
def test_odd_texts_give_nothing_or_little_and_never_raise(text):
    found = extract(text)
    assert len(found.quotations) <= 2
    assert list(unsound(text, found)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The minister said: “we are open”. He added that talks go on.",
        "1\t2\t3\nأ\tب\tج\n" * 20,
        "- الحدود\n- السوق\n- المطار\n" * 20,
        "قفا نبك من ذكرى حبيب ومنزل *** بسقط اللوى بين الدخول فحومل\n" * 5,
    ],
    ids=["another language", "a table", "a list", "poetry"],
)
def test_what_is_no_news_gives_nothing(text):
    assert extract(text).quotations == ()


@pytest.mark.parametrize(
    "piece",
    [
        "وقال سامر الحلواني إن الحدود مفتوحة، مؤكداً ضرورة الحوار مع «الجميع». ",
        "وقال سامر الحلواني إن الحدود مفتوحة.\n",
        "قال ",
        "«",
        "قال « نعم ",
        "قال \n",
        "وزير ",
        "وزير الخارجية سامر ",
        "كلمة، ",
        "وأكد أن الحركة عادية وأضاف أن السوق هادئة، ",
    ],
    ids=[
        "sentences",
        "paragraphs",
        "cues",
        "marks",
        "cues and marks",
        "lines",
        "titles",
        "names",
        "pauses",
        "one sentence",
    ],
)
def test_calls_grow_with_the_length_of_the_text(piece):
    """Four times as long costs about four times as many calls of functions, not sixteen times."""
    short = piece * (8_000 // len(piece))
    extract(short)
    assert calls(short * 4) < 6 * calls(short)


def calls(text: str) -> int:
    """How many functions extraction of the text calls."""
    count = 0

    def note(_frame, event: str, _argument) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        extract(text)
    finally:
        sys.setprofile(before)
    return count


def test_lead_that_comes_again_is_read_once_where_a_text_has_lost_its_paragraphs():
    lead = "رئيس المجلس سامر الحلواني يؤكد أن الحدود مع الجيران مفتوحة أمام الجميع منذ أول الشهر."
    found = extract(f"{lead} وقالت ليلى الراوي إن الأمر صعب. {lead}")
    assert len(found.quotations) == 2
