"""A real Chromium and a page of a logged-in editor; conftest.py gives them to every test."""

import time

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from tests import chromium


@pytest.fixture(scope="module")
def chromium_browser():
    path = chromium.find()
    assert path, "The browser tests need Chromium; `make test` installs it or says how."
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in the thread of the tests
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def settled_server(live_server):
    """The test server; when the windows are closed its last answers are awaited, lest the tables be emptied
    under them, which PostgreSQL ends as a deadlock."""
    yield live_server
    patience = time.monotonic() + 10
    while _is_answering() and time.monotonic() < patience:
        time.sleep(0.05)


def _is_answering() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle')"
        )
        return cursor.fetchone()[0]


@pytest.fixture
def page(chromium_browser, settled_server, editor, archive, client):
    """A page of a logged-in editor that fails the test on a script error or a breach of the content policy."""
    client.force_login(editor)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": settled_server.url}
    context = chromium_browser.new_context(
        base_url=settled_server.url, locale="ar", viewport={"width": 1280, "height": 900}
    )
    context.add_cookies([cookie])
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda message: problems.append(message.text) if "Security Policy" in message.text else None,
    )
    yield page
    context.close()
    assert not problems
