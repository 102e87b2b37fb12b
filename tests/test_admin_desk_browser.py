"""The review page by keyboard alone in a real Chromium: a whole article, its key strokes counted; words of a
right-to-left text selected by keys; undo; two editors at once."""

import re

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from statements.models import Article, Statement
from tests.builders import build_actor, build_article, build_statement
from tests.desk import card, open_review, select

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MOST_KEYS = 40  # for twelve statements where the extractor was right, publishing included


class Keys:
    """The keyboard of a page, its strokes counted: a key pressed, with Shift or without, and a letter typed."""

    def __init__(self, window: Page):
        self.page, self.count = window, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.count += 1
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.count += len(words)
        self.page.keyboard.type(words)


@pytest.fixture
def keys(page) -> Keys:
    return Keys(page)


@pytest.fixture
def twelve(archive) -> list[Statement]:
    """A draft of twelve statements, three of them doubtful."""
    text = "\n\n".join(f"وقال سامر الحلواني إن الباب رقم {n} مفتوح للجميع." for n in range(10, 22))
    article = build_article(text, title="اثنا عشر بابًا", published=False)
    return [
        build_statement(
            article,
            f"الباب رقم {n} مفتوح للجميع",
            by=[archive.halwani],
            cue="وقال",
            kind="indirect",
            confidence=0.3 if n in (12, 15, 20) else 0.9,
        )
        for n in range(10, 22)
    ]


def current(page: Page, statement: Statement) -> None:
    expect(card(page, statement)).to_have_class(re.compile("is-current"))


def test_twelve_statements_are_checked_and_published_in_forty_keys(page, keys, twelve):
    article = twelve[0].article
    open_review(page, article)
    for n in (2, 5, 10):  # the doubtful ones come first, each looked at by itself
        current(page, twelve[n])
        keys.press("c")
        expect(card(page, twelve[n])).to_contain_text("راجعه محرر")
    keys.press("Shift+C")
    expect(page.get_by_text("رُوجعت كلها")).to_be_visible()
    keys.press("p")
    expect(page.get_by_text("نُشر المقال.")).to_be_visible()
    article.refresh_from_db()
    assert article.is_published
    assert not article.statements.exclude(state="confirmed").exists()
    assert keys.count == 5 <= MOST_KEYS


def test_each_of_twelve_by_itself_is_within_forty_keys_too(page, keys, twelve):
    open_review(page, twelve[0].article)
    for left in range(11, -1, -1):
        keys.press("c")
        expect(page.locator(".desk-card.is-machine")).to_have_count(left)
    keys.press("p")
    expect(page.get_by_text("نُشر المقال.")).to_be_visible()
    assert keys.count == 13 <= MOST_KEYS


def test_a_whole_article_with_mistakes_by_keyboard_alone(page, keys, archive, twelve):
    """Another speaker, another addressee, a content cut short, one rejected, one missing: within forty too."""
    baroudi, article = archive.baroudi, twelve[0].article
    open_review(page, article)
    current(page, twelve[2])
    keys.press("s")
    expect(page.get_by_label("المتحدث").first).to_be_focused()
    keys.type("بار")
    expect(page.get_by_role("listbox").locator("[aria-selected=true]")).to_contain_text("ليث البارودي")
    keys.press("Enter")
    expect(card(page, twelve[2])).to_contain_text("صححه محرر")
    assert [p.actor for p in twelve[2].parties.filter(role="speaker")] == [baroudi]

    keys.press("t")
    keys.type("Hal")  # while the page is still on its way: nothing that is typed gets lost
    expect(page.get_by_role("listbox").locator("[aria-selected=true]")).to_contain_text("سامر الحلواني")
    keys.press("Enter")
    expect(card(page, twelve[2]).locator("h3")).to_contain_text("سامر الحلواني")

    keys.press("j")
    current(page, twelve[5])
    keys.press("v", "Shift+ArrowRight", "x")
    expect(card(page, twelve[5]).locator("blockquote")).to_have_text("الباب رقم 15 مفتوح")

    keys.press("j", "r")
    expect(page.get_by_text("تصريح مرفوض أو مسحوب")).to_be_visible()
    keys.press("Shift+C")
    expect(page.get_by_text("رُوجعت كلها")).to_be_visible()
    keys.press("p")
    expect(page.get_by_text("نُشر المقال.")).to_be_visible()
    assert keys.count <= MOST_KEYS
    states = sorted(article.statements.values_list("state", flat=True))
    assert states == ["confirmed"] * 9 + ["corrected"] * 2 + ["rejected"]


def test_a_missing_statement_is_added_by_keys(page, keys, archive):
    open_review(page, archive.article)
    current(page, archive.peace)
    keys.press("v", "ArrowDown", "Shift+ArrowLeft")
    words = page.evaluate("window.getSelection().toString()")
    assert words
    keys.press("a")
    line = page.get_by_label("المتحدث").first
    expect(line).to_be_focused()
    assert page.get_by_label("المحتوى").input_value() == " ".join(words.split())
    keys.type("بار")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text("ليث البارودي")
    keys.press("Enter", "Control+Enter")
    expect(page.locator(".is-added, .has-errors").first).to_be_visible()


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        ((), ["نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق».", "", "وأكد"][0]),
        (("ArrowLeft",), "\n\nوأكد"),
        (("ArrowRight",), "والمقاومة"),
        (("ArrowRight", "Shift+ArrowRight"), "الشعبين، والمقاومة"),
        (("ArrowRight", "Shift+ArrowLeft"), "والمقاومة حق».".strip()),
    ],
)
def test_arrows_go_as_the_eye_does_in_a_right_to_left_text(page, keys, archive, arrows, expected):
    open_review(page, archive.article)
    current(page, archive.peace)
    keys.press("v", *arrows)
    chosen = page.evaluate("window.getSelection().toString()")
    assert chosen.strip().strip("«».") == expected.strip().strip("«».")


def test_selected_words_become_the_content_in_one_act(page, keys, archive):
    open_review(page, archive.article)
    current(page, archive.peace)
    select(page, "سلمياً يحفظ كرامة الشعبين")
    page.get_by_role("button", name=re.compile("اجعله محتوى التصريح")).click()
    expect(card(page, archive.peace).locator("blockquote")).to_have_text("سلمياً يحفظ كرامة الشعبين")
    current(page, archive.peace)


def test_a_statement_is_split_at_a_selection_joined_again_and_both_undone(page, keys, archive):
    open_review(page, archive.article)
    current(page, archive.peace)
    select(page, "والمقاومة")
    keys.press("d")
    expect(page.locator("[data-statement]:visible")).to_have_count(4)
    current(page, archive.peace)
    keys.press("m")
    expect(page.locator("[data-statement]:visible")).to_have_count(3)
    keys.press("z")
    expect(page.locator("[data-statement]:visible")).to_have_count(4)
    keys.press("z")
    expect(page.locator("[data-statement]:visible")).to_have_count(3)
    archive.peace.refresh_from_db()
    assert archive.peace.content == "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق"
    assert archive.peace.state == "machine"


def test_the_keys_are_the_same_under_an_arabic_layout(page, archive):
    open_review(page, archive.article)
    current(page, archive.peace)
    press = "([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))"
    page.evaluate(press, ["ؤ", "KeyC"])
    expect(card(page, archive.peace)).to_contain_text("راجعه محرر")
    page.evaluate(press, ["؟", "Slash"])
    expect(page.get_by_role("dialog")).to_be_visible()
    for key in ("ت", "ن", "ؤ", "ق", "ئ", "ح"):
        expect(page.get_by_role("dialog")).to_contain_text(key)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_next_article_is_one_key_away(page, keys, archive, twelve):
    twelve[0].article.runs.create(state="done")
    open_review(page, archive.article)
    current(page, archive.peace)
    keys.press("n")
    expect(page.get_by_role("heading", name="اثنا عشر بابًا")).to_be_visible()
    current(page, twelve[2])


def test_the_second_editor_is_told_who_is_there(page, archive, browser_of):
    open_review(page, archive.article)
    second = browser_of("سارة الندى")
    open_review(second, archive.article)
    expect(second.locator("[data-also-here]")).to_contain_text("يعمل على هذا المقال الآن أيضًا: editor")
    open_review(page, archive.article)
    expect(page.locator("[data-also-here]")).to_contain_text("سارة الندى")


def test_a_late_decision_of_the_second_editor_overwrites_nothing(page, archive, browser_of):
    open_review(page, archive.article)
    second = browser_of("سارة الندى")
    open_review(second, archive.article)
    page.keyboard.press("r")
    expect(page.get_by_text("تصريح مرفوض أو مسحوب")).to_be_visible()
    second.keyboard.press("c")
    expect(second.get_by_text("لم يُحفظ قرارك")).to_be_visible()
    archive.peace.refresh_from_db()
    assert archive.peace.state == "rejected"


def test_a_late_correction_shows_both_and_keeps_what_was_typed(page, archive, browser_of):
    second = browser_of("سارة الندى")
    open_review(second, archive.article)
    second.keyboard.press("e")
    field = card(second, archive.peace).get_by_label("المحتوى")
    field.fill("نريد حلاً سلمياً")
    open_review(page, archive.article)
    current(page, archive.peace)
    select(page, "يحفظ كرامة الشعبين")
    page.keyboard.press("x")
    expect(card(page, archive.peace)).to_contain_text("صححه محرر")
    second.get_by_role("button", name="حفظ").click()
    expect(card(second, archive.peace).get_by_role("alert")).to_contain_text("غيّر editor هذا التصريح")
    expect(card(second, archive.peace).locator("blockquote")).to_have_text("يحفظ كرامة الشعبين")
    expect(card(second, archive.peace).get_by_label("المحتوى")).to_have_value("نريد حلاً سلمياً")
    archive.peace.refresh_from_db()
    assert archive.peace.content == "يحفظ كرامة الشعبين"


@pytest.fixture
def browser_of(chromium_browser, settled_server, django_user_model):
    """A window of another editor, logged in under this name."""
    contexts = []

    def window(name: str) -> Page:
        user = django_user_model.objects.create_superuser("second", password="-", first_name=name)
        client = Client()
        client.force_login(user)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": settled_server.url}
        contexts.append(chromium_browser.new_context(base_url=settled_server.url, locale="ar"))
        contexts[-1].add_cookies([cookie])
        return contexts[-1].new_page()

    yield window
    for context in contexts:
        context.close()


def test_the_review_page_fits_and_helps_on_a_phone(page, archive):
    page.set_viewport_size({"width": 360, "height": 740})
    open_review(page, archive.article)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.get_by_role("button", name=re.compile("مفاتيح اللوحة")).click()
    assert page.get_by_role("dialog").evaluate("box => box.scrollWidth <= box.clientWidth")
    assert Article.objects.filter(pk=archive.article.pk).exists()


def test_a_new_actor_by_the_quick_key_is_saved_with_its_kind(page, keys, archive):
    build_actor("زائد")
    open_review(page, archive.article)
    current(page, archive.peace)
    keys.press("s")
    expect(page.get_by_label("المتحدث").first).to_be_focused()
    keys.type("مجلس السهول")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text("جديد")
    keys.press("ArrowDown", "Enter")
    kind = page.get_by_label("نوع الجهة الجديدة")
    expect(kind).to_be_focused()
    kind.select_option(label="هيئة")
    keys.press("Enter")
    expect(card(page, archive.peace)).to_contain_text("صححه محرر")
    assert str(archive.peace.parties.get(role="speaker").actor) == "مجلس السهول"
