"""Re-extraction keeps faith: what editors decided stays; what the machine sees otherwise is theirs to accept."""

import dataclasses

import pytest
from django.urls import reverse

from statements.editing import review, settling
from statements.models import Difference, Statement
from statements.recording.articles import record
from tests.builders import build_article
from tests.conftest import PHONE_CALL
from tests.extractions import phone_call, quote

pytestmark = pytest.mark.django_db
PEACE, REFUSAL, CROSSINGS = 0, 1, 2


@pytest.fixture
def article():
    return build_article(PHONE_CALL)


@pytest.fixture
def call(article) -> list[Statement]:
    record(article, phone_call(article.text))
    return list(article.statements.order_by("start"))


def see(article, *, version="2", drop=(), **changes):
    """The phone call as a later extractor sees it: the peace changed, some quotations not found."""
    whole = phone_call(article.text, version=version)
    changed = dataclasses.replace(whole.quotations[PEACE], **changes)
    quotations = [changed, *whole.quotations[1:]]
    kept = tuple(one for number, one in enumerate(quotations) if number not in drop)
    record(article, dataclasses.replace(whole, quotations=kept))


def opened() -> list[Statement]:
    return [one.statement for one in Difference.objects.filter(state="open")]


def test_what_is_seen_as_before_is_no_difference(article, call, editor):
    for statement in call:
        review.confirm(statement, by=editor)
    see(article)
    assert opened() == []


def test_a_confirmed_statement_seen_otherwise_stays_and_is_shown(article, call, editor):
    review.confirm(call[PEACE], by=editor)
    see(article, kind="mixed", speakers=("a2",))
    call[PEACE].refresh_from_db()
    assert (call[PEACE].kind, call[PEACE].state) == ("direct", "confirmed")
    assert opened() == [call[PEACE]]


def test_what_an_editor_corrected_is_not_proposed_again(article, call, editor):
    review.correct(call[PEACE], by=editor, kind="mixed")
    see(article)
    assert opened() == []
    see(article, kind="indirect", version="3")
    assert opened() == [call[PEACE]]


def test_a_refused_one_is_not_proposed_again_unless_it_is_another(article, call, editor):
    review.confirm(call[PEACE], by=editor)
    see(article, kind="mixed")
    settling.refuse(call[PEACE], by=editor)
    see(article, kind="mixed", version="3")
    assert opened() == []
    see(article, kind="indirect", version="4")
    assert opened() == [call[PEACE]]


def test_a_difference_that_is_seen_no_more_is_gone(article, call, editor):
    review.confirm(call[PEACE], by=editor)
    see(article, kind="mixed")
    see(article, version="3")
    assert not Difference.objects.exists()


def test_accepting_makes_it_what_the_extractor_sees(article, call, editor):
    review.confirm(call[PEACE], by=editor)
    other = quote(
        article.text, "حلاً سلمياً يحفظ كرامة الشعبين", cue="وقال", by=["a2"], kind="mixed", event="e1"
    )
    see(article, spans=other.spans, kind="mixed", speakers=("a2",))
    accepted = settling.accept(call[PEACE], by=editor)
    assert accepted.content == "حلاً سلمياً يحفظ كرامة الشعبين"
    assert (accepted.kind, accepted.state, accepted.reviewed_by) == ("mixed", "confirmed", editor)
    assert [p.name for p in accepted.parties.filter(role="speaker")] == ["ليث البارودي"]
    assert not Difference.objects.exists()


def test_one_that_is_found_no_more_stays_until_that_is_accepted(article, call, editor):
    review.confirm(call[REFUSAL], by=editor)
    see(article, drop=[REFUSAL])
    call[REFUSAL].refresh_from_db()
    assert call[REFUSAL].state == "confirmed"
    assert opened() == [call[REFUSAL]]
    assert settling.accept(call[REFUSAL], by=editor).state == "rejected"


def test_an_added_one_that_the_extractor_never_saw_is_no_difference(article, call, editor):
    start = article.text.index("مملكة ذورين")
    review.add(article, by=editor, spans=[[start, start + 11]], kind="indirect")
    see(article)
    assert opened() == []


def test_a_rejected_statement_does_not_come_back_and_is_not_asked_about(article, call, editor):
    review.reject(call[PEACE], by=editor)
    see(article, kind="mixed")
    call[PEACE].refresh_from_db()
    assert call[PEACE].state == "rejected"
    assert article.statements.count() == 3
    assert opened() == []


def test_the_desk_shows_it_and_takes_the_answer(article, call, editor, client):
    client.force_login(editor)
    review.confirm(call[PEACE], by=editor)
    see(article, kind="mixed")
    page = client.get(reverse("admin:statements_article_review", args=[article.pk]))
    card = page.context["cards"][0]
    assert card.statement == call[PEACE]
    assert "المستخرِج 2 يرى الآن غير هذا" in page.text
    (difference,) = card.difference.change.differences
    assert (difference.before, difference.after) == ("مباشر", "مختلط")
    address = reverse("admin:statements_article_decide", args=[article.pk, call[PEACE].pk])
    sent = {"act": "accept", "version": card.version, "difference": card.difference.token}
    client.post(address, sent | {"difference": "another"})
    call[PEACE].refresh_from_db()
    assert call[PEACE].kind == "direct"
    client.post(address, sent)
    call[PEACE].refresh_from_db()
    assert call[PEACE].kind == "mixed"
    listed = client.get(reverse("admin:statements_article_changelist"), {"review": "otherwise"})
    assert listed.status_code == 200
