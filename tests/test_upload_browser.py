"""Uploading in a real Chromium where something is in the way: a file too large, a server in trouble."""

import pytest
from playwright.sync_api import Page, expect

from statements.documents import MAX_BYTES
from statements.models import ImportFile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "قال رئيس مجلس السهول إن الموسم كان وفيرًا."
TROUBLE = "امتلأ قرص الخادم، فلم يكتمل حفظ ما أرسلته."


def choose(page: Page, name: str, content: bytes) -> None:
    page.goto("/admin/statements/article/upload/")
    file = {"name": name, "mimeType": "text/plain", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)


def send(page: Page) -> None:
    page.get_by_role("button", name="رفع", exact=True).click()


def test_file_too_large_is_told_before_it_is_sent_and_never_sent(page):
    sent = []
    page.on("request", lambda request: sent.append(int(request.headers.get("content-length", 0))))
    choose(page, "كبير.txt", b"x" * (MAX_BYTES + 1))
    expect(page.locator("[data-chosen] .is-bad")).to_contain_text("وهو الحد لملف فيه مقال واحد")
    send(page)
    expect(page.locator("li.is-refused")).to_contain_text("وهو الحد لملف فيه مقال واحد")
    assert max(sent) < 10_000


def test_server_in_trouble_is_told_and_asked_again_without_the_editor(page):
    asked = []

    def answer(route):
        asked.append(route.request.url)
        if len(asked) > 1:
            return route.continue_()
        return route.fulfill(status=503, json={"errors": {"__all__": [TROUBLE]}})

    page.route("**/files/", answer)
    choose(page, "أول.txt", TEXT.encode())
    send(page)
    expect(page.get_by_role("alert")).to_contain_text(TROUBLE)
    expect(page.get_by_text("تُعاد المحاولة وحدها")).to_be_visible()
    expect(page.get_by_text("0 من 1")).to_be_visible(timeout=10_000)
    assert (len(asked), ImportFile.objects.get().name) == (2, "أول.txt")
