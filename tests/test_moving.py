"""Two actors merged into one, names split off as another, and both undone."""

import datetime
from urllib.parse import quote

import pytest

from statements.actors.linking import link_actors
from statements.actors.moving import CannotMove, merge, split, undo
from statements.extraction.annotations import Actor as Found
from statements.models import Actor, ActorName, Party
from tests.builders import build_actor, build_article, build_event, build_mention, build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def double(archive):
    """«الحلواني» under a spelling of his own, with a statement, an event and a mention."""
    double = build_actor("سامر حلوانى", offices=["وزير خارجية أرخانيا", "مبعوث السلام"])
    article = build_article("التقى سامر حلوانى ليث البارودي. وقال سامر حلوانى إن السلام ممكن.")
    meeting = build_event(article, "meeting", [double, archive.baroudi])
    build_mention(article, "سامر حلوانى", double)
    build_statement(article, "السلام ممكن", by=[double], to=[archive.baroudi], cue="وقال", event=meeting)
    return double


def rows(*actors: Actor) -> list:
    """All that is told of the actors, whose it is."""
    kinds = ("names", "parties", "participations", "mentions")
    return [
        sorted(map(str, getattr(actor, kind).values_list(*fields)))
        for actor in actors
        for kind, fields in zip(
            kinds,
            (
                ("kind", "text", "folded", "first_seen", "last_seen"),
                ("statement", "role", "name", "start", "end"),
                ("event", "name"),
                ("article", "start", "end"),
            ),
            strict=True,
        )
    ]


def test_everything_of_the_merged_one_is_the_others(archive, double, editor):
    merge(double, archive.halwani, by=editor)
    assert not any(rows(Actor.objects.get(pk=double.pk)))
    assert archive.halwani.parties.filter(role="speaker").count() == 4
    assert archive.halwani.participations.count() == 2
    assert archive.halwani.mentions.count() == 1
    assert {"سامر حلوانى", "مبعوث السلام"} <= set(archive.halwani.names.values_list("text", flat=True))


def test_the_old_address_leads_to_the_other(client, archive, double, editor):
    merge(double, archive.halwani, by=editor)
    response = client.get(double.get_absolute_url() + "?list=said")
    assert response.status_code == 301
    assert response["Location"] == archive.halwani.get_absolute_url() + "?list=said"
    assert "max-age" in response["Cache-Control"]
    between = client.get(f"/actors/{double.slug}/to/{archive.baroudi.slug}/")
    assert between["Location"] == f"/actors/{quote(archive.halwani.slug)}/to/{quote(archive.baroudi.slug)}/"
    assert client.get(f"/api/v1/actors/{double.slug}/").json()["slug"] == archive.halwani.slug


def test_the_old_address_of_one_merged_twice_leads_to_the_last(client, archive, double, editor):
    merge(double, archive.halwani, by=editor)
    merge(archive.halwani, archive.baroudi, by=editor)
    assert client.get(double.get_absolute_url())["Location"] == archive.baroudi.get_absolute_url()


def test_a_merger_is_undone_to_the_last_row(client, archive, double, editor):
    ActorName.objects.filter(kind="office", actor=double).update(first_seen=datetime.date(2020, 1, 1))
    before = rows(archive.halwani, double)
    undo(merge(double, archive.halwani, by=editor), by=editor)
    assert rows(archive.halwani, double) == before
    assert client.get(double.get_absolute_url()).status_code == 200


def test_two_in_one_statement_are_one_after_the_merger_and_two_after_its_end(archive, double, editor):
    archive.peace.parties.create(role="speaker", actor=double, name=double.name)
    move = merge(double, archive.halwani, by=editor)
    assert [party.actor for party in archive.peace.parties.filter(role="speaker")] == [archive.halwani]
    undo(move, by=editor)
    assert {p.actor for p in archive.peace.parties.filter(role="speaker")} == {archive.halwani, double}


def test_a_merger_is_undone_though_the_other_was_merged_since(archive, double, editor):
    before = rows(double)
    first = merge(double, archive.halwani, by=editor)
    merge(archive.halwani, build_actor("سامر بن عادل الحلواني"), by=editor)
    undo(first, by=editor)
    assert rows(double) == before


def test_what_the_kept_one_lacks_is_taken_over_and_given_back(archive, double, editor):
    Actor.objects.filter(pk=double.pk).update(name_en="Samer Halwani", country="QA")
    Actor.objects.filter(pk=archive.halwani.pk).update(country="OM")
    move = merge(double, archive.halwani, by=editor)
    archive.halwani.refresh_from_db()
    assert (archive.halwani.name_en, archive.halwani.country) == ("Samer Halwani", "OM")
    undo(move, by=editor)
    archive.halwani.refresh_from_db()
    assert (archive.halwani.name_en, archive.halwani.country) == ("", "OM")


def test_nobody_is_merged_into_himself_or_twice(archive, double, editor):
    with pytest.raises(CannotMove):
        merge(double, double, by=editor)
    move = merge(double, archive.halwani, by=editor)
    with pytest.raises(CannotMove):
        merge(double, archive.baroudi, by=editor)
    undo(move, by=editor)
    with pytest.raises(CannotMove):
        undo(move, by=editor)


def test_a_later_article_under_the_merged_name_is_linked_to_the_other(archive, double, editor):
    merge(double, archive.halwani, by=editor)
    found = Found("a1", "سامر حلوانى", "person", ("سامر حلوانى",))
    assert link_actors([found])["a1"].actor == archive.halwani


def test_names_split_off_take_what_is_told_under_them(archive, double, editor):
    merge(double, archive.halwani, by=editor)
    halwani = archive.halwani
    move = split(halwani, halwani.names.filter(text="سامر حلوانى"), by=editor)
    new = move.target
    assert (new.name, new.kind) == ("سامر حلوانى", "person")
    assert Party.objects.get(actor=new).statement.content == "السلام ممكن"
    assert (new.participations.count(), new.mentions.count()) == (1, 1)
    assert halwani.parties.filter(role="speaker").count() == 3
    found = Found("a1", "سامر حلوانى", "person", ("سامر حلوانى",))
    assert link_actors([found])["a1"].actor == new


def test_a_split_is_undone_and_its_address_leads_back(client, archive, double, editor):
    merge(double, archive.halwani, by=editor)
    before = rows(archive.halwani)
    move = split(archive.halwani, archive.halwani.names.filter(text="سامر حلوانى"), by=editor)
    undo(move, by=editor)
    assert rows(archive.halwani) == before
    assert client.get(move.target.get_absolute_url())["Location"] == archive.halwani.get_absolute_url()


def test_who_is_shown_by_a_name_split_off_is_shown_by_another(archive, editor):
    move = split(archive.halwani, archive.halwani.names.filter(text="سامر الحلواني"), by=editor)
    archive.halwani.refresh_from_db()
    assert (archive.halwani.name, move.target.name) == ("سامر الحلوانى", "سامر الحلواني")
    undo(move, by=editor)
    archive.halwani.refresh_from_db()
    assert archive.halwani.name == "سامر الحلواني"


def test_not_all_names_are_split_off(archive, editor):
    with pytest.raises(CannotMove):
        split(archive.halwani, archive.halwani.names.all(), by=editor)
    with pytest.raises(CannotMove):
        split(archive.halwani, [], by=editor)


def test_a_namesake_is_split_off_by_his_office_and_told_by_it(archive, editor):
    interior = build_actor("سامر الباني", offices=["وزير الداخلية", "وزير الآثار"])
    build_statement(
        build_article("قال وزير الداخلية سامر الباني إن الأمن عاد."), "الأمن عاد", by=[interior], cue="قال"
    )
    build_statement(
        build_article("قال وزير الآثار سامر الباني إن المتحف فتح."), "المتحف فتح", by=[interior], cue="قال"
    )
    before = rows(interior)
    move = split(interior, interior.names.filter(text="وزير الآثار"), by=editor)
    assert [party.statement.content for party in move.target.parties.all()] == ["المتحف فتح"]
    assert [party.statement.content for party in interior.parties.all()] == ["الأمن عاد"]
    for office, actor in (("وزير الآثار", move.target), ("وزير الداخلية", interior)):
        found = Found("a1", "سامر الباني", "person", ("سامر الباني",), (office,))
        assert link_actors([found])["a1"].actor == actor
    undo(move, by=editor)
    assert rows(interior) == before
    assert Actor.objects.get(pk=move.target.pk).merged_into == interior
