"""Recording again and again: rows follow the extraction, decisions and addresses stay."""

import dataclasses
import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from statements.editing import review
from statements.extraction.annotations import Actor, Cue, Span, SpeechEvent
from statements.models import Actor as StoredActor
from statements.models import (
    ActorName,
    Event,
    EventParticipant,
    Mention,
    Party,
    Statement,
)
from statements.recording.articles import Recorded, record, record_all
from statements.recording.checking import BadExtraction
from tests.builders import build_actor, build_article
from tests.conftest import PHONE_CALL
from tests.extractions import BAROUDI, HALWANI, OFOQ, extraction, mention, phone_call, quote, span

pytestmark = pytest.mark.django_db
TABLES = (Statement, Party, Event, EventParticipant, Mention, StoredActor, ActorName)
PEACE, REFUSAL, CROSSINGS = 0, 1, 2  # the quotations of phone_call


@pytest.fixture
def article():
    return build_article(PHONE_CALL)


@pytest.fixture
def call(article):
    """The three statements of the phone call, recorded."""
    record(article, phone_call(article.text))
    return list(article.statements.order_by("start"))


def rows() -> list:
    """Every row of every table the recorder writes."""
    return [list(table.objects.order_by("pk").values()) for table in TABLES]


def found(article, *chosen: int, change=None, version="2"):
    """The phone call as a later extractor sees it: some of its quotations, `change` applied to each."""
    whole = phone_call(article.text, version=version)
    quotations = [whole.quotations[n] for n in chosen]
    if change:
        quotations = [dataclasses.replace(quotation, **change) for quotation in quotations]
    return dataclasses.replace(whole, quotations=tuple(quotations))


def names(statement: Statement, role: str) -> list[str]:
    return [p.actor.name for p in statement.parties.filter(role=role)]


# The first time


def test_quotations_become_statements_with_their_parties(article, call):
    peace, refusal, crossings = call
    assert peace.content == "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق"
    assert (peace.cue, peace.kind, peace.state, peace.rule) == ("وقال", "direct", "machine", "test")
    assert names(peace, "speaker") == names(refusal, "addressee") == names(crossings, "speaker")
    assert (names(peace, "addressee"), names(crossings, "reporter")) == (["ليث البارودي"], ["وكالة الأفق"])
    party = peace.parties.get(role="speaker")
    assert article.text[party.start : party.end] == "الحلواني"


def test_event_is_shared_by_its_statements_and_gives_them_its_day(article):
    day = datetime.date(2021, 5, 11)
    whole = phone_call(article.text)
    [event] = whole.events
    record(article, dataclasses.replace(whole, events=(dataclasses.replace(event, day=day, place="ذورين"),)))
    peace, refusal, crossings = article.statements.order_by("start")
    assert peace.event == refusal.event == Event.objects.get()
    assert [s.day for s in (peace, crossings)] == [day, article.date]
    assert str(peace.event) == "اتصال هاتفي: سامر الحلواني وليث البارودي"


def test_mentions_are_stored_with_their_actors(article, call):
    assert [str(m) for m in article.mentions.all()] == ["سامر الحلواني", "ليث البارودي"]
    assert [m.actor.name for m in article.mentions.all()] == ["سامر الحلواني", "ليث البارودي"]


def test_ambiguous_speaker_is_kept_by_name_alone(article):
    build_actor("سامر الحلواني"), build_actor("سامر الحلواني")
    record(article, found(article, PEACE))
    party = Party.objects.get(role="speaker")
    assert (party.actor, party.name) == (None, "سامر الحلواني")


# The same again


def test_recording_again_changes_no_row(article, call):
    before = rows()
    with CaptureQueriesContext(connection) as queries:
        counts = record(article, phone_call(article.text))
    assert rows() == before
    assert counts == Recorded(same=3)
    writes = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert writes == []


def test_quotation_found_twice_is_stored_once(article):
    peace = phone_call(article.text).quotations[PEACE]
    twice = extraction(
        peace, dataclasses.replace(peace, confidence=0.1, speakers=()), events=[SpeechEvent("e1", "other")]
    )
    assert record(article, twice) == Recorded(new=1)
    assert Statement.objects.get().confidence == 0.9


def test_namesake_who_comes_later_does_not_unsettle_what_is_recorded(article):
    short = dataclasses.replace(HALWANI, name="الحلواني", names=("الحلواني",))
    again = extraction(quote(PHONE_CALL, "ضرورة فتح المعابر", cue="شدد", by=["a1"]), actors=[short])
    record(article, again)
    build_actor("عادل الحلواني")
    before = rows()
    assert record(article, again) == Recorded(same=1)
    assert rows() == before


# Another extraction over undecided rows


def test_statement_found_otherwise_keeps_its_address(article, call):
    longer = Span(PHONE_CALL.index("بلاده"), PHONE_CALL.index("\n\nوأفادت") - 1)
    counts = record(article, found(article, REFUSAL, change={"spans": (longer,), "speakers": ("a1",)}))
    refusal = Statement.objects.get(pk=call[REFUSAL].pk)
    assert counts == Recorded(changed=1, withdrawn=2)
    assert refusal.spans == [[longer.start, longer.end]]
    assert (names(refusal, "speaker"), refusal.extractor_version) == (["سامر الحلواني"], "2")


def test_statement_is_the_same_by_half_of_its_content_when_the_cue_is_another(article, call):
    other_cue = Cue(span(PHONE_CALL, "ترفض"), "رفض", "rejected")
    record(article, found(article, PEACE, REFUSAL, CROSSINGS, change={"cue": other_cue}))
    assert set(Statement.objects.values_list("pk", "state")) == {(s.pk, "machine") for s in call}


def test_statement_no_longer_found_is_withdrawn_and_comes_back(article, call):
    record(article, found(article, PEACE))
    refusal = Statement.objects.get(pk=call[REFUSAL].pk)
    assert (refusal.state, refusal.stands) == ("withdrawn", False)
    record(article, phone_call(article.text))
    assert set(Statement.objects.values_list("pk", "state")) == {(s.pk, "machine") for s in call}


def test_inner_statement_does_not_take_the_row_of_the_outer(article, call):
    """A content inside another one's is a statement of its own; its cue tells."""
    inner = quote(PHONE_CALL, "المواقف السابقة وتدعم الحوار", cue="ترفض", by=["a2"])
    whole = phone_call(article.text)
    record(article, dataclasses.replace(whole, quotations=(inner, *whole.quotations)))
    assert Statement.objects.count() == 4
    assert Statement.objects.get(pk=call[REFUSAL].pk).content == "بلاده ترفض المواقف السابقة وتدعم الحوار"


# Another extraction over decided rows


def decide(act: str, statement: Statement, editor) -> Statement:
    if act == "correct":
        return review.correct(statement, by=editor, speakers=["ناطق"])
    return getattr(review, act)(statement, by=editor)


@pytest.mark.parametrize("act", ["confirm", "correct", "reject"])
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"speakers": ("a2",), "kind": "mixed", "confidence": 0.1},
        {"spans": (Span(PHONE_CALL.index("بلاده") + 6, PHONE_CALL.index("الحوار") + 6),)},
        {"cue": None},
    ],
)
def test_decided_statement_stays_as_it_is_and_alone(article, call, editor, act, change):
    decided = decide(act, call[REFUSAL], editor)
    before = Statement.objects.filter(pk=decided.pk).values().get(), list(decided.parties.values())
    counts = record(article, found(article, REFUSAL, change=change))
    assert (Statement.objects.filter(pk=decided.pk).values().get(), list(decided.parties.values())) == before
    assert (counts.decided, counts.new, Statement.objects.count()) == (1, 0, 3)


@pytest.mark.parametrize("act", ["confirm", "correct", "reject"])
def test_decided_statement_that_is_no_longer_found_stays(article, call, editor, act):
    decided = decide(act, call[REFUSAL], editor)
    record(article, found(article, PEACE))
    assert Statement.objects.get(pk=decided.pk).state == decided.state


def test_statement_added_by_hand_is_not_doubled_when_the_machine_finds_it_too(article, editor):
    words = span(PHONE_CALL, "ضرورة فتح المعابر")
    added = review.add(
        article, by=editor, spans=[[words.start, words.end]], kind="indirect", speakers=["الحلواني"]
    )
    assert record(article, found(article, CROSSINGS)) == Recorded(decided=1)
    assert Statement.objects.get() == added


def test_rejected_statement_does_not_come_back_through_a_withdrawn_row(article, call, editor):
    other_cue = {"cue": Cue(span(PHONE_CALL, "ترفض"), "رفض", "rejected")}
    old = Statement.objects.create(
        article=article,
        kind="indirect",
        spans=call[REFUSAL].spans,
        cue_start=other_cue["cue"].span.start,
        cue_end=other_cue["cue"].span.end,
        state="withdrawn",
    )
    review.reject(call[REFUSAL], by=editor)
    record(article, found(article, PEACE, REFUSAL, CROSSINGS, change=other_cue))
    old.refresh_from_db()
    assert old.state == "withdrawn"
    assert Statement.objects.get(pk=call[REFUSAL].pk).state == "rejected"
    assert Statement.objects.count() == 4


# Events


def with_event(article, **change):
    whole = phone_call(article.text, version="2")
    [event] = whole.events
    return dataclasses.replace(whole, events=(dataclasses.replace(event, **change),))


def test_event_found_otherwise_keeps_its_address(article, call):
    record(article, with_event(article, type="meeting", place="ذورين", participants=("a2",)))
    event = Event.objects.get()
    assert (event.pk, event.type, event.place) == (call[PEACE].event_id, "meeting", "ذورين")
    assert [p.name for p in event.participants.all()] == ["ليث البارودي"]


def test_edited_event_is_left_alone_and_not_doubled(article, call):
    day = datetime.date(2021, 5, 1)
    review.correct_event(call[PEACE].event, type="interview", day=day, participants=["ناطق"])
    record(article, phone_call(article.text, version="2"))
    event = Event.objects.get()
    assert (event.type, event.day, str(event.participants.get())) == ("interview", day, "ناطق")
    assert {s.day for s in event.statements.all()} == {day}


def test_two_events_are_told_apart_by_their_statements(article):
    whole = phone_call(article.text)
    peace, refusal, crossings = whole.quotations
    calls = (SpeechEvent("e1", "phone_call", ("a1",)), SpeechEvent("e2", "phone_call", ("a1",)))
    two = dataclasses.replace(
        whole, quotations=(peace, dataclasses.replace(crossings, event="e2"), refusal), events=calls
    )
    record(article, two)
    before = rows()
    record(article, dataclasses.replace(two, events=calls[::-1]))
    assert rows() == before


def test_event_of_a_published_article_stays_without_statements(article, call):
    record(article, extraction())
    assert Event.objects.filter(pk=call[PEACE].event_id).exists()


def test_event_nobody_refers_to_is_forgotten_in_a_draft():
    draft = build_article(PHONE_CALL, published=False)
    record(draft, extraction(events=[SpeechEvent("e1", "meeting", ("a1",))]))
    record(draft, extraction())
    assert not Event.objects.exists()


# What does not fit


@pytest.mark.parametrize(
    "broken",
    [
        {"quotations": (quote(PHONE_CALL, "ضرورة", by=["a9"]),)},
        {"quotations": (quote(PHONE_CALL, "ضرورة", event="e9"),)},
        {"mentions": (mention(PHONE_CALL, "الحلواني", "a9"),)},
        {"quotations": (dataclasses.replace(quote(PHONE_CALL, "ضرورة"), spans=(Span(5, 5),)),)},
        {"quotations": (dataclasses.replace(quote(PHONE_CALL, "ضرورة"), spans=()),)},
        {"quotations": (dataclasses.replace(quote(PHONE_CALL, "ضرورة"), spans=(Span(0, 9999),)),)},
        {"quotations": (dataclasses.replace(quote(PHONE_CALL, "ضرورة"), speaker_mentions=(Span(-1, 3),)),)},
        {"events": (SpeechEvent("e1", "meeting", ("a9",)),)},
    ],
)
def test_extraction_that_does_not_fit_changes_nothing(article, call, broken):
    before = rows()
    with pytest.raises(BadExtraction):
        record(article, dataclasses.replace(extraction(), **broken))
    assert rows() == before


def test_overlong_words_are_cut_to_what_a_column_holds(article):
    long = Actor("a1", "سامر " * 100, "person", ("سامر " * 100,), ("وزير " * 100,))
    event = SpeechEvent("e1", "meeting", ("a1",), place="ذورين " * 90, date="اليوم " * 90)
    quotation = quote(PHONE_CALL, "ضرورة فتح المعابر", by=["a1"], event="e1")
    record(article, extraction(quotation, actors=[long], events=[event]))
    assert len(Party.objects.get().name) == 300


def test_actors_of_two_articles_are_the_same(article):
    record(article, phone_call(article.text))
    record(build_article(PHONE_CALL + " "), phone_call(PHONE_CALL))
    assert StoredActor.objects.count() == len([HALWANI, BAROUDI, OFOQ])


def test_articles_recorded_together_have_the_rows_they_would_have_alone():
    texts = [PHONE_CALL, f"{PHONE_CALL}\n\nانتهى."]
    alone = build_article(f"{PHONE_CALL}\n")
    record(alone, phone_call(PHONE_CALL))
    articles = [build_article(text) for text in texts]
    recorded = record_all([(article, phone_call(PHONE_CALL)) for article in articles])
    assert [counts.new for counts in recorded] == [3, 3]
    for article in articles:
        rows = [list(one.statements.values_list("start", "kind", "event__type")) for one in (article, alone)]
        assert rows[0] == rows[1]
        assert article.mentions.count() == alone.mentions.count()
        parties = Party.objects.filter(statement__article=article)
        assert parties.count() == Party.objects.filter(statement__article=alone).count() > 0
    assert record_all([(article, phone_call(PHONE_CALL)) for article in articles]) == [Recorded(same=3)] * 2


def test_article_that_does_not_fit_leaves_no_row_of_those_recorded_with_it():
    good, bad = build_article(PHONE_CALL), build_article("نص قصير")
    with pytest.raises(BadExtraction):
        record_all([(article, phone_call(PHONE_CALL)) for article in (good, bad)])
    assert not Statement.objects.exists()
