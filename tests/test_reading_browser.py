"""The reading pages in a real Chromium: what people need who see, hear, move or print otherwise; three widths."""

import gzip
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from statements.models import Event, EventGroup, Statement, StatementGroup
from tests.builders import build_actor, build_article, build_event, build_statement
from tests.pages import grow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PROJECT = Path(__file__).parent.parent
WIDTHS = (320, 768, 1440)
STYLES = ("site", "pages", "lists", "print")
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
KEPT = (
    "statement",
    "actor",
    "event",
    "article",
    "network",
    "over time",
    "events",
    "outlets",
)  # whose pictures docs/ has
# Texts that lie on each other: boxes of leaf elements with words, neither within the other.
OVERLAPS = """() => {
  const main = document.querySelector("main");
  const leaves = [...main.querySelectorAll("p, h1, h2, h3, dt, dd, li, summary, th, td, button, input")]
    .filter((e) => !e.closest(".visually-hidden, svg, details:not([open]) > :not(summary)"))
    .filter((e) => ![...e.children].some((c) => /^(P|H1|H2|H3|DL|UL|OL|LI|ARTICLE|DIV|DETAILS|BLOCKQUOTE|FORM)$/.test(c.tagName)))
    .map((e) => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 2 && box.height > 2);
  const found = [];
  for (const [a, one] of leaves) for (const [b, two] of leaves)
    if (a !== b && !a.contains(b) && !b.contains(a) && a.compareDocumentPosition(b) & 4
        && one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 1 && two.top < one.bottom - 1)
      found.push(`${a.textContent.trim().slice(0, 40)} | ${b.textContent.trim().slice(0, 40)}`);
  return found;
}"""


@pytest.fixture
def rich(archive, search_index):
    """An archive with all that pages can show; `addresses` of every kind of page, by name."""
    grow(archive, 12)
    text = (
        "قال سامر الحلواني إننا نريد حلاً سلمياً عادلاً (وفق القرار S/RES/2254) يحفظ كرامة الشعبين.\n\n"
        "ونفى نديم الصافي وجود «أي مفاوضات» مع شركة Ofoq Media Ltd. قبل 12/05/2021."
    )
    other = build_article(
        text, title="الحلواني يهاتف البارودي: 50% من «المعابر» (3 من 6) فُتحت", outlet="Al Duha (EN)"
    )
    safi = build_actor("نديم الصافي", names=["N. Safi"])
    call = build_event(other, "phone_call", [archive.baroudi, safi], place="أرخانيا")
    words = "نريد حلاً سلمياً عادلاً (وفق القرار S/RES/2254) يحفظ كرامة الشعبين"
    same = build_statement(other, words, by=[archive.halwani], cue="قال", event=call, kind="indirect")
    denial = "وجود «أي مفاوضات» مع شركة Ofoq Media Ltd. قبل 12/05/2021"
    build_statement(
        other,
        denial,
        by=[safi],
        to=[archive.halwani],
        cue="ونفى",
        cue_lemma="نفى",
        sense="denied",
        event=call,
        kind="mixed",
    )
    Event.objects.filter(pk__in=[archive.call.pk, call.pk]).update(group=EventGroup.objects.create())
    Statement.objects.filter(pk__in=[archive.peace.pk, same.pk]).update(group=StatementGroup.objects.create())
    rejected = build_statement(archive.article, "كرامة الشعبين", state="rejected")
    bare = build_statement(archive.article, "فتح المعابر", kind="indirect")
    search_index()
    halwani, baroudi = archive.halwani.get_absolute_url(), archive.baroudi.slug
    addresses = {
        "home": "/",
        "search": "/search/?q=حل",
        "nothing found": "/search/?q=هههههه",
        "help": "/search/help/",
        "actors": "/actors/",
        "actor": halwani,
        "actor's list": f"{halwani}?list=said",
        "actor in a month": f"{halwani}?from=2021-06&until=2021-06",
        "dialogue": f"{halwani}to/{baroudi}/",
        "strangers": f"{halwani}to/{archive.ofoq.slug}/",
        "events": "/events/",
        "event": archive.call.get_absolute_url(),
        "statement": same.get_absolute_url(),
        "bare statement": bare.get_absolute_url(),
        "gone": rejected.get_absolute_url(),
        "article": other.get_absolute_url(),
        "missing": "/statements/987654/",
        "network": f"{halwani}network/",
        "event's network": f"{archive.call.get_absolute_url()}network/",
        "over time": f"/search/over-time/?speaker={archive.halwani.slug}",
        "outlets": "/outlets/",
        "outlet": f"/outlets/{other.outlet.slug}/",
        "quality": "/quality/",
        "report": f"/report/?page={same.get_absolute_url()}",
    }
    return SimpleNamespace(archive=archive, same=same, other=other, addresses=addresses)


@pytest.fixture
def open_page(chromium_browser, settled_server):
    """Opens pages that fail the test on a script error or on anything the content policy blocks."""
    contexts, problems = [], []

    def open_page(**settings) -> Page:
        contexts.append(
            chromium_browser.new_context(base_url=settled_server.url, **({"locale": "ar"} | settings))
        )
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "console", lambda message: problems.append(message.text) if "Policy" in message.text else None
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not problems


def violations(page: Page) -> list[str]:
    """What axe finds wrong, with the elements."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def unfold(page: Page) -> None:
    """Open whatever can be unfolded."""
    page.evaluate("document.querySelectorAll('main details').forEach((e) => { e.open = true; })")


@pytest.mark.parametrize(
    ("prefix", "colours", "width"), [("", "light", 1280), ("/en", "light", 1280), ("", "dark", 360)]
)
def test_every_kind_of_page_keeps_to_wcag(open_page, rich, prefix, colours, width):
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=colours)
    found = {}
    for name, address in rich.addresses.items():
        page.goto(prefix + address)
        unfold(page)
        found[name] = violations(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def keep_picture(page: Page, name: str, width: int) -> None:
    """The upper part of the page as a small file; for docs/, where SCREENSHOTS says so."""
    clip = {"x": 0, "y": 0, "width": width, "height": 1100}
    path = Path(os.environ["SCREENSHOTS"]) / f"{name.replace(' ', '-')}-{width}.jpg"
    page.screenshot(path=path, type="jpeg", quality=40, clip=clip, full_page=True)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_nothing_stands_out_sideways_or_lies_on_something_else(open_page, rich, width, prefix):
    page = open_page(viewport={"width": width, "height": 900})
    for name, address in rich.addresses.items():
        page.goto(prefix + address)
        unfold(page)
        if os.environ.get("SCREENSHOTS") and not prefix and name in KEPT:
            keep_picture(page, name, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.evaluate(OVERLAPS) == [], name


def test_every_page_without_pictures_is_light(client, rich):
    styles = b"".join((PROJECT / "static" / "site" / f"{style}.css").read_bytes() for style in STYLES)
    pages = {name: client.get(address).content for name, address in rich.addresses.items()}
    weights = {name: len(gzip.compress(page)) + len(gzip.compress(styles)) for name, page in pages.items()}
    assert {name: weight for name, weight in weights.items() if weight >= 60_000} == {}


def test_no_page_asks_anything_of_others(open_page, rich, live_server):
    page = open_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in rich.addresses.values():
        page.goto(address)
    assert [url for url in asked if not url.startswith((live_server.url, "data:"))] == []


def test_without_script_a_statement_is_read_cited_and_its_article_found(open_page, rich):
    page = open_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(rich.same.get_absolute_url())
    expect(page.locator(".cite dd").first).to_contain_text("Al Duha (EN)")
    expect(page.get_by_role("link", name="RIS")).to_be_visible()
    page.get_by_role("link", name="الحلواني يهاتف البارودي").first.click()
    expect(page.locator("#marks")).to_be_checked()


def test_without_script_the_chart_narrows_the_page(open_page, rich):
    page = open_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page.goto(rich.addresses["actor"])
    page.locator(".chart svg a").first.click(position={"x": 5, "y": 5})
    expect(page.locator(".chips")).to_contain_text("2021")
    page.locator(".chips a").click()
    expect(page.locator(".chips")).to_have_count(0)


def test_by_keyboard_alone_a_reader_gets_from_the_first_page_to_a_citation(open_page, rich):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="انتقل إلى المحتوى")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, page.locator("main .said").first)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_attached()
    tab_to(page, page.get_by_role("link", name="BibTeX"))
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def tab_to(page: Page, target) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        if target.evaluate("(e) => e === document.activeElement"):
            return
    raise AssertionError(f"{target} is not reached by the keyboard")


def test_the_bars_of_a_chart_are_reached_by_keyboard(open_page, rich):
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(rich.addresses["actor in a month"])
    tab_to(page, page.locator(".chart svg a").first)
    assert "صدر عنه" in page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    expect(page.locator(".chips")).to_be_visible()


def test_citation_and_address_are_copied(open_page, rich):
    page = open_page(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1280, "height": 900}
    )
    page.goto(rich.same.get_absolute_url())
    page.get_by_role("button", name="انسخ: APA").click()
    expect(page.locator("#copy-told")).to_have_text("نُسخ")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Al Duha (EN). (2021, May 12).")
    page.get_by_role("button", name="انسخ الرابط").click()
    assert page.evaluate("navigator.clipboard.readText()").endswith(rich.same.get_absolute_url())


def test_the_words_alone_are_copied_on_a_phone(open_page, rich):
    page = open_page(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 360, "height": 740}
    )
    page.goto(rich.archive.peace.get_absolute_url())
    pressed = page.get_by_role("button", name="انسخ الكلام")
    assert pressed.bounding_box()["height"] >= 44
    pressed.click()
    expect(page.locator("#copy-told")).to_have_text("نُسخ")
    whole = page.locator(".words.large .said").inner_text()
    quoted = f"«{whole}»" if page.locator(".words.large.direct").count() else whole
    assert page.evaluate("navigator.clipboard.readText()") == quoted


@pytest.mark.parametrize("width", [360, 1280])
def test_the_mark_asked_for_hides_no_letter_and_is_the_one_the_list_shows(open_page, rich, width):
    page = open_page(viewport={"width": width, "height": 420})
    page.goto(f"{rich.archive.article.get_absolute_url()}#mark-1")
    mark = page.locator("#mark-1")
    assert mark.evaluate("(e) => e.getBoundingClientRect().top > 60")
    ring = """(e) => {
      const style = getComputedStyle(e, "::before");
      return parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset) <= parseFloat(style.marginInlineEnd);
    }"""
    assert mark.evaluate(ring)
    current = page.locator(".statement-list > li.current > .number")
    expect(current).to_have_attribute("data-number", "1")
    page.mouse.wheel(0, 4000)
    expect(page.locator(".statement-list > li.current > .number")).not_to_have_attribute("data-number", "1")


def test_a_tap_on_the_quotation_mark_of_a_hit_opens_it(open_page, rich):
    quoted = build_statement(rich.other, "نريد حلاً سلمياً عادلاً", by=[rich.archive.halwani], kind="direct")
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(rich.other.get_absolute_url())
    hit = page.locator(f'.words.direct .said[href="{quoted.get_absolute_url()}"]')
    hit.scroll_into_view_if_needed()
    under_the_mark = """(e) => {
      const line = e.getClientRects()[0];
      return document.elementFromPoint(line.right - 3, line.top + line.height / 2) === e;
    }"""
    assert hit.evaluate(under_the_mark)


def test_a_printed_search_says_what_was_searched(open_page, rich):
    page = open_page()
    page.goto(f"/search/?q=حل&speaker={rich.archive.halwani.slug}")
    expect(page.locator(".printed-query")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_contain_text("حل", use_inner_text=True)
    expect(page.locator(".chips")).to_be_visible()
    assert "×" not in page.locator(".chips").inner_text()


def test_marks_are_turned_off_and_the_list_follows_the_reading(open_page, rich):
    page = open_page(viewport={"width": 1280, "height": 300})
    page.goto(rich.archive.article.get_absolute_url())
    content = page.locator(".article-text .content").first
    shown = "(e) => getComputedStyle(e).backgroundColor"
    assert content.evaluate(shown) != "rgba(0, 0, 0, 0)"
    page.locator("#marks").uncheck()
    assert content.evaluate(shown) == "rgba(0, 0, 0, 0)"
    lines = "(all) => all.map((e) => getComputedStyle(e).textDecorationLine)"
    named = ".speaker, .cue, .addressee, .reporter, a"
    assert set(page.locator(".article-text").locator(named).evaluate_all(lines)) == {"none"}
    page.locator(".article-text .content").nth(2).scroll_into_view_if_needed()
    page.mouse.wheel(0, 200)
    expect(page.locator(".statement-list > li.current")).to_have_count(1)


@pytest.mark.parametrize("name", ["statement", "actor", "event", "article"])
def test_printed_it_is_a_sheet_that_can_be_cited(open_page, rich, name):
    page = open_page(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    page.goto(rich.addresses[name])
    page.emulate_media(media="print")
    for part in (".site-nav", ".site-search", ".site-footer", ".share", ".skip"):
        for element in page.locator(part).all():
            expect(element).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    expect(page.locator(".printed-address")).to_contain_text(rich.addresses[name].split("?")[0].split("/")[1])
    assert page.pdf()[:4] == b"%PDF"


def test_a_printed_statement_keeps_its_citation(open_page, rich):
    page = open_page()
    page.goto(rich.same.get_absolute_url())
    page.emulate_media(media="print")
    expect(page.locator(".cite dd").first).to_be_visible()
    expect(page.locator(".words.large")).to_be_visible()
    top = "(e) => e.getBoundingClientRect().top"
    assert page.locator(".context").evaluate(top) < page.locator(".cite").evaluate(top)


# Where a letter of the page lies: the box of `part` within the words of the first element that has them.
PLACE = """([selector, words, part]) => {
  for (const element of document.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), nodes = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
    const all = nodes.map((node) => node.data).join(""), at = all.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    let seen = 0;
    for (const node of nodes) {
      const from = at + words.indexOf(part) - seen;
      if (from >= 0 && from < node.length) { range.setStart(node, from); range.setEnd(node, from + 1); }
      seen += node.length;
    }
    const box = range.getBoundingClientRect();
    return [box.left + box.width / 2, box.top];
  }
}"""


@pytest.mark.parametrize(
    ("page_of", "selector", "words", "right", "left"),
    [
        # brackets around Arabic words open at the right, Latin words within them run from the left
        ("article", ".article-text p", "(وفق القرار S/RES/2254)", "(", ")"),
        ("article", ".article-text p", "S/RES/2254", "4", "S"),
        ("article", ".article-text p", "(وفق القرار S/RES/2254)", "و", "S"),
        # quotation marks open at the right
        ("article", ".article-text p", "«أي مفاوضات»", "«", "»"),
        # a Latin name stays whole, and its full stop at its end
        ("article", ".article-text p", "Ofoq Media Ltd", "d", "O"),
        # a day in figures
        ("article", ".article-text p", "12/05/2021", "5", "1"),
        # a title with a colon, figures, a percentage and brackets
        ("article", "h1", "البارودي: 50% من", ":", "5"),
        ("article", "h1", "50%", "0", "5"),
        ("article", "h1", "(3 من 6)", "(", ")"),
        ("article", "h1", "(3 من 6)", "3", "6"),
        # brackets of a Latin name open at the left, though the page runs from the right
        ("article", ".page-head .meta bdi", "Al Duha (EN)", ")", "("),
        ("article", ".page-head .meta bdi", "Al Duha (EN)", "E", "A"),
        # an English citation on an Arabic page, an Arabic one with a Latin name
        ("statement", ".cite dd[dir='ltr']", "Al Duha (EN)", ")", "("),
        ("statement", ".cite dd[dir='ltr']", "May 12, 2021", "2021", "May"),
        ("statement", ".cite dd[dir='rtl']", "Al Duha (EN)", ")", "("),
        # Arabic words keep their own direction on an English page, its own words theirs
        ("/en article", "h1", "(3 من 6)", "(", ")"),
        ("/en article", ".article-text p", "«أي مفاوضات»", "«", "»"),
        ("/en article", ".page-head .meta", "12 May 2021", "2021", "12"),
        ("/en article", ".page-head .meta bdi", "Al Duha (EN)", ")", "("),
    ],
)
def test_traps_of_writing_from_right_to_left(open_page, rich, page_of, selector, words, right, left):
    page = open_page(viewport={"width": 1440, "height": 900})
    prefix, _, name = page_of.rpartition(" ")
    page.goto(prefix + rich.addresses[name])
    rightward = page.evaluate(PLACE, [selector, words, right])
    leftward = page.evaluate(PLACE, [selector, words, left])
    assert rightward[1] == pytest.approx(leftward[1], abs=12)  # on one line
    assert rightward[0] > leftward[0]
