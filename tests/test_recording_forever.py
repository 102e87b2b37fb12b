"""Whatever extractors find and editors decide, in any order: the promises of recording hold."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statements.editing import review
from statements.extraction.annotations import Cue, Quotation, Span, SpeechEvent
from statements.models import Event, Statement, visibility
from statements.recording.articles import record
from tests.builders import build_article
from tests.extractions import extraction

pytestmark = pytest.mark.django_db
TEXT = "قال سامر إن الحوار ممكن " * 6
ACTS = (review.confirm, review.reject, review.restore)

# Few enough that they often meet, in part or in whole.
spans = st.builds(
    lambda at, size: Span(at, at + size), st.sampled_from(range(0, 100, 8)), st.sampled_from([8, 12, 24])
)
cues = st.none() | st.sampled_from(range(0, 120, 24)).map(lambda at: Cue(Span(at, at + 3), "قال", "said"))
quotations = st.builds(
    Quotation,
    kind=st.sampled_from(["direct", "indirect"]),
    spans=spans.map(lambda span: (span,)),
    cue=cues,
    speakers=st.sampled_from([(), ("a1",), ("a2",)]),
    event=st.sampled_from([None, "e1"]),
)
extractions = st.lists(quotations, max_size=6).map(
    lambda found: extraction(*found, events=[SpeechEvent("e1", "speech")])
)
decisions = st.tuples(st.sampled_from(ACTS), st.integers(0, 5))


def decided(article) -> list[dict]:
    return list(article.statements.filter(state__in=visibility.DECIDED).order_by("pk").values())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(extractions | decisions, min_size=2, max_size=7))
def test_promises_hold_whatever_comes(editor, steps):
    with transaction.atomic():
        article = build_article(TEXT)
        addresses: set[tuple] = set()
        for step in steps:
            take(article, step, editor)
            addresses |= {("statement", pk) for pk in article.statements.values_list("pk", flat=True)}
            addresses |= {("event", pk) for pk in article.events.values_list("pk", flat=True)}
        assert addresses == {("statement", s.pk) for s in Statement.objects.filter(article=article)} | {
            ("event", e.pk) for e in Event.objects.filter(article=article)
        }
        transaction.set_rollback(True)


def take(article, step, editor) -> None:
    """One extraction or decision, and what must be true after it."""
    if isinstance(step, tuple):
        act, number = step
        if rows := list(article.statements.order_by("pk")):
            act(rows[number % len(rows)], by=editor)
        return
    before, contents = decided(article), machine_contents(article)
    record(article, step)
    assert decided(article) == before
    rejected = {str(row["spans"]) for row in before if row["state"] == visibility.REJECTED}
    assert not rejected & (machine_contents(article) - contents)
    again = record(article, step)
    assert (again.new, again.changed, again.withdrawn) == (0, 0, 0)


def machine_contents(article) -> set[str]:
    return {
        str(spans) for spans in article.statements.filter(state="machine").values_list("spans", flat=True)
    }
