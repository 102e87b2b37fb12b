"""Imports in the admin: what became of every file, what to do then, and the table to take along."""

import csv
import re

import pytest
from django.urls import reverse

from statements import importing
from statements.models import Article, Import, ImportFile
from statements.publications import make_publication
from tests.documents.files import OTHER, archive
from tests.documents.files import page as html
from tests.uploading import CALL, TALKS, UPLOAD, answers, read_all, send, text_file

QUERIES_OF_THE_LIST = 7


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def test_import_is_looked_up_later_and_downloaded(desk):
    files = [
        text_file("one.txt", CALL),
        text_file("=cmd.txt", ""),
        text_file("all.zip", archive({"x/b.txt": OTHER.encode()})),
    ]
    page = send(desk, files)
    imported = Import.objects.get()
    assert f'href="{imported.get_absolute_url()}"' in desk.get("/admin/statements/import/").text
    assert [r.place for r in page.context["page"]] == ["", "", "x/b.txt"]
    assert str(imported) in desk.get("/admin/statements/import/", {"q": "one.txt"}).text
    assert "one.txt و2 غيره" in desk.get("/admin/statements/import/").text
    assert str(imported) not in desk.get("/admin/statements/import/", {"q": "nothing"}).text
    only = desk.get(imported.get_absolute_url(), {"outcome": "refused"})
    assert answers(only) == [("=cmd.txt", "refused")]
    download = desk.get(reverse("admin:statements_import_download", args=[imported.pk]))
    rows = list(csv.reader(b"".join(download).decode("utf-8-sig").splitlines()))
    assert [row[0] for row in rows] == ["الملف", "one.txt", "'=cmd.txt", "all.zip"]
    assert rows[1][2] == "أُدخل"
    assert "الملف فارغ" in rows[2][3]
    assert rows[3][5].startswith("http://testserver/admin/")


def test_table_with_unknown_columns_is_read_once_the_editor_names_them(desk):
    page = send(desk, [text_file("a.csv", f'alpha,beta\nx,"{OTHER}"\n')])
    assert "لا يُعرف أي عمود" in page.text
    assert "ينتظر تسمية أعمدته: 1" in desk.get("/admin/statements/import/").text
    file = ImportFile.objects.get()
    again = reverse("admin:statements_import_again", args=[file.imported_id, file.pk])
    assert "اختر العمود" in desk.post(again, {"title": "alpha"}, follow=True).text
    desk.post(again, {"text": "beta", "title": "alpha"})
    read_all()
    article = Article.objects.get()
    assert (article.text, article.title) == (OTHER, "x")


@pytest.mark.parametrize("name", ["العنوان الرئيسي", "العنوان الصحفي"])
def test_title_column_shown_as_recognised_was_used_at_the_first_reading(desk, name):
    heading = f"رقم;{name};نص المقال;تاريخ النشر;الجريدة;المحرر"
    page = send(desk, [text_file("a.csv", f'{heading}\n1;لقاء في العاصمة;"{OTHER}";2021-05-12;الضفة;سلمى\n')])
    article = Article.objects.get()
    assert (article.title, article.outlet.name) == ("لقاء في العاصمة", "الضفة")
    [(_file, form)] = page.context["troubled"]
    assert form.initial["title"] == name
    assert not form.without_title


def test_table_without_a_known_title_says_so_and_shows_none_as_used(desk):
    page = send(desk, [text_file("a.csv", f'مانشت,نص المقال\nلقاء الوزيرين في العاصمة,"{OTHER}"\n')])
    [(_file, form)] = page.context["troubled"]
    assert "title" not in form.initial
    assert "لم يُعرف في هذا الجدول عمود العنوان" in page.text


def test_columns_are_named_beside_the_first_rows_the_likely_one_chosen(desk):
    page = send(desk, [text_file("a.csv", f'أرشيف السهول,\nalpha,beta\nلقاء,"{OTHER}"\n')])
    for word in (
        "<bdi>alpha</bdi>",
        "<bdi>لقاء</bdi>",
        f"<bdi>{OTHER}</bdi>",
        '<option value="beta" selected>',
    ):
        assert word in page.text


def test_wrong_columns_can_be_changed_and_their_drafts_go(desk):
    rows = (
        f'قال سامر الحلواني إن الحوار هو السبيل,"{OTHER}"\nقال ليث البارودي إن بلاده تدعم الحوار,"{CALL}"\n'
    )
    send(desk, [text_file("a.csv", f"alpha,beta\n{rows}")])
    file = ImportFile.objects.get()
    again = reverse("admin:statements_import_again", args=[file.imported_id, file.pk])
    desk.post(again, {"text": "alpha", "title": "beta"})
    read_all()
    kept, _draft = Article.objects.order_by("pk")
    kept.publish()
    page = desk.get(file.imported.get_absolute_url())
    assert "تغيير أعمدة الجدول" in page.text
    assert '<option value="alpha" selected>' in page.text
    page = desk.post(again, {"text": "beta"}, follow=True)
    assert "بقي مقال من القراءة السابقة" in page.text
    read_all()
    assert set(Article.objects.values_list("text", flat=True)) == {kept.text, OTHER, CALL}
    page = desk.get(file.imported.get_absolute_url())
    assert [outcome for _name, outcome in answers(page)] == ["stored", "stored"]


@pytest.mark.parametrize("outlet", ["", "صحيفة الضفة"])
def test_column_that_was_taken_for_another_by_its_name_can_be_changed(desk, outlet):
    """«المقال» was read as the text; it is the title. The bytes come back, from the articles or the import."""
    table = f'المقال,الكامل,الصحيفة\nقال سامر الحلواني إن الحوار هو السبيل,"{CALL}",{outlet}\n,"{OTHER}",\n'
    send(desk, [text_file("a.csv", table)])
    file = ImportFile.objects.get()
    page = desk.get(file.imported.get_absolute_url()).text
    assert "تغيير أعمدة الجدول" in page
    assert '<option value="المقال" selected>' in page
    again = reverse("admin:statements_import_again", args=[file.imported_id, file.pk])
    desk.post(again, {"text": "الكامل", "title": "المقال", "outlet": "الصحيفة"})
    read_all()
    articles = {article.text: article.title for article in Article.objects.all()}
    assert articles == {CALL: "قال سامر الحلواني إن الحوار هو السبيل", OTHER: ""}
    desk.post(again, {"text": "المقال"})  # and back
    read_all()
    assert Article.objects.get().text == "قال سامر الحلواني إن الحوار هو السبيل"


def test_table_whose_articles_were_all_deleted_is_not_offered_again(desk):
    send(desk, [text_file("a.csv", f'text\n"{CALL}"\n')])
    file = ImportFile.objects.get()
    Article.objects.all().delete()
    assert "تغيير أعمدة الجدول" not in desk.get(file.imported.get_absolute_url()).text
    again = reverse("admin:statements_import_again", args=[file.imported_id, file.pk])
    assert desk.post(again, {"text": "text"}).status_code == 404


def test_table_of_which_nothing_could_be_stored_is_read_with_other_columns(desk):
    send(desk, [text_file("a.csv", f'text,full\nx,"{CALL}"\n')])
    file = ImportFile.objects.get()
    assert not Article.objects.exists()
    desk.post(reverse("admin:statements_import_again", args=[file.imported_id, file.pk]), {"text": "full"})
    read_all()
    assert Article.objects.get().text == CALL


def test_upload_that_broke_off_does_not_look_complete(desk):
    imported = importing.start(expected=3)
    importing.receive(imported, name="a.txt", content=CALL.encode())
    read_all()
    page = desk.get(imported.get_absolute_url()).text
    assert "1 من 3" in page
    assert "ملفان لم يصلا بعد" in page
    assert "ملفات: 1 من 3" in desk.get("/admin/statements/import/").text


def test_only_what_was_typed_is_told_to_be_left_out(desk):
    files = [text_file("one.txt", CALL), text_file("two.txt", TALKS)]
    assert "لم يُستعمل العنوان الذي كتبته" in send(desk, files, title="قمة").text


def test_article_that_another_import_had_stays_where_columns_are_changed(desk):
    send(desk, [text_file("a.csv", f'alpha,beta\n"{CALL}","{OTHER}"\n')])
    file = ImportFile.objects.get()
    again = reverse("admin:statements_import_again", args=[file.imported_id, file.pk])
    desk.post(again, {"text": "alpha"})
    read_all()
    send(desk, [text_file("one.txt", CALL)])
    assert "جاء في إدخال آخر" in desk.post(again, {"text": "beta"}, follow=True).text
    read_all()
    assert set(Article.objects.values_list("text", flat=True)) == {CALL, OTHER}


def test_pages_saved_with_their_companions_are_taken_and_the_companions_told_once(desk):
    saved = {"لقاء.html": html(f"<p>{CALL}</p>").encode()}
    saved |= {f"لقاء_files/{n}.css": b"x" for n in range(12)}
    page = send(desk, [text_file("all.zip", archive(saved))])
    assert [outcome for _name, outcome in answers(page)] == ["passed_over", "stored"]
    assert "ملفات الصفحة المرافقة (12)" in page.text
    assert "رُفض" not in page.text


def test_names_of_both_directions_are_isolated_part_by_part(desk):
    page = send(desk, [text_file("تقرير 12-05-2021.zip", archive({"2021/أيار/a.txt": CALL.encode()}))])
    latin = send(desk, [text_file("all.zip", archive({"2021/a.txt": CALL.encode()}))])
    assert '<bdi dir="ltr">2021/a.txt</bdi>' in latin.text
    number = '<bdi dir="ltr">{}</bdi>'.format
    assert f"<bdi>تقرير {number('12-05-2021.zip')}</bdi>" in page.text
    assert f"<bdi>{number('2021')}</bdi>/<bdi>أيار</bdi>/<bdi>a.txt</bdi>" in page.text


def test_articles_of_an_import_are_listed_together_to_be_changed_at_once(desk):
    send(desk, [text_file("before.txt", OTHER)])
    files = {"one.txt": CALL, "two.txt": TALKS, "again.txt": OTHER}
    page = send(desk, [text_file(name, text) for name, text in files.items()])
    address = f"/admin/statements/article/?import={page.context['imported'].pk}"
    assert f'href="{address}"' in page.text
    listed = desk.get(address)
    assert {article.text for article in listed.context["cl"].queryset} == {CALL, TALKS}  # not what was there
    assert listed.context["title"] == f"مقالات {page.context['imported']} · one.txt و2 غيره"
    assert desk.get("/admin/statements/article/?import=x").context["cl"].queryset.count() == 3


def test_results_say_what_is_known_of_each_article(desk):
    page = send(
        desk, [text_file("a.csv", f'text,source,date\n"{CALL}",وكالة الأفق,\n"{TALKS}",,2021-05-12\n')]
    )
    assert "<bdi>وكالة الأفق</bdi> · <b>بلا تاريخ نشر</b>" in page.text
    assert "<b>بلا جهة نشر</b> · 12 مايو 2021" in page.text


def test_files_of_an_earlier_import_lead_to_it(desk):
    first = send(desk, [text_file("one.txt", CALL)]).request["PATH_INFO"]
    page = send(desk, [text_file("other.txt", CALL)])
    assert f'href="{first}"' in page.text
    assert "جاء بعينه أيضًا في" in page.text


@pytest.mark.parametrize("imports", [1, 6])
def test_list_of_imports_takes_as_many_queries_however_long_it_is(desk, django_assert_num_queries, imports):
    for number in range(imports):
        send(desk, [text_file("one.txt", f"{CALL} {number}"), text_file("empty.txt", "")])
    desk.get("/admin/statements/import/")  # what is remembered from the first request on
    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        page = desk.get("/admin/statements/import/")
    assert page.text.count("ملفات: 2 · أُدخل: 1 · موجود من قبل: 0 · رُفض: 1") == imports


def test_table_to_take_along_has_no_marks_of_direction(desk):
    page = send(desk, [text_file("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")])
    imported = page.context["imported"]
    table = b"".join(desk.get(reverse("admin:statements_import_download", args=[imported.pk]))).decode()
    assert "لا تُقرأ ملفات" in table
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", table)


def test_file_that_failed_is_kept_and_read_again(desk, monkeypatch):
    def fail(*args):
        raise OSError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(importing, "read_confined", fail)
        desk.post(UPLOAD, {"files": [text_file("one.txt", CALL)]})
        file = ImportFile.objects.get()
        with pytest.raises(OSError, match="no room"):
            importing.read_import_file(file.pk)
    page = desk.get(file.imported.get_absolute_url())
    assert "no room" in page.text
    assert "أعد المحاولة" in page.text
    desk.post(reverse("admin:statements_import_again", args=[file.imported_id, file.pk]))
    read_all()
    assert Article.objects.get().text == CALL


def test_list_says_who_entered_in_nouns(desk):
    importing.start(origin=Import.Origin.COMMAND)
    page = desk.get("/admin/statements/import/").text
    assert '<td class="field-entered_by">سطر الأوامر</td>' in page
    assert "وقت البدء" in page
    assert "حسب بدأ" not in page


def test_sign_in_page_is_titled_with_a_noun(client, db):
    assert "<title>تسجيل الدخول |" in client.get("/admin/login/").text


def test_import_tells_what_its_articles_are_now(desk):
    page = send(desk, [text_file("one.txt", CALL), text_file("two.txt", OTHER)])
    assert page.text.count("إلى المراجعة:") == 2
    first, second = Article.objects.order_by("pk")
    first.publish()
    page = desk.get(Import.objects.get().get_absolute_url()).text
    assert page.count("منشور الآن") == 1
    make_publication(second, first)
    page = desk.get(Import.objects.get().get_absolute_url()).text
    assert page.count("هو الآن نشر آخر لمقال") == 1
    assert "إلى المراجعة:" not in page


def test_cells_that_are_no_date_are_counted_and_told(desk):
    rows = f'نص المقال,تاريخ النشر\n"{OTHER}",غير معروف\n"{CALL}",2021-05-12\n'
    page = send(desk, [text_file("a.csv", rows)])
    assert "مقال واحد في خانة تاريخه ما ليس تاريخًا" in page.text
    assert "في خانة التاريخ «غير معروف»، وليس تاريخًا." in page.text
    assert page.context["undated"] == 1


def test_typed_day_that_goes_before_the_days_of_a_file_is_told(desk):
    rows = f'نص المقال,تاريخ النشر\n"{OTHER}",2021-05-13\n"{CALL}",2021-05-12\n'
    page = send(desk, [text_file("a.csv", rows)], date="2021-05-12")
    assert {str(day) for day in Article.objects.values_list("date", flat=True)} == {"2021-05-12"}
    assert "مقال واحد له في ملفه تاريخ آخر" in page.text
    assert "في الملف تاريخ آخر (13 مايو 2021)، وأُخذ التاريخ الذي كتبته." in page.text
