"""Fixtures that several test files share. All people, bodies and states here are made up."""

import datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from hypothesis import settings as hypothesis_settings

from statements.search.building import rebuild
from tests.browser_fixtures import chromium_browser, page, settled_server
from tests.builders import build_actor, build_article, build_event, build_statement

__all__ = ["chromium_browser", "page", "settled_server"]  # fixtures too

# `make test` tries the same examples each time, so that a change is judged and not a throw of dice;
# `make test ARGS=--hypothesis-profile=new` looks for new ones.
hypothesis_settings.register_profile("same", derandomize=True)
hypothesis_settings.register_profile("new", derandomize=False)
hypothesis_settings.load_profile("same")

PHONE_CALL = (
    "أجرى وزير خارجية أرخانيا سامر الحلواني اتصالاً هاتفياً مع نظيره في مملكة ذورين ليث البارودي.\n\n"
    "وقال الحلواني «نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق».\n\n"
    "وأكد البارودي أن بلاده ترفض المواقف السابقة وتدعم الحوار.\n\n"
    "وأفادت وكالة الأفق أن الحلواني شدد على ضرورة فتح المعابر."
)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """At the end, end what threads of tests left connected, which would keep the database from being dropped."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Pages name static files plainly; the hashed names of `collectstatic` are the browser test's."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture
def editor(django_user_model):
    """A superuser who edits the archive."""
    return django_user_model.objects.create_superuser("editor", password="a-long-password")


@pytest.fixture
def search_index(settings, tmp_path):
    """A search index of the test's own, empty until called: `search_index()` builds it from the database."""
    settings.SEARCH_INDEX = tmp_path / "index"
    return rebuild


@pytest.fixture
def archive(db):
    """A small archive: one published phone call with three statements, one draft with one."""
    halwani = build_actor(
        "سامر الحلواني", names=["الحلواني", "سامر الحلوانى"], offices=["وزير خارجية أرخانيا"]
    )
    baroudi = build_actor("ليث البارودي", names=["البارودي"], offices=["وزير خارجية ذورين"])
    ofoq = build_actor("وكالة الأفق", "agency")
    article = build_article(PHONE_CALL, title="اتصال هاتفي بين الحلواني والبارودي")
    call = build_event(article, "phone_call", [halwani, baroudi])
    peace = build_statement(
        article,
        "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق",
        by=[halwani],
        to=[baroudi],
        cue="وقال",
        cue_lemma="قال",
        sense="said",
        event=call,
    )
    refusal = build_statement(
        article,
        "بلاده ترفض المواقف السابقة وتدعم الحوار",
        by=[baroudi],
        to=[halwani],
        cue="وأكد",
        cue_lemma="أكد",
        sense="asserted",
        event=call,
        kind="indirect",
        state="confirmed",
    )
    crossings = build_statement(
        article,
        "ضرورة فتح المعابر",
        by=[halwani],
        relay=ofoq,
        cue="شدد",
        cue_lemma="شدد",
        sense="asserted",
        kind="indirect",
    )
    draft = build_article(
        "قال سامر الحلواني إن السر لم يُنشر بعد.",
        title="مسودة",
        date=datetime.date(2021, 5, 13),
        published=False,
    )
    secret = build_statement(draft, "السر لم يُنشر بعد", by=[halwani], cue="قال", kind="indirect")
    return SimpleNamespace(
        halwani=halwani,
        baroudi=baroudi,
        ofoq=ofoq,
        article=article,
        call=call,
        peace=peace,
        refusal=refusal,
        crossings=crossings,
        draft=draft,
        secret=secret,
    )


@pytest.fixture
def queue(db):
    """An empty queue, before and after: Django's flush leaves the queue's own tables alone."""
    _empty_queue()
    yield
    _empty_queue()


def _empty_queue() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_periodic_defers")
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.execute("DELETE FROM procrastinate_workers")
