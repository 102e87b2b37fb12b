"""Which of the archive's actors the extractor is told of."""

import pytest

from statements.actors import known_actors
from statements.actors.moving import merge, undo
from statements.editing import review
from tests.builders import build_actor, build_outlet, build_statement

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
    monkeypatch.setattr(known_actors, "REFRESH", -1)
    monkeypatch.setattr(known_actors, "SHARE", 0)
    kept = known_actors.gazetteer()
    assert known_actors.gazetteer() is kept
    other = build_actor("حركة النهوض", "organization")
    build_statement(archive.article, "المعابر", by=[other])
    assert known_actors.gazetteer() is kept
    review.confirm(other.parties.get().statement, by=editor)
    assert known_actors.gazetteer().actors_of("حركة النهوض")


def test_whom_an_editor_merged_into_is_known_by_all_names_at_once(archive, editor):
    known_actors.gazetteer()
    gone, kept = build_actor("عادل الباني", names=["عادل البانى"]), build_actor("عادل كريم الباني")
    move = merge(gone, kept, by=editor)
    assert "عادل كريم الباني" in names()
    assert {name for one in known_actors.known_actors() for name in one.names} >= {"عادل البانى"}
    undo(move, by=editor)
    assert "عادل كريم الباني" not in names()


def test_outlets_are_known_but_no_common_noun(archive):
    build_outlet("صوت أرخانيا")
    build_outlet("الحياة")
    known = {outlet.name for outlet in known_actors.known_outlets()}
    assert "صوت أرخانيا" in known
    assert "الحياة" not in known


def test_what_every_state_has_is_nobodys_name(archive):
    ministry = build_actor("وزارة صحة أرخانيا", "organization", names=["الوزارة", "وزارة الصحة"])
    build_statement(archive.article, "المعابر", by=[ministry], state="confirmed")
    (known,) = (actor for actor in known_actors.known_actors() if actor.name == ministry.name)
    assert set(known.names) == {ministry.name}
