"""Uploading in the admin: every file gets its own answer, and what was typed is never lost."""

import datetime

import pytest
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.test import Client
from django.urls import reverse

from statements.documents import MAX_BYTES
from statements.models import Article, ExtractionRun, Outlet, SourceFile
from tests.uploading import CALL, TALKS, UPLOAD, answers, read_all, send, text_file


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def test_add_article_leads_to_the_upload_page(desk):
    response = desk.get("/admin/statements/article/add/", follow=True)
    assert response.redirect_chain[-1][0] == UPLOAD
    assert "رفع مقالات" in response.text
    assert 'name="files"' in response.text
    assert "multiple" in response.text


def test_upload_is_linked_from_the_desk_and_from_the_list(desk):
    for page in ("/admin/", "/admin/statements/article/"):
        assert f'href="{UPLOAD}"' in desk.get(page).text


def test_a_file_is_stored_with_its_bytes_and_what_was_typed(desk, editor):
    content = CALL.encode("cp1256")
    response = send(
        desk,
        [text_file("اتصال.txt", content)],
        outlet="وكالة الأفق",
        date="2021-05-12",
        title="اتصال هاتفي",
        url="example.org/1",
    )
    article = Article.objects.get()
    assert answers(response) == [("اتصال.txt", "stored")]
    assert reverse("admin:statements_article_review", args=[article.pk]) in response.text
    assert article.text == CALL
    assert (article.outlet.name, article.title, article.url) == (
        "وكالة الأفق",
        "اتصال هاتفي",
        "https://example.org/1",
    )
    assert article.date == datetime.date(2021, 5, 12)
    assert article.created_by == editor
    assert bytes(article.source.content) == content
    assert article.latest_run().state == ExtractionRun.State.WAITING
    assert "أُدخل إلى الأرشيف" in desk.get(reverse("admin:statements_article_history", args=[article.pk])).text


def test_after_one_article_the_way_leads_to_it(desk):
    response = send(desk, [text_file("one.txt", CALL)])
    review = reverse("admin:statements_article_review", args=[Article.objects.get().pk])
    assert f'<a class="desk-button is-main" href="{review}">راجع المقال</a>' in response.text
    assert response.text.count("desk-button is-main") == 1


def test_what_became_of_files_is_counted_in_words(desk):
    files = [text_file("one.txt", CALL), text_file("two.txt", TALKS)]
    response = send(desk, [*files, text_file("empty.txt", "")])
    assert "أُدخل مقالان" in response.text
    assert "المرفوض: 1" in response.text
    assert "راجع المقال" not in response.text
    assert "موجود من قبل" not in response.text


def test_pasted_text_is_stored(desk):
    response = send(desk, text=CALL)
    assert answers(response) == [("", "stored")]
    assert "نص ملصق" in response.text
    assert Article.objects.get().text == CALL


def test_every_file_has_an_answer_and_the_good_ones_go_in(desk):
    send(desk, [text_file("first.txt", CALL)])
    response = send(
        desk,
        [
            text_file("empty.txt", ""),
            text_file("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
            text_file("again.txt", CALL.replace("اً", "ا")),
            text_file("latin.txt", "Nothing in this file is written in Arabic letters."),
            text_file("good.txt", TALKS),
        ],
    )
    assert answers(response) == [
        ("empty.txt", "refused"),
        ("picture.txt", "refused"),
        ("again.txt", "already_there"),
        ("latin.txt", "refused"),
        ("good.txt", "stored"),
    ]
    first = Article.objects.get(source__name="first.txt")
    assert reverse("admin:statements_article_review", args=[first.pk]) in response.text
    assert "الملف فارغ" in response.text
    assert set(Article.objects.values_list("text", flat=True)) == {CALL, TALKS}


def test_outlet_and_date_go_to_all_title_and_link_to_one(desk):
    files = [text_file("one.txt", CALL), text_file("two.txt", TALKS)]
    response = send(
        desk, files, outlet="وكالة الأفق", date="2021-05-12", title="عنوان", url="https://example.org"
    )
    assert "لم يُستعمل العنوان والرابط" in response.text
    assert (
        Article.objects.filter(outlet__name="وكالة الأفق", date="2021-05-12", title="", url="").count() == 2
    )


def test_neither_file_nor_text_is_told(desk):
    response = send(desk, text="  \n ", title="عنوان بلا نص")
    assert response.status_code == 422
    assert "لا شيء لرفعه" in response.text
    assert 'value="عنوان بلا نص"' in response.text


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("url", "ليس رابطا", "هذا ليس رابطًا صحيحًا"),
        ("url", "javascript:alert(1)", "هذا ليس رابطًا صحيحًا"),
        ("date", "2999-01-01", "هذا التاريخ لم يأتِ بعد"),
        ("date", "0021-05-12", "هذا التاريخ أقدم من أن يكون صحيحًا"),
        ("date", "الأربعاء", "هذا ليس تاريخًا صحيحًا"),
        ("outlet", "و" * 201, "201"),
        ("title", "ع" * 501, "501"),
    ],
)
def test_wrong_metadata_keeps_what_was_typed_and_pasted(desk, field, value, told):
    typed = {"outlet": "وكالة الأفق", "title": "اتصال هاتفي", "text": CALL} | {field: value}
    response = send(desk, **typed)
    assert response.status_code == 422
    assert told in response.text
    for kept in typed.values():
        assert kept in response.text
    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


def test_lost_files_are_asked_for_again(desk):
    response = send(desk, [text_file("one.txt", CALL)], date="2999-01-01")
    assert "اختر الملفات من جديد" in response.text


def test_script_gets_errors_and_the_next_address_as_json(desk):
    accept = {"headers": {"accept": "application/json"}}
    wrong = desk.post(UPLOAD, {"text": CALL, "url": "ليس رابطا"}, **accept)
    assert wrong.status_code == 422
    assert list(wrong.json()["errors"]) == ["url"]
    right = desk.post(UPLOAD, {"text": CALL}, **accept)
    assert "قراءة الملفات" in desk.get(right.json()["next"]).text


def test_script_sends_files_one_by_one(desk):
    accept = {"headers": {"accept": "application/json"}}
    begun = desk.post(UPLOAD, {"coming": 2, "outlet": "وكالة الأفق"}, **accept).json()
    for name, text in (("one.txt", CALL), ("two.txt", TALKS)):
        answer = desk.post(begun["files"], {"file": text_file(name, text)}, **accept)
        assert (answer.status_code, answer.json()) == (201, {"name": name})
    read_all()
    assert answers(desk.get(begun["next"])) == [("one.txt", "stored"), ("two.txt", "stored")]
    assert {article.outlet.name for article in Article.objects.all()} == {"وكالة الأفق"}


def test_title_goes_to_none_of_several_files_however_early_the_first_is_read(desk):
    accept = {"headers": {"accept": "application/json"}}
    begun = desk.post(UPLOAD, {"coming": 2, "title": "عنوان"}, **accept).json()
    for name, text in (("one.txt", CALL), ("two.txt", TALKS)):
        desk.post(begun["files"], {"file": text_file(name, text)}, **accept)
        read_all()  # before the next file comes
    assert {article.title for article in Article.objects.all()} == {""}


def test_file_that_did_not_arrive_is_told_and_no_other_editor_adds_to_an_import(
    desk, client, django_user_model
):
    begun = desk.post(UPLOAD, {"coming": 1}, headers={"accept": "application/json"}).json()
    assert desk.post(begun["files"]).status_code == 422
    client.force_login(django_user_model.objects.create_superuser("other", password="a-long-password"))
    assert client.post(begun["files"], {"file": text_file("a.txt", CALL)}).status_code == 404


def test_last_outlet_and_date_are_offered_again(desk):
    send(desk, [text_file("one.txt", CALL)], outlet="وكالة الأفق", date="2021-05-12", title="عنوان")
    page = desk.get(UPLOAD).text
    assert "استعمل بيانات الرفع السابق: <bdi>وكالة الأفق، 12 مايو 2021</bdi>" in page
    assert 'name="outlet" value="وكالة الأفق"' not in page
    page = desk.get(UPLOAD, {"again": 1}).text
    assert 'value="وكالة الأفق"' in page
    assert "2021-05-12" in page
    assert "عنوان" not in page.split('name="title"')[1].split(">")[0]


def test_pasted_text_is_called_so(desk):
    page = send(desk, text="Not a word of it is Arabic.")
    assert "نص عربي في النص الملصق" in page.text


def test_a_file_too_large_is_refused_unread(desk, monkeypatch):
    def read(file, *size):
        assert file.size <= MAX_BYTES
        return file.file.read(*size)

    monkeypatch.setattr(TemporaryUploadedFile, "read", read)
    large = text_file("large.txt", "ع" * (25 * 1024 * 1024))
    response = send(desk, [large, text_file("good.txt", TALKS)])
    assert answers(response) == [("large.txt", "refused"), ("good.txt", "stored")]
    assert "أكبر من" in response.text
    assert SourceFile.objects.get().name == "good.txt"


def test_of_a_file_too_large_the_script_sends_name_and_size_alone(desk):
    accept = {"headers": {"accept": "application/json"}}
    begun = desk.post(UPLOAD, {"coming": 2}, **accept).json()
    for name in ("large.pdf", "large.zip"):
        answer = desk.post(begun["files"], {"name": name, "size": 300_000_000}, **accept)
        assert (answer.status_code, answer.json()) == (201, {"name": name})
    page = desk.get(begun["next"])
    assert answers(page) == [("large.pdf", "refused"), ("large.zip", "refused")]
    assert "أكبر من 10 ميغابايت، وهو الحد لملف فيه مقال واحد" in page.text
    assert "أكبر من 200 ميغابايت، وهو الحد للجداول" in page.text
    assert desk.post(begun["files"], {"name": "small.pdf", "size": 3}, **accept).status_code == 422


def test_known_outlets_are_offered(desk):
    Outlet.objects.create(name="صحيفة الضفة")
    assert '<option value="صحيفة الضفة">' in desk.get(UPLOAD).text


def test_names_of_files_are_escaped(desk):
    response = send(desk, [text_file("<img src=x>.txt", "")])
    assert "<img src=x>" not in response.text
    assert "&lt;img src=x&gt;.txt" in response.text


def test_outsiders_are_sent_to_the_login_page(client, django_user_model):
    assert "/admin/login/" in client.get(UPLOAD).headers["Location"]
    client.force_login(django_user_model.objects.create_user("reader", password="a-long-password"))
    assert "/admin/login/" in client.post(UPLOAD, {"text": CALL}).headers["Location"]
    assert not Article.objects.exists()


def test_staff_without_the_permission_is_refused(client, django_user_model):
    client.force_login(
        django_user_model.objects.create_user("clerk", password="a-long-password", is_staff=True)
    )
    assert client.get(UPLOAD).status_code == 403
    assert client.post(UPLOAD, {"text": CALL}).status_code == 403


def test_a_post_without_the_token_is_refused(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(UPLOAD, {"text": CALL}).status_code == 403
    assert not Article.objects.exists()
