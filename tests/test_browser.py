"""A person's way through the whole archive, in a real Chromium against real processes.

The archive under test is started as `make run` starts it: PostgreSQL, gunicorn, worker, index follower.
"""

import contextlib
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests import chromium
from tests.running import free_port, start, wait_for

pytestmark = pytest.mark.browser
SAMPLE = Path(__file__).parent.parent / "statements" / "sample" / "mehr-2021-05-12.txt"
PASSWORD = "a-password-of-the-test"
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
ZARIF = "محمد-جواد-ظريف"
SOON = 60_000  # milliseconds for what a worker and a follower do in the background


@contextlib.contextmanager
def running(var: Path, **settings: str) -> Iterator[str]:
    """The address of an archive of its own; it must end cleanly."""
    port = free_port()
    process = start(var, PORT=port, ARCHIVE_EDITOR_PASSWORD=PASSWORD, **settings)
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        status = process.wait(timeout=60)
    assert status == 0, var.with_suffix(".log").read_text()


@pytest.fixture(scope="module")
def empty_archive(tmp_path_factory):
    with running(tmp_path_factory.mktemp("empty") / "var", ARCHIVE_SAMPLE="0") as address:
        yield address


@pytest.fixture(scope="module")
def sample_var(tmp_path_factory):
    return tmp_path_factory.mktemp("sample") / "var"


@pytest.fixture(scope="module")
def sample_archive(sample_var):
    """What a first `make run` shows."""
    with running(sample_var, EMAIL_HOST="") as address:
        yield address


@pytest.fixture
def mails(sample_var):
    """The links of the one mail that the archive wrote, by their last word, once it is there."""

    def links(page: Page) -> dict[str, str]:
        for _ in range(SOON // 500):
            if files := list((sample_var / "mail").glob("*")):
                text = files[0].read_bytes().decode(errors="replace")
                return {
                    link.rstrip("/").rpartition("/")[2]: link
                    for link in re.findall(r"http://[^\s<>\"]+", text)
                }
            page.wait_for_timeout(500)
        raise AssertionError("no mail was written")

    return links


@pytest.fixture(scope="module")
def browser():
    """Chromium without its sandbox: root has none, and only our own pages are opened."""
    path = chromium.find()
    assert path, "The browser tests need Chromium; `make test` installs it or says how."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Opens pages that fail the test on a script error or on anything the content policy blocks."""
    contexts, problems = [], []

    def open_page(address: str, **settings) -> Page:
        contexts.append(browser.new_context(base_url=address, locale="ar", **settings))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        page.goto("/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not problems


def log_in(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("اسم المستخدم").fill("editor")
    page.get_by_label("كلمة المرور").fill(PASSWORD)
    page.get_by_role("button", name="ادخل").click()


def upload_sample(page: Page) -> None:
    page.get_by_role("link", name="رفع مقالات").first.click()
    page.locator("input[type=file]").set_input_files(SAMPLE)
    page.get_by_label("جهة النشر").fill("وكالة مهر للأنباء")
    page.get_by_label("تاريخ النشر").fill("2021-05-12")
    page.get_by_role("button", name="رفع", exact=True).click()


def assert_fits(page: Page) -> None:
    """Nothing stands out sideways."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def wait_until_found(page: Page, words: str) -> None:
    """Search until the follower has brought the index up to date."""
    for _ in range(SOON // 500):
        page.goto("/")
        page.locator("input[name=q]").first.fill(words)
        page.get_by_role("button", name="ابحث").first.click()
        if page.locator("main mark").count():
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"{words} was not found")


def test_editor_takes_an_article_in_and_reader_finds_who_said_what_to_whom(open_page, empty_archive):
    editor = open_page(empty_archive, viewport=DESKTOP)
    log_in(editor)
    upload_sample(editor)
    editor.get_by_role("link", name=re.compile("إلى المراجعة")).click()
    expect(editor.locator("article[id^='statement-']")).to_have_count(13, timeout=SOON)
    assert_fits(editor)
    editor.get_by_role("button", name="نشر", exact=True).click()
    expect(editor.get_by_role("button", name="سحب من النشر")).to_be_visible()

    reader = open_page(empty_archive, viewport=DESKTOP)
    wait_until_found(reader, "المقاومه")
    expect(reader.locator("main mark").first).to_have_text(re.compile("مقاومة"))
    reader.get_by_role("link", name="محمد جواد ظريف").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("محمد جواد ظريف")
    reader.locator("a[href*='/to/']", has_text="زياد النخالة").first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("زياد النخالة")
    expect(reader.get_by_role("main")).to_contain_text("صبر وصمود الشعب الفلسطيني مدعاة للفخر")


def test_same_article_again_is_refused_with_a_link_to_the_first(open_page, sample_archive):
    editor = open_page(sample_archive, viewport=DESKTOP)
    log_in(editor)
    upload_sample(editor)
    expect(editor.get_by_role("main")).to_contain_text("موجود من قبل", timeout=SOON)
    editor.get_by_role("main").get_by_role("link", name=re.compile("ظريف")).click()
    expect(editor.locator("article[id^='statement-']")).to_have_count(13)


@pytest.mark.parametrize(
    "viewport", [{"width": 320, "height": 700}, PHONE, DESKTOP], ids=lambda v: str(v["width"])
)
def test_no_page_stands_out_sideways(open_page, sample_archive, viewport):
    reader = open_page(sample_archive, viewport=viewport)
    wait_until_found(reader, "المقاومه")
    addresses = [
        "/",
        "/articles/1/",
        "/statements/1/",
        "/events/1/",
        f"/actors/{ZARIF}/",
        "/search/?q=المقاومه",
        "/search/over-time/?q=المقاومه",
        f"/actors/{ZARIF}/to/زياد-النخالة/",
        f"/actors/{ZARIF}/network/",
        "/actors/",
        "/events/",
        "/outlets/وكالة-مهر-للأنباء/",
        "/quality/",
        "/report/?page=/statements/1/",
    ]
    for address in addresses:
        for language in ("", "/en"):
            assert reader.goto(language + address).status == 200
            assert_fits(reader)


def test_reader_changes_the_language_and_stays_on_the_page(open_page, sample_archive):
    reader = open_page(sample_archive, viewport=PHONE)
    reader.goto("/statements/1/")
    reader.get_by_role("link", name="English").click()
    expect(reader).to_have_url(re.compile("/en/statements/1/$"))
    words = reader.locator("blockquote").first
    assert words.evaluate("e => [getComputedStyle(e).direction, e.lang]") == ["rtl", "ar"]
    assert reader.evaluate("getComputedStyle(document.body).direction") == "ltr"
    reader.get_by_role("link", name="العربية").click()
    expect(reader).to_have_url(re.compile("[0-9]/statements/1/$"))


def test_reader_without_script_reads_and_searches(open_page, sample_archive):
    reader = open_page(sample_archive, viewport=PHONE, java_script_enabled=False)
    wait_until_found(reader, "القبه الحديديه")
    reader.get_by_role("main").get_by_role("link", name="محمد جواد ظريف").first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("محمد جواد ظريف")


def test_reader_takes_a_name_from_the_list_by_keyboard(open_page, sample_archive):
    reader = open_page(sample_archive, viewport=DESKTOP)
    wait_until_found(reader, "المقاومه")
    reader.goto("/search/")
    box = reader.get_by_role("combobox").first
    offered = reader.locator("[role=listbox] [role=option]")  # not those of the form's own lists
    box.press_sequentially("ضريف")  # one letter wrong
    name = offered.filter(has_text="محمد جواد ظريف").first
    expect(name).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(offered.first).to_have_attribute("aria-selected", "true")
    assert box.get_attribute("aria-activedescendant") == offered.first.get_attribute("id")
    box.press("Escape")
    expect(offered).to_have_count(0)
    expect(box).to_have_value("ضريف")
    box.press("Backspace")
    expect(name).to_be_visible()
    box.press("ArrowUp")
    box.press("Enter")
    expect(reader).to_have_url(re.compile(r"/search/\?q=[^&]+"))
    expect(reader.get_by_role("combobox").first).to_have_value("محمد جواد ظريف")


def test_reader_follows_a_search_by_mail_and_leaves_with_one_click(open_page, sample_archive, mails):
    reader = open_page(sample_archive, viewport=PHONE)
    wait_until_found(reader, "المقاومه")
    reader.get_by_role("link", name="متابعة بالبريد").click()
    assert_fits(reader)
    reader.get_by_label("بريدك الإلكتروني").fill("reader@example.org")
    reader.get_by_role("button", name="تابع").click()
    expect(reader.get_by_role("main")).to_contain_text("أُرسلت إليك رسالة")
    links = mails(reader)
    reader.goto(links["confirm"])
    reader.get_by_role("button", name="أريد المتابعة").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("بدأت المتابعة")
    reader.goto(links["leave"])
    expect(reader.get_by_role("heading", level=1)).to_have_text("توقفت المتابعة")
