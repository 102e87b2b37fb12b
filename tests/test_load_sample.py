"""The project's first article, as `make run` puts it in."""

import datetime

import pytest
from django.core.management import call_command

from statements import tasks
from statements.management.commands.load_sample import FILE, load_sample
from statements.models import Article, ExtractionRun, SourceFile, Statement
from tests.builders import build_article

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]


def run(capsys) -> str:
    call_command("load_sample")
    return capsys.readouterr().out


def test_sample_is_published_with_its_statements(capsys):
    assert "published with" in run(capsys)
    article = Article.objects.published().get()
    assert (article.outlet.name, article.date) == ("وكالة مهر للأنباء", datetime.date(2021, 5, 12))
    assert article.text == FILE.read_text()
    assert article.statements.count() > 10
    assert set(Statement.objects.published()) == set(article.statements.all())


def test_title_is_the_articles_own_words(capsys):
    article = load_sample()
    speaker, words = article.title.split(": ")
    assert f'{speaker} "{words}' in article.text


def test_bytes_of_the_file_are_kept():
    load_sample()
    assert bytes(SourceFile.objects.get().content) == FILE.read_bytes()


def test_second_time_changes_nothing(capsys, django_assert_max_num_queries):
    load_sample()
    before = list(Article.objects.values())
    with django_assert_max_num_queries(1):
        assert run(capsys).count("\n") == 1
    assert list(Article.objects.values()) == before


def test_archive_with_articles_of_its_own_is_left_alone(capsys):
    build_article("مقال آخر")
    run(capsys)
    assert Article.objects.count() == 1


def test_worker_finds_nothing_left_to_do():
    article = load_sample()
    run = article.runs.get()
    assert run.state == ExtractionRun.State.DONE
    before = list(Statement.objects.values())
    tasks.extract_article(run_id=run.pk)
    assert list(Statement.objects.values()) == before


def test_extraction_again_changes_no_statement():
    article = load_sample()
    before = list(Statement.objects.order_by("pk").values())
    counts = tasks.extract_now(article)
    assert counts.same == len(before)
    assert list(Statement.objects.order_by("pk").values()) == before
