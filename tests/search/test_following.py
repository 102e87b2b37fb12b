"""The index follows PostgreSQL: nothing is skipped, nothing lost, and it comes back by itself."""

import datetime
import shutil
import threading

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.http import QueryDict

from statements.filters.searches import search
from statements.models import Article, Party, SearchChange, Statement
from statements.search import building, index, log
from statements.search.building import Damaged
from statements.search.following import Follower, follower
from tests.builders import build_article

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_missing_index_is_built(following, archive_committed, ids):
    assert ids() == {archive_committed.peace.pk, archive_committed.refusal.pk, archive_committed.crossings.pk}


def test_what_is_published_is_found_and_what_is_taken_back_is_gone(
    following, archive_committed, ids, indexed
):
    archive_committed.draft.publish()
    following.catch_up()
    assert ids("q=السر") == {archive_committed.secret.pk}
    archive_committed.draft.unpublish()
    following.catch_up()
    assert archive_committed.secret.pk not in indexed()
    assert archive_committed.draft.pk not in indexed("article")


def test_a_rejected_statement_leaves_the_index(following, archive_committed, indexed):
    Statement.objects.filter(pk=archive_committed.peace.pk).update(state="rejected")
    following.catch_up()
    assert indexed() == {archive_committed.refusal.pk, archive_committed.crossings.pk}


def test_a_corrected_span_is_found_by_its_new_words(following, archive_committed, ids):
    start = archive_committed.article.text.index("والمقاومة حق")
    archive_committed.peace.spans = [[start, start + len("والمقاومة حق")]]
    archive_committed.peace.save()
    following.catch_up()
    assert ids("q=كرامة") == set()
    assert ids("q=مقاومة") == {archive_committed.peace.pk}


def test_a_corrected_speaker_changes_the_filter(following, archive_committed, ids):
    Party.objects.filter(statement=archive_committed.crossings, role="speaker").update(
        actor=archive_committed.baroudi, name="البارودي"
    )
    following.catch_up()
    assert ids("speaker=ليث-البارودي") == {archive_committed.refusal.pk, archive_committed.crossings.pk}
    assert ids("speaker=سامر-الحلواني") == {archive_committed.peace.pk}
    Party.objects.filter(statement=archive_committed.crossings, role="speaker").delete()
    following.catch_up()
    assert ids("speaker=ليث-البارودي") == {archive_committed.refusal.pk}


def test_another_sense_changes_the_filter(following, archive_committed, ids):
    Statement.objects.filter(pk=archive_committed.peace.pk).update(sense="denied")
    following.catch_up()
    assert ids("sense=denied") == {archive_committed.peace.pk}
    assert ids("sense=said") == set()


def test_another_type_of_event_changes_the_filter(following, archive_committed, ids):
    archive_committed.call.type = "meeting"
    archive_committed.call.save()
    following.catch_up()
    assert ids("event=meeting") == {archive_committed.peace.pk, archive_committed.refusal.pk}
    assert ids("event=phone_call") == set()
    assert list(search(QueryDict("what=articles&event=meeting")).page(1)) == [archive_committed.article]
    archive_committed.call.delete()
    following.catch_up()
    assert ids("event=meeting") == set()


def test_a_new_name_of_an_actor_finds_what_he_said(following, archive_committed, ids):
    archive_committed.halwani.names.create(text="أبو ناصر", folded="ابو ناصر")
    following.catch_up()
    assert archive_committed.crossings.pk in ids("q=أبا+ناصر")


def test_another_state_of_a_speaker_changes_what_was_said(following, archive_committed, ids):
    archive_committed.halwani.country = "EG"
    archive_committed.halwani.save()
    following.catch_up()
    assert ids("country=EG") == {archive_committed.peace.pk, archive_committed.crossings.pk}
    assert ids("to_country=EG") == {archive_committed.refusal.pk}
    assert list(search(QueryDict("what=articles&country=EG")).page(1)) == [archive_committed.article]
    archive_committed.halwani.name = "سامر بن ناصر الحلواني"
    archive_committed.halwani.save()
    assert following.catch_up() == 1  # the actor alone
    archive_committed.halwani.country = ""
    archive_committed.halwani.save()
    following.catch_up()
    assert ids("country=EG") == set()


def test_damage_that_nobody_meets_is_looked_for_now_and_then(following, monkeypatch, indexed):
    path = index.current()
    victim = next(iter(path.glob("*.fast")))
    content = victim.read_bytes()
    other = path / "other"
    other.write_bytes(bytes([content[0] ^ 0xFF]) + content[1:])
    other.replace(victim)
    following.catch_up()
    assert index.current() == path
    monkeypatch.setattr("statements.search.following._TIDY_EVERY", 0)
    following.catch_up()
    assert index.current() != path
    assert len(indexed()) == 3


def test_another_outlet_and_day_change_the_filters(following, archive_committed, ids):
    other = build_article("نص", outlet="صحيفة المدار").outlet
    Article.objects.filter(pk=archive_committed.article.pk).update(outlet=other)
    Statement.objects.update(day=datetime.date(1999, 1, 1))
    following.catch_up()
    assert len(ids("outlet=صحيفة-المدار")) == 3
    assert len(ids("until=1999")) == 3


def test_a_deleted_article_leaves_the_index_with_its_statements(following, archive_committed, indexed):
    Article.objects.filter(pk=archive_committed.article.pk).delete()
    following.catch_up()
    assert indexed() == set()
    assert indexed("article") == set()


def test_irrelevant_changes_are_not_logged(following, archive_committed):
    before = SearchChange.objects.count()
    archive_committed.article.url = "https://example.org/"
    archive_committed.article.save()
    archive_committed.halwani.names.update(last_seen=datetime.date(2024, 1, 1))
    Statement.objects.update(confidence=0.5)
    assert SearchChange.objects.count() == before


def test_bulk_changes_are_logged_once_a_row(following, archive_committed):
    before = SearchChange.objects.count()
    Statement.objects.update(day=datetime.date(2020, 2, 2))
    assert SearchChange.objects.count() == before + Statement.objects.count() + Article.objects.count()


def test_transactions_that_commit_out_of_order_are_all_indexed(following, archive_committed, indexed):
    """The older transaction commits last, after a look at the log that saw the younger one's row."""
    peace, refusal = archive_committed.peace.pk, archive_committed.refusal.pk
    started, finish = threading.Event(), threading.Event()

    def older() -> None:
        with transaction.atomic():
            Statement.objects.filter(pk=peace).update(state="rejected")
            started.set()
            assert finish.wait(10)
        connections.close_all()

    thread = threading.Thread(target=older)
    thread.start()
    assert started.wait(10)
    Statement.objects.filter(pk=refusal).update(state="rejected")  # younger, commits first
    following.catch_up()
    assert following.is_behind()
    finish.set()
    thread.join()
    following.catch_up()
    assert not following.is_behind()
    assert indexed() == {archive_committed.crossings.pk}


def test_a_transaction_of_another_database_keeps_nothing_back(following, archive_committed, indexed):
    elsewhere = connection.get_connection_params() | {"dbname": "postgres"}
    elsewhere.pop("cursor_factory", None)
    elsewhere.pop("context", None)
    with psycopg.connect(**elsewhere) as other:
        other.execute("SELECT pg_current_xact_id()")
        archive_committed.draft.publish()
        following.catch_up()
        assert archive_committed.secret.pk in indexed()
        assert not following.is_behind()


def test_a_transaction_that_is_rolled_back_changes_nothing(following, archive_committed, indexed):
    with transaction.atomic():
        archive_committed.article.unpublish()
        transaction.set_rollback(True)
    assert following.catch_up() == 0
    assert len(indexed()) == 3


def test_what_changes_while_an_index_is_built_is_not_lost(archive_committed, search_index, indexed):
    changed = []

    def change(what: str, _count: int, _of: int) -> None:
        if what == "statement" and not changed:
            changed.append(Statement.objects.filter(pk=archive_committed.peace.pk).update(state="rejected"))

    building.rebuild(change)
    assert indexed() == {archive_committed.refusal.pk, archive_committed.crossings.pk}


def test_a_rebuild_beside_a_running_follower_is_taken_up(following, archive_committed, indexed):
    old = index.current()
    building.rebuild()
    archive_committed.draft.publish()
    following.catch_up()
    assert index.current() != old
    assert not old.exists()
    assert archive_committed.secret.pk in indexed()


def test_a_build_that_fails_leaves_the_index_in_use_alone(following, indexed):
    used = index.current()

    def fail(_what: str, _count: int, _of: int) -> None:
        raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space left"):
        building.rebuild(fail)
    assert index.current() == used
    assert [path for path in used.parent.iterdir() if path.is_dir() and not path.is_symlink()] == [used]
    assert len(indexed()) == 3


def test_an_index_that_stays_damaged_is_not_built_for_ever(archive_committed, search_index, monkeypatch):
    def fail(path) -> None:
        raise Damaged("a broken disk")

    monkeypatch.setattr("statements.search.following.check", fail)
    with follower() as following, pytest.raises(Damaged, match="a broken disk"):
        following.catch_up()


def test_a_deleted_index_is_built_again(following, archive_committed, indexed):
    shutil.rmtree(index.current())
    assert not search(QueryDict()).ready
    following.catch_up()
    assert len(indexed()) == 3


@pytest.mark.parametrize("harm", ["cut", "changed", "deleted", "meta"])
def test_a_damaged_index_is_built_again(archive_committed, search_index, harm, indexed):
    building.rebuild()
    path = index.current()
    victim = path / "meta.json" if harm == "meta" else next(iter(path.glob("*.term")))
    content = victim.read_bytes()
    if harm == "deleted":
        victim.unlink()
    elif harm == "cut":
        victim.write_bytes(content[: len(content) // 2])
    else:
        victim.write_bytes(b"\xff" + content[1:])
    with follower() as following:
        following.catch_up()
    assert index.current() != path
    assert len(indexed()) == 3


@pytest.mark.parametrize("harm", ["deleted", "junk"])
def test_a_reader_that_meets_a_damaged_index_calls_the_follower(
    following, archive_committed, monkeypatch, ids, harm
):
    path = index.current()
    for file in [*path.glob("*.term"), *path.glob("*.idx"), *path.glob("*.store")]:
        file.unlink()
        if harm == "junk":  # at which Tantivy panics
            file.write_bytes(b"junk")
    index._opened.clear()
    results = search(QueryDict("q=حق"))
    assert (results.ready, results.total) == (False, 0)
    following.catch_up()
    assert index.current() != path
    assert ids("q=حق") == {archive_committed.peace.pk}


def test_an_emptied_table_empties_the_index(following, indexed):
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE statements_article CASCADE")
    following.catch_up()
    assert indexed() == set()


def test_an_index_older_than_the_pruned_log_is_built_again(following, archive_committed, indexed):
    following.close()
    stale = index.current()
    archive_committed.draft.publish()
    assert log.prune(log.now(), days=-1) > 0
    with building.Writer(stale) as writer:
        assert not log.is_known(writer.position())
    Follower().catch_up()
    assert index.current() != stale
    assert archive_committed.secret.pk in indexed()


def test_pruning_keeps_what_is_new_and_what_was_not_applied(following, archive_committed):
    everything = SearchChange.objects.count()
    assert log.prune(log.now(), days=1) == 0
    assert log.prune(log.Position(0, 0), days=-1) == 0
    assert SearchChange.objects.count() == everything
    assert log.prune(log.now(), days=-1) == everything
    assert list(SearchChange.objects.values_list("what", flat=True)) == ["pruned"]
    assert log.prune(log.now(), days=-1) == 0
    assert SearchChange.objects.count() == 1


def test_an_index_of_another_database_is_built_again(following):
    position = following._position
    assert log.is_known(position)
    assert not log.is_known(log.Position(position.xid, position.id, "1.2"))
    assert not log.is_known(log.Position(position.xid + 10**9, 0, position.database))


def test_an_index_of_another_version_is_not_read(following, monkeypatch, indexed):
    monkeypatch.setattr(index, "VERSION", "0.0")
    assert not search(QueryDict()).ready
    following.catch_up()
    assert index.current().name.startswith("0.0-")
    assert len(indexed()) == 3


def test_doing_changes_again_does_no_harm(following, archive_committed, ids):
    archive_committed.draft.publish()
    position = following._position
    following.catch_up()
    following._position = position
    following.catch_up()
    assert sorted(search(QueryDict()).found.ids()) == sorted(ids())
    assert len(ids()) == 4


def test_a_second_follower_is_refused_with_one_line(following):
    with pytest.raises(CommandError, match="Another process is at the search index") as refusal:
        call_command("follow_index", once=True)
    assert "\n" not in str(refusal.value)


def test_once_applies_what_is_there_and_ends(archive_committed, search_index, indexed):
    call_command("follow_index", once=True)
    archive_committed.draft.publish()
    call_command("follow_index", once=True)
    assert archive_committed.secret.pk in indexed()


def test_rebuild_says_how_far_it_is_and_how_much_it_built(archive_committed, search_index, capsys, indexed):
    call_command("rebuild_index")
    *progress, last = capsys.readouterr().out.splitlines()
    assert [line.split(" after")[0] for line in progress] == [
        "actors: 3 of 3",
        "statements: 3 of 3",
        "articles: 1 of 1",
    ]
    assert last.startswith("7 documents")  # three actors, three statements, one article
    assert len(indexed()) == 3


def test_the_index_in_use_answers_while_another_is_built(following, archive_committed, ids):
    found = []

    def look(_what: str, _count: int, _of: int) -> None:
        archive_committed.draft.publish()
        following.catch_up()  # the old one is kept fresh meanwhile
        found.append(len(ids()))

    building.rebuild(look)
    assert found == [4, 4, 4]
    assert len(ids()) == 4


def test_a_writer_whose_files_vanish_under_it_is_begun_anew(following, archive_committed, indexed):
    """Deleted between the look at the index and the commit: the writer's thread is gone, the follower is not."""
    path = index.current()
    following._open()
    shutil.rmtree(path)

    def write_on():
        for _ in range(3):  # the thread may take a moment to notice
            following._writer.update("statement", [archive_committed.peace.pk])
            following._writer.commit(following._position)

    with pytest.raises(Damaged):
        write_on()
    following.catch_up()
    assert index.current() != path
    assert len(indexed()) == 3
