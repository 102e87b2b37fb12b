"""The desk in a real Chromium: keys, selection of text, finding actors, files dropped, two editors at once."""

import re
import time

import pytest
from playwright.sync_api import expect

from statements import importing
from statements.models import Article, ExtractionRun, ImportFile, Statement
from tests.builders import build_actor
from tests.desk import card, open_review, select

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_article_is_checked_and_published_by_keys_alone(page, archive):
    open_review(page, archive.article)
    expect(card(page, archive.peace)).to_have_class(re.compile("is-current"))
    page.keyboard.press("c")
    expect(card(page, archive.peace)).to_contain_text("راجعه محرر")
    expect(card(page, archive.crossings)).to_have_class(re.compile("is-current"))
    page.keyboard.press("r")
    expect(page.get_by_text("رُوجعت كلها")).to_be_visible()
    states = dict(archive.article.statements.values_list("pk", "state"))
    assert states[archive.peace.pk] == Statement.State.CONFIRMED
    assert states[archive.crossings.pk] == Statement.State.REJECTED


def test_selected_words_become_the_content(page, archive):
    open_review(page, archive.article)
    card(page, archive.peace).get_by_role("link", name="تصحيح").click()
    field = card(page, archive.peace).get_by_label("المحتوى")
    expect(field).to_be_visible()
    select(page, "سلمياً يحفظ كرامة الشعبين")
    page.get_by_role("button", name="اجعل التحديد محتوى").click()
    expect(field).to_have_value("سلمياً يحفظ كرامة الشعبين")
    select(page, "والمقاومة حق")
    page.get_by_role("button", name="أضفه موضعًا آخر").click()
    page.get_by_role("button", name="حفظ").click()
    expect(card(page, archive.peace)).to_contain_text("صححه محرر")
    archive.peace.refresh_from_db()
    assert archive.peace.content == "سلمياً يحفظ كرامة الشعبين … والمقاومة حق"


def test_of_words_that_stand_twice_the_selected_ones_are_taken(page, archive):
    twice = "قال الوزير 😀 نعم ثم قال الوزير نعم ثم سكت."
    Article.objects.filter(pk=archive.draft.pk).delete()
    article = Article.objects.create(text=twice, fingerprint="f" * 64)
    open_review(page, article)
    page.get_by_role("link", name="إضافة تصريح").click()
    expect(page.get_by_label("المحتوى")).to_be_visible()
    select(page, "نعم ثم سكت")
    page.get_by_role("button", name="اجعل التحديد محتوى").click()
    page.get_by_label("المحتوى").fill("نعم")
    page.get_by_label("متحدث غير معروف").check()
    page.get_by_role("button", name="حفظ").click()
    expect(page.locator("[data-statement]")).to_have_count(1)
    start = twice.rindex("نعم")
    assert Statement.objects.get(article=article).spans == [[start, start + 3]]


def test_a_missing_statement_is_added_from_a_selection(page, archive):
    open_review(page, archive.article)
    select(page, "أن بلاده ترفض المواقف السابقة")
    page.get_by_role("button", name="أضف تصريحًا من التحديد").click()
    expect(page.get_by_label("المحتوى")).to_have_value("أن بلاده ترفض المواقف السابقة")
    line = page.get_by_label("المتحدث")
    line.fill("بارودى")
    page.get_by_role("listbox").get_by_role("option", name=re.compile("ليث البارودي")).click()
    expect(page.get_by_role("checkbox", name="ليث البارودي")).to_be_checked()
    page.get_by_role("button", name="حفظ").click()
    page.get_by_label("أضفه مع ذلك").check()
    page.get_by_role("button", name="حفظ").click()
    expect(page.locator("[data-statement]")).to_have_count(4)
    added = Statement.objects.get(state=Statement.State.ADDED)
    assert [party.actor for party in added.speakers] == [archive.baroudi]
    expect(card(page, added)).to_have_class(re.compile("is-current"))


def test_a_new_statement_opens_beside_the_words_and_its_faulty_field_is_at_hand(page, archive):
    page.set_viewport_size({"width": 1280, "height": 500})
    open_review(page, archive.article)
    card(page, archive.crossings).evaluate("card => card.scrollIntoView()")
    before = page.evaluate("window.scrollY")
    assert before > 200
    select(page, "أن بلاده ترفض المواقف السابقة")
    page.keyboard.press("a")
    expect(page.get_by_label("المحتوى")).to_have_value("أن بلاده ترفض المواقف السابقة")
    assert abs(page.evaluate("window.scrollY") - before) < 250
    page.get_by_label("المتحدث").press("Control+Enter")
    expect(page.locator("#add .has-errors :focus")).to_have_count(1)


def test_on_a_phone_the_page_opens_at_its_title(page, archive):
    page.set_viewport_size({"width": 360, "height": 740})
    open_review(page, archive.article)
    expect(card(page, archive.peace)).to_have_class(re.compile("is-current"))
    assert page.evaluate("window.scrollY") == 0


def test_an_actor_is_made_by_keys_and_its_kind_said_beside_it(page, archive):
    open_review(page, archive.article)
    card(page, archive.crossings).get_by_role("link", name="تصحيح").click()
    line = card(page, archive.crossings).get_by_label("المخاطَب", exact=False).first
    line.fill("مجلس السهول")
    expect(
        page.get_by_role("listbox").get_by_role("option", name=re.compile("جديد: «مجلس السهول»"))
    ).to_have_count(1)
    for key in ("ArrowDown", "Enter"):
        line.press(key)
    expect(page.get_by_role("checkbox", name=re.compile("مجلس السهول"))).to_be_checked()
    kind = page.get_by_label("نوع الجهة الجديدة")
    expect(kind).to_be_focused()
    kind.select_option(label="هيئة")
    kind.press("Control+Enter")
    expect(card(page, archive.crossings)).to_contain_text("صححه محرر")
    party = archive.crossings.parties.get(role="addressee")
    assert (party.actor.name, party.actor.kind) == ("مجلس السهول", "organization")


@pytest.mark.parametrize("key", ["Enter", "Tab"])
@pytest.mark.parametrize("typed", ["ليث البارودى", "لأفق"])
def test_the_exact_or_only_one_is_taken_by_a_key(page, archive, key, typed):
    build_actor("ليث البارودي الأصغر")
    open_review(page, archive.article)
    card(page, archive.crossings).get_by_role("link", name="تصحيح").click()
    line = card(page, archive.crossings).get_by_label("المخاطَب", exact=False).first
    line.fill(typed)
    expect(page.get_by_role("listbox").locator("[aria-selected=true]")).to_be_visible()
    line.press(key)
    found = archive.ofoq if typed == "لأفق" else archive.baroudi
    chips = card(page, archive.crossings).locator("[data-name=addressees]")
    expect(chips.get_by_role("checkbox", name=found.name, exact=True)).to_be_checked()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("role", ["المتحدث", "الناقل"])
def test_an_open_list_leaves_the_save_button_in_reach(page, archive, width, role):
    """A name typed in full and saved without choosing is the actor of that name."""
    page.set_viewport_size({"width": width, "height": 800})
    for number in range(9):
        build_actor(f"نادر السالمي {number}")
    nadir = build_actor("نادر السالمي")
    page.goto(f"/admin/statements/article/{archive.article.pk}/review/?edit={archive.crossings.pk}")
    mine = card(page, archive.crossings)
    for box in mine.get_by_role("checkbox", name="وكالة الأفق").all():
        box.uncheck()
    line = mine.get_by_label(role).first
    line.fill("نادر السالمي")
    expect(page.get_by_role("listbox").locator("li").first).to_be_visible()
    mine.get_by_role("button", name="حفظ").click()
    expect(mine).to_contain_text("صححه محرر")
    assert archive.crossings.parties.filter(actor=nadir).exists()


def test_holder_of_an_office_is_not_taken_for_a_word_of_it(page, archive):
    open_review(page, archive.article)
    card(page, archive.crossings).get_by_role("link", name="تصحيح").click()
    line = card(page, archive.crossings).get_by_label("المخاطَب", exact=False).first
    line.fill("أرخانيا")
    expect(page.get_by_role("listbox").get_by_role("option", name="سامر الحلواني")).to_be_visible()
    expect(page.get_by_role("listbox").locator("[aria-selected=true]")).to_have_count(0)


def test_a_late_answer_is_of_no_newer_words_and_enter_waits_for_its_own(page, archive):
    """The answer to the first letters comes after the last letter is typed, and that to all of them a while later."""

    def late(route):
        time.sleep(0.4)
        route.continue_()

    page.route("**/lookup/**", late)
    open_review(page, archive.article)
    page.keyboard.press("s")
    line = page.locator("form.is-quick .is-wanted [data-typed]")
    line.fill("الحل")
    page.wait_for_timeout(150)
    line.fill("البار")
    line.press("Enter")
    expect(card(page, archive.peace)).to_contain_text("صححه محرر")
    assert [party.actor for party in archive.peace.speakers] == [archive.baroudi]


def test_confirming_all_is_undone_by_one_button(page, archive):
    open_review(page, archive.article)
    page.get_by_role("button", name="تأكيد الباقي كله").click()
    expect(page.get_by_text("رُوجعت كلها")).to_be_visible()
    page.get_by_role("button", name="تراجع", exact=True).click()
    expect(page.get_by_text("تم التراجع عن: تأكيد الباقي")).to_be_visible()
    assert archive.article.statements.filter(state=Statement.State.MACHINE).count() == 2


@pytest.mark.parametrize("listed", ["article", "statement"])
def test_lists_fit_a_phone_with_their_states_in_sight(page, archive, listed):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/admin/statements/{listed}/")
    results = page.locator(".results")
    assert results.evaluate("box => box.scrollWidth <= box.clientWidth")
    if listed == "article":
        expect(page.locator(".field-badge").first).to_be_in_viewport(ratio=1)
        expect(page.locator(".field-progress").first).to_be_in_viewport(ratio=1)


def test_the_second_of_two_editors_is_told(page, archive):
    open_review(page, archive.article)
    card(page, archive.peace).get_by_role("link", name="تصحيح").click()
    field = card(page, archive.peace).get_by_label("المحتوى")
    field.fill("نريد حلاً سلمياً")
    Statement.objects.filter(pk=archive.peace.pk).update(kind="mixed")
    page.get_by_role("button", name="حفظ").click()
    expect(page.get_by_role("alert")).to_contain_text("تغيّر هذا التصريح بعد أن فتحت الصفحة")
    expect(card(page, archive.peace).get_by_label("المحتوى")).to_have_value("نريد حلاً سلمياً")
    page.get_by_role("button", name="حفظ").click()
    expect(card(page, archive.peace)).to_contain_text("صححه محرر")


def test_a_lost_connection_loses_nothing(page, archive):
    open_review(page, archive.article)
    card(page, archive.peace).get_by_role("link", name="تصحيح").click()
    field = card(page, archive.peace).get_by_label("المحتوى")
    field.fill("نريد حلاً سلمياً")
    page.context.clear_cookies()
    page.get_by_role("button", name="حفظ").click()
    expect(page.get_by_role("alert")).to_contain_text("ما كتبته باقٍ هنا")
    expect(field).to_have_value("نريد حلاً سلمياً")


def test_the_page_renews_itself_when_extraction_ends(page, archive):
    run = archive.draft.runs.create(state="running")
    open_review(page, archive.draft)
    expect(page.get_by_text("تُستخرج التصريحات الآن")).to_be_visible()
    archive.draft.runs.filter(pk=run.pk).update(state="done")
    expect(page.get_by_text("تُستخرج التصريحات الآن")).to_have_count(0, timeout=10_000)


def test_files_chosen_in_several_goes_are_sent_together(page, archive):
    page.goto("/admin/statements/article/upload/")
    chooser = page.locator("input[type=file]")
    for name, text in (("أول.txt", "قال رئيس مجلس السهول إن الموسم كان وفيرًا."), ("فارغ.txt", "")):
        chooser.set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})
    expect(page.locator("[data-chosen] li")).to_have_count(2)
    page.get_by_label("الرابط").fill("ليس رابطا")
    page.get_by_role("button", name="رفع", exact=True).click()
    expect(page.get_by_text("هذا ليس رابطًا صحيحًا")).to_be_visible()
    expect(page.locator("[data-chosen] li")).to_have_count(2)
    page.get_by_label("الرابط").fill("")
    page.get_by_role("button", name="رفع", exact=True).click()
    expect(page.get_by_text("0 من 2")).to_be_visible()
    for file in ImportFile.objects.all():  # what a worker does; the page renews itself
        importing.read_import_file(file.pk)
    expect(page.locator("li.is-stored")).to_have_count(1)
    expect(page.locator("li.is-refused")).to_contain_text("الملف فارغ")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "address",
    ["", "statements/article/", "statements/article/upload/", "statements/actor/", "statements/import/"],
)
def test_nothing_stands_out_sideways(page, archive, width, address):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/admin/{address}")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_review_fits_with_a_form_open(page, archive, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/admin/statements/article/{archive.article.pk}/review/?edit={archive.peace.pk}")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_queue_renews_itself_and_waits_while_tasks_are_chosen(page, archive, queue):
    runs = [
        ExtractionRun.objects.create(article=a, state="failed", error="RecursionError")
        for a in (archive.article, archive.draft)
    ]
    page.goto("/admin/queue/")
    expect(page.get_by_text("مهمتان أخفقتا")).to_be_visible()
    page.get_by_role("checkbox", name=re.compile("مسودة")).check()
    ExtractionRun.objects.create(article=archive.article, state="done")
    page.wait_for_timeout(3000)
    expect(page.get_by_text("مهمتان أخفقتا")).to_be_visible()
    page.get_by_role("button", name="أعد ما اخترت").click()
    expect(page.get_by_text("أُعيدت مهمة واحدة إلى الطابور.")).to_be_visible()
    expect(page.get_by_text("لم تخفق أي مهمة")).to_be_visible()
    ExtractionRun.objects.filter(pk=runs[1].pk).update(state="done")
    expect(page.get_by_text("لا مهمة تنتظر")).to_be_visible(timeout=10_000)
