"""Known names in text: longest first, attached letters left outside, ambiguity kept."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.extraction import extract
from statements.extraction.gazetteer import Gazetteer, KnownActor

HALAWANI = KnownActor(
    "سامر الحلواني", "person", ("الحلواني",), ("وزير الخارجية", "وزير خارجية أرخانيا", "الوزير")
)
NADER = KnownActor("نادر الحلواني", "person", ("الحلواني",))
AGENCY = KnownActor("وكالة النورس للأنباء", "agency", ("النورس",))
BUILT_IN = Gazetteer()
ARCHIVE = Gazetteer([HALAWANI, AGENCY])

ROWS = [
    ("قال سامر الحلواني إن", [("سامر الحلواني", "سامر الحلواني")]),
    ("وأكد الحلواني ذلك", [("الحلواني", "سامر الحلواني")]),
    ("وسامر الحلوانى", [("سامر الحلوانى", "سامر الحلواني")]),
    ("سَامِر الحَلَوانيّ", [("سَامِر الحَلَوانيّ", "سامر الحلواني")]),
    ("للحلواني", [("للحلواني", "سامر الحلواني")]),
    ("قال وزير خارجية أرخانيا", [("وزير خارجية أرخانيا", "سامر الحلواني")]),
    ("قال الوزير", []),
    ("سامر، الحلواني", [("الحلواني", "سامر الحلواني")]),
    ("سامر\nالحلواني", [("الحلواني", "سامر الحلواني")]),
    ('عن وكالة "النورس" للأنباء أن', [('وكالة "النورس" للأنباء', "وكالة النورس للأنباء")]),
]


@pytest.mark.parametrize(("text", "names"), ROWS)
def test_actors_of_the_archive(text, names):
    found = ARCHIVE.find(text)
    assert [(text[n.span.start : n.span.end], n.actor.name) for n in found] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("في العراق وإيران", [("العراق", "العراق", "country"), ("إيران", "إيران", "country")]),
        ("للعراق وللبنان", [("للعراق", "العراق", "country"), ("لبنان", "لبنان", "country")]),
        ("وبالولايات المتحدة الأمريكية", [("الولايات المتحدة الأمريكية", "الولايات المتحدة", "country")]),
        ("مجلس الأمن الدولي", [("مجلس الأمن الدولي", "مجلس الأمن الدولي", "organization")]),
        ("(أ.ف.ب)", [("أ.ف.ب", "فرانس برس", "agency")]),
        ("دعم مالي للوطن", []),
        ("صحيفة الوطن", [("صحيفة الوطن", "جريدة الوطن", "agency")]),
        ("", []),
    ],
)
def test_names_of_the_lexicon(text, names):
    found = BUILT_IN.find(text)
    assert [(text[n.span.start : n.span.end], n.actor.name, n.actor.kind) for n in found] == names


def test_a_name_of_two_actors_is_ambiguous():
    (name,) = Gazetteer([HALAWANI, NADER]).find("قال الحلواني")
    assert name.actors == (HALAWANI, NADER)
    assert name.actor is None


def test_an_office_says_that_it_is_one():
    office, name = ARCHIVE.find("وزير خارجية أرخانيا سامر الحلواني")
    assert (office.by_title, name.by_title) == (True, False)


def test_the_archive_knows_better_than_the_lexicon():
    own = KnownActor("جمهورية العراق", "country", ("العراق",))
    assert Gazetteer([own]).actors_of("العراق") == (own,)
    assert BUILT_IN.actors_of("الْعِراق")[0].name == "العراق"
    assert BUILT_IN.actors_of("أرخانيا") == ()


@given(st.text(st.sampled_from('العراقوإيان ًـ\n"بلف.')))
def test_names_are_inside_and_apart(text):
    last = 0
    for name in ARCHIVE.find(text):
        assert last <= name.span.start < name.span.end <= len(text)
        last = name.span.end


def test_each_of_fifty_thousand_names_is_found():
    letters = random.Random(1)
    words = ["".join(letters.choices("ابتجدرسعفقكلمنهوي", k=5)) for _ in range(8000)]
    names = [" ".join(letters.sample(words, 3)) for _ in range(50_000)]
    gazetteer = Gazetteer(KnownActor(name, "person") for name in names)
    text = " قال ".join(names[:10_000])
    found = {text[name.span.start : name.span.end] for name in gazetteer.find(text)}
    assert found >= set(names[:10_000])


KNOWN = Gazetteer(
    [
        KnownActor("رعد بيت الوادي", "person"),
        KnownActor("مجلس شورى النورس", "organization"),
        KnownActor("منارة الأفق", "agency"),
    ]
)


@pytest.mark.parametrize(
    ("text", "speaker", "addressee"),
    [
        ("قال رعد بيت الوادي إن الحوار مستمر.", ("رعد بيت الوادي", "person"), None),
        ("وقال وزير خارجية أرخانيا رعد بيت الوادي إن الأمر انتهى.", ("رعد بيت الوادي", "person"), None),
        ("وأعلن مجلس شورى النورس أن الاتفاق قريب.", ("مجلس شورى النورس", "organization"), None),
        (
            "وأبلغ رعد بيت الوادي منارة الأفق أن الحرب بعيدة.",
            ("رعد بيت الوادي", "person"),
            ("منارة الأفق", "agency"),
        ),
    ],
)
def test_extraction_knows_the_names_it_is_given(text, speaker, addressee):
    found = extract(text, gazetteer=KNOWN)
    actors = {actor.id: (actor.name, actor.kind) for actor in found.actors}
    (quotation,) = found.quotations
    assert [actors[actor] for actor in quotation.speakers] == [speaker]
    assert [actors[actor] for actor in quotation.addressees] == ([addressee] if addressee else [])


def test_common_words_are_no_names_of_what_the_lexicon_knows():
    (agency,) = BUILT_IN.actors_of("وكالة مهر للأنباء")
    assert "مهر" not in (agency.name, *agency.names)
    (state,) = BUILT_IN.actors_of("باماكو")
    assert (state.name, state.names) == ("مالي", ("باماكو",))
