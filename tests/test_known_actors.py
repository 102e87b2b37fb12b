"""Which of the archive's actors the extractor is told of."""

import pytest

from statements import known_actors, review
from tests.builders import build_actor, build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh():
    known_actors.forget()
    yield
    known_actors.forget()


def names() -> set[str]:
    return {actor.name for actor in known_actors.known_actors()}


def test_actors_of_reviewed_statements_are_known_and_no_machines_guess(archive):
    assert names() == {"ليث البارودي", "سامر الحلواني"}  # archive.refusal is confirmed
    archive.refusal.state = "machine"
    archive.refusal.save()
    assert names() == set()


def test_unnamed_source_is_nobodys_name(archive):
    source = build_actor("مصدر دبلوماسي", "unnamed")
    build_statement(archive.article, "المعابر", by=[source], state="confirmed")
    assert source.name not in names()


def test_gazetteer_knows_every_spelling(archive):
    gazetteer = known_actors.gazetteer()
    assert {a.name for a in gazetteer.actors_of("سامر الحلوانى")} == {"سامر الحلواني"}


def test_gazetteer_is_kept_for_a_while(archive, django_assert_num_queries):
    kept = known_actors.gazetteer()
    with django_assert_num_queries(0):
        assert known_actors.gazetteer() is kept


def test_gazetteer_follows_the_editors(archive, editor, monkeypatch):
    kept = known_actors.gazetteer()
    monkeypatch.setattr(known_actors, "REFRESH", -1)
    assert known_actors.gazetteer() is kept
    review.confirm(archive.crossings, by=editor)
    assert known_actors.gazetteer().actors_of("وكالة الأفق")
