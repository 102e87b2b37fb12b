"""The desk's first page, the list of articles, and what is done to whole articles."""

import datetime
import re
from dataclasses import replace

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from statements.editing import review as decisions
from statements.models import Article, ExtractionRun, Import, ImportFile, ImportResult, SourceFile, Statement
from statements.recording.articles import record
from tests.builders import build_article, build_event, build_outlet, build_statement
from tests.conftest import PHONE_CALL
from tests.extractions import phone_call
from tests.pages import shown

LIST = "/admin/statements/article/"


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def address(article, name: str) -> str:
    return reverse(f"admin:statements_article_{name}", args=[article.pk])


def details(client, article, **typed):
    version = client.get(address(article, "review")).context["version"]
    data = {
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet.name,
        "date": article.date.isoformat(),
        "url": article.url,
    }
    return client.post(address(article, "describe"), data | {"version": version} | typed)


def listed(response) -> set[Article]:
    return set(response.context["cl"].result_list)


def test_first_page_shows_what_waits_and_what_failed(desk, archive):
    ExtractionRun.objects.create(article=archive.draft, state="done")
    broken = build_article("نص لم يُستخرج منه شيء بعد.", title="مقال متعثر", published=False)
    ExtractionRun.objects.create(article=broken, state="failed", error="ValueError")
    response = desk.get("/admin/")
    assert list(response.context["to_review"]) == [archive.draft]
    assert list(response.context["failures"]) == [broken]
    assert response.context["numbers"] == {
        "to_review": 1,
        "in_work": 0,
        "failed": 1,
        "otherwise": 0,
        "published": 1,
        "reports": 0,
        "unchecked": 2,
    }
    for words in ("للمراجعة", "استخراج أخفق", "آخر ما رُفع", "مقال متعثر"):
        assert words in response.text


def test_lists_of_the_first_page_do_not_repeat_each_other(desk, archive):
    ExtractionRun.objects.create(article=archive.draft, state="done")
    ExtractionRun.objects.create(article=archive.article, state="done")
    waiting, broken = (build_article(f"نص {word} ينتظر دوره.", published=False) for word in ("أول", "ثانٍ"))
    ExtractionRun.objects.create(article=waiting, state="waiting")
    ExtractionRun.objects.create(article=broken, state="failed")
    context = desk.get("/admin/").context
    assert [list(context[name]) for name in ("to_review", "failures", "latest")] == [
        [archive.draft],
        [broken],
        [waiting, archive.article],
    ]


@pytest.mark.parametrize(
    ("screen", "current", "value"),
    [
        ("/admin/", "المكتب", "page"),
        ("/admin/statements/article/upload/", "رفع مقالات", "page"),
        ("/admin/statements/article/", "المقالات", "page"),
        ("/admin/statements/actor/add/", "الجهات الفاعلة", "true"),
        ("/admin/auth/user/", "المحررون", "page"),
        ("/admin/password_change/", None, None),
    ],
)
def test_the_current_part_of_the_desk_is_marked_and_only_it(desk, screen, current, value):
    marked = re.findall(r'aria-current="(\w+)">([^<]+)</a>', desk.get(screen).text)
    assert marked == ([(value, current)] if current else [])


@pytest.mark.parametrize(
    "screen", [LIST, f"{LIST}upload/", "/admin/statements/actor/add/", "/admin/auth/user/"]
)
def test_ways_back_begin_at_the_desk(desk, screen):
    text = desk.get(screen).text
    crumbs = text[text.index('class="breadcrumbs"') :]
    assert re.search(r'<a href="/admin/">(.+?)</a>', crumbs)[1] == "المكتب"


def test_days_are_written_in_one_way(desk, archive):
    assert "12 مايو 2021" in desk.get("/admin/statements/statement/").text
    assert "12 مايو 2021" in desk.get("/admin/statements/event/").text
    assert "مايو، 2021" not in desk.get("/admin/statements/statement/").text


def test_history_of_the_details_says_what_became_what(desk, archive):
    details(desk, archive.article, title="عنوان آخر", date="2021-06-01")
    history = shown(desk.get(address(archive.article, "history")))
    assert "العنوان كان: اتصال هاتفي بين الحلواني والبارودي ← صار: عنوان آخر" in history
    assert "تاريخ النشر كان: 12 مايو 2021 ← صار: 1 يونيو 2021" in history


def test_an_extraction_asked_for_is_in_the_history(desk, archive):
    desk.post(address(archive.article, "extract"))
    assert "طُلب استخراج جديد editor" in shown(desk.get(address(archive.article, "history")))


def test_a_later_run_makes_good_a_failed_one(desk, archive):
    for state in ("failed", "done"):
        ExtractionRun.objects.create(article=archive.draft, state=state)
    assert not desk.get("/admin/").context["failures"]


def test_numbers_lead_to_lists_of_as_many(desk, archive):
    ExtractionRun.objects.create(article=archive.draft, state="waiting")
    assert listed(desk.get(LIST, {"run": "busy"})) == {archive.draft}
    assert f'href="{LIST}?run=busy"' in desk.get("/admin/").text
    statements = desk.get("/admin/statements/statement/?state__exact=machine&article__state__exact=published")
    assert statements.context["cl"].result_count == 2


def test_list_shows_how_far_each_article_is(desk, archive):
    ExtractionRun.objects.create(article=archive.article, state="failed", error="انقطع الاتصال")
    text = desk.get(LIST).text
    for words in ("رُوجع 1 من 3 تصريحات", "أخفق", "انقطع الاتصال", "مسودة", "منشور", "12 مايو 2021"):
        assert words in text


def test_queries_of_the_list_do_not_grow_with_it(desk, archive, django_assert_max_num_queries):
    for number in range(12):
        article = build_article(f"نص المقال رقم {number} في هذه القائمة.", outlet=f"صحيفة {number}")
        ExtractionRun.objects.create(article=article, state="done")
    with django_assert_max_num_queries(10):
        desk.get(LIST)


@pytest.mark.parametrize(
    "words",
    ["الحلوانى", "إتصال هاتفى", "المقاومه حق", "وَكالة الافق", "حَلًّا سِلميّا", "الحــلواني وأكد"],
)
def test_search_pays_no_heed_to_spelling(desk, archive, words):
    assert archive.article in listed(desk.get(LIST, {"q": words}))


def test_search_finds_nothing_where_there_is_nothing(desk, archive):
    assert not listed(desk.get(LIST, {"q": "زنجبيل"}))


@pytest.mark.parametrize(("value", "found"), [("open", True), ("done", False), ("empty", False)])
def test_filter_by_review(desk, archive, value, found):
    assert (archive.article in listed(desk.get(LIST, {"review": value}))) == found


def test_filter_by_run(desk, archive):
    ExtractionRun.objects.create(article=archive.draft, state="failed")
    assert listed(desk.get(LIST, {"run": "failed"})) == {archive.draft}
    assert listed(desk.get(LIST, {"run": "none"})) == {archive.article}


def test_publish_and_take_back(desk, archive, client):
    response = desk.post(address(archive.draft, "publish"), {"act": "publish"}, follow=True)
    assert "نُشر المقال." in response.text
    assert "تصريح واحد لم يراجعه محرر يظهر للقراء" in response.text
    assert archive.draft in Article.objects.published()
    desk.post(address(archive.draft, "publish"), {"act": "unpublish"})
    assert archive.draft not in Article.objects.published()


def test_publishing_what_is_all_checked_speaks_of_nothing_unchecked(desk, archive, editor):
    decisions.confirm(archive.secret, by=editor)
    told = desk.post(address(archive.draft, "publish"), {"act": "publish"}, follow=True).text
    assert "نُشر المقال." in told
    assert "لم يراجعه محرر" not in told


def test_publishing_leaves_what_was_not_checked_marked(desk, archive):
    desk.post(address(archive.draft, "publish"), {"act": "publish"})
    archive.secret.refresh_from_db()
    assert archive.secret.state == Statement.State.MACHINE


@pytest.mark.parametrize(("action", "published"), [("publish", False), ("unpublish", True)])
def test_an_act_on_many_articles_asks_first(desk, action, published):
    articles = [build_article(f"نص {number}.", published=published) for number in range(25)]
    these = Article.objects.filter(pk__in=[article.pk for article in articles])
    chosen = {"action": action, "_selected_action": [article.pk for article in articles]}
    asked = desk.post(LIST, chosen)
    assert "25 مقالًا:" in asked.text
    assert these.filter(state="published").count() == (25 if published else 0)
    desk.post(LIST, chosen | {"apply": "1"})
    assert these.filter(state="published").count() == (0 if published else 25)


def test_publishing_a_few_at_once_tells_what_they_lack(desk, archive):
    Article.objects.filter(pk=archive.draft.pk).update(outlet=None, date=None)
    chosen = {"_selected_action": [archive.draft.pk], "action": "publish"}
    told = desk.post(f"{LIST}?state__exact=draft", chosen, follow=True).text
    assert "تصريح واحد لم يراجعه محرر يظهر للقراء بعلامة «استخراج آلي»." in told
    assert "مقال واحد نُشر بلا جهة نشر." in told
    assert "مقال واحد نُشر بلا تاريخ نشر." in told


def test_actions_publish_take_back_and_extract_several(desk, archive):
    chosen = {"_selected_action": [archive.article.pk, archive.draft.pk]}
    response = desk.post(LIST, chosen | {"action": "publish"}, follow=True)
    assert "نُشر مقال واحد." in response.text
    assert Article.objects.published().count() == 2
    desk.post(LIST, chosen | {"action": "unpublish"})
    assert not Article.objects.published().exists()
    desk.post(LIST, chosen | {"action": "extract_again"})
    assert set(ExtractionRun.objects.values_list("article", flat=True)) == {
        archive.article.pk,
        archive.draft.pk,
    }
    desk.post(LIST, chosen | {"action": "extract_again"})
    assert ExtractionRun.objects.count() == 2


def test_details_are_saved(desk, archive):
    said = {"title": "عنوان آخر", "author": "نادر السالمي"}
    details(desk, archive.article, **said, outlet="صحيفة الضفة", url="example.org/a")
    page = desk.get(f"/admin/statements/article/{archive.article.pk}/review/").text
    assert "بقلم <bdi>نادر السالمي</bdi>" in page
    article = Article.objects.get(pk=archive.article.pk)
    assert (article.title, article.outlet.name, article.url) == (
        "عنوان آخر",
        "صحيفة الضفة",
        "https://example.org/a",
    )


def test_a_new_date_moves_the_statements_without_a_day_of_their_own(desk, archive):
    own = build_event(archive.article, "meeting", day=datetime.date(2021, 5, 3))
    met = build_statement(archive.article, "نظيره في مملكة ذورين", by=[archive.halwani], event=own)
    details(desk, archive.article, date="2021-06-01")
    days = dict(archive.article.statements.values_list("pk", "day"))
    assert days[archive.crossings.pk] == datetime.date(2021, 6, 1)
    assert days[met.pk] == datetime.date(2021, 5, 3)


def test_date_can_be_taken_away(desk, archive):
    details(desk, archive.article, date="")
    assert Statement.objects.get(pk=archive.crossings.pk).day is None
    assert Statement.objects.get(pk=archive.peace.pk).day == archive.call.day


def test_days_agree_after_a_new_date_and_another_extraction(desk, archive):
    article = build_article(PHONE_CALL + " ثم سكت.", published=False)
    may, june = (datetime.date(2021, month, 11) for month in (5, 6))
    record(article, call_on(article.text, may))
    decisions.confirm(article.statements.get(event__isnull=False, kind="direct"), by=None)
    decisions.confirm(article.statements.get(event=None), by=None)
    details(desk, article, date="2021-06-12")
    record(Article.objects.get(pk=article.pk), call_on(article.text, june))
    days = [(s.state, s.day, s.event and s.event.day) for s in article.statements.order_by("start")]
    assert days == [
        ("confirmed", june, june),
        ("machine", june, june),
        ("confirmed", datetime.date(2021, 6, 12), None),
    ]


def call_on(text: str, day: datetime.date):
    """The phone call, found to be of `day`."""
    found = phone_call(text)
    return replace(found, events=tuple(replace(event, day=day, date="أمس") for event in found.events))


def test_title_taken_away_is_the_headline_or_the_first_line(desk, archive):
    headed = build_article(
        "الحلواني يزور ذورين غدًا\n\n" + "قال الحلواني إن الطريق مفتوحة. " * 9, title="قديم"
    )
    plain = build_article("أرخان، وكالة الأفق\nقال الحلواني إن الطريق مفتوحة أمام الجميع.", title="قديم")
    for article, title in ((headed, "الحلواني يزور ذورين غدًا"), (plain, "")):
        details(desk, article, title="")
        article.refresh_from_db()
        assert article.title == title
    assert str(plain) == "أرخان، وكالة الأفق"


def test_wrong_details_are_told_and_kept(desk, archive):
    response = details(desk, archive.article, title="عنوان آخر", url="ليس رابطا", date="2999-01-01")
    assert response.status_code == 422
    for words in ("هذا ليس رابطًا صحيحًا", "هذا التاريخ لم يأتِ بعد", "عنوان آخر", "ليس رابطا"):
        assert words in response.text
    assert Article.objects.get(pk=archive.article.pk).title == archive.article.title


def test_details_changed_meanwhile_are_told(desk, archive):
    Article.objects.filter(pk=archive.article.pk).update(title="سبقك غيرك")
    archive.article.title = "عنوان متأخر"
    response = details(desk, archive.article, version="0123456789abcdef")
    assert response.status_code == 409
    assert "غُيّرت بيانات المقال بعد أن فتحت الصفحة" in response.text
    assert "عنوان متأخر" in response.text
    assert Article.objects.get(pk=archive.article.pk).title == "سبقك غيرك"


def test_text_cannot_be_changed_in_the_admin(desk, archive):
    details(desk, archive.article, text="نص آخر", title="عنوان")
    desk.post(f"{LIST}{archive.article.pk}/change/", {"text": "نص آخر", "title": "عنوان"})
    assert Article.objects.get(pk=archive.article.pk).text == archive.article.text


def file_of(article, name: str, content: bytes) -> SourceFile:
    article.source = SourceFile.objects.create(name=name, content=content, sha256="0" * 64, encoding="cp1256")
    article.save(update_fields=["source"])
    return article.source


def test_the_file_comes_back_byte_for_byte(desk, archive):
    content = "<script>قال</script>\r\n".encode("cp1256")
    file_of(archive.article, "مقال.txt", content)
    response = desk.get(address(archive.article, "original"))
    assert response.content == content
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%D9%85")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("../../etc/passwd", 'attachment; filename="passwd"'),
        ("..\\boot.ini", 'attachment; filename="boot.ini"'),
        ('a"\r\nSet-Cookie: x.txt', 'attachment; filename="a\\"Set-Cookie: x.txt"'),
        ("", 'attachment; filename="article-{}.txt"'),
    ],
)
def test_names_of_files_cannot_do_harm(desk, archive, name, given):
    file_of(archive.article, name, b"x")
    response = desk.get(address(archive.article, "original"))
    assert response.headers["Content-Disposition"] == given.format(archive.article.pk)


def test_article_without_a_file(desk, archive):
    assert desk.get(address(archive.article, "original")).status_code == 404


def test_preview_of_a_draft_is_linked(desk, archive):
    assert f'href="{archive.draft.get_absolute_url()}"' in desk.get(address(archive.draft, "review")).text


def test_viewer_sees_no_buttons(client, archive, django_user_model):
    viewer = django_user_model.objects.create_user("viewer", password="a-long-password", is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(viewer)
    text = client.get(address(archive.article, "review")).text
    for words in ("تأكيد", "تصحيح</a>", "نشر</button>", "إضافة تصريح"):
        assert words not in text
    for act in ("publish", "extract", "describe", "confirm_all", "add_statement"):
        assert client.post(address(archive.article, act), {"act": "unpublish"}).status_code == 403
    assert archive.article in Article.objects.published()


def test_outlets_of_no_article_are_not_offered_as_filters(desk, archive):
    build_outlet("صحيفة بلا مقالات")
    assert "صحيفة بلا مقالات" not in desk.get(LIST).text


def imported(*texts: str) -> list[Article]:
    """Drafts of one import, in the order of its rows, the extractor done with each."""
    file = ImportFile.objects.create(imported=Import.objects.create(), name="a.zip", size=1, state="done")
    articles = [build_article(text, published=False) for text in texts]
    for position, article in enumerate(articles):
        ImportResult.objects.create(file=file, position=position, outcome="stored", article=article)
        ExtractionRun.objects.create(article=article, state="done")
    return articles


def test_the_next_article_is_the_next_row_of_the_import_that_waits_then_the_import_before(desk, editor):
    older = imported("أ. نص.", "ب. نص.")
    rows = imported("ج. نص.", "د. نص.", "ه. نص.")
    rows[1].publish()
    assert desk.get(address(rows[0], "review")).context["following"] == rows[2]
    assert desk.get(address(rows[2], "review")).context["following"] == older[0]
    assert desk.get(address(older[0], "review")).context["following"] == older[1]
