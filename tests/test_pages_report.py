"""Reporting an error: it lands on the desk with a way to the statement; programs and floods do not."""

import time

import pytest
from django.core.signing import TimestampSigner

from statements.models import ErrorReport
from statements.pages import reporting_errors
from tests.pages import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, archive):
    """Sends a report as a reader would, ten seconds after opening the form."""

    def send(seconds: float = 10, stamp: str = "", **fields):
        told = {
            "what": "speaker",
            "told": "المتحدث ليث",
            "page": archive.peace.get_absolute_url(),
            "email": "",
        }
        return client.post("/report/", told | fields | {"stamp": stamp or stamped(seconds)})

    return send


def stamped(ago: float) -> str:
    """The stamp of a form shown some seconds ago."""

    class Earlier(TimestampSigner):
        def timestamp(self) -> str:
            from django.core.signing import b62_encode

            return b62_encode(int(time.time() - ago))

    return Earlier(salt=reporting_errors._SALT).sign("report")


def test_a_report_lands_on_the_desk_with_a_way_to_the_statement(send, admin_client, archive):
    response = send()
    assert response.status_code == 200
    assert "وصل بلاغك" in shown(response)
    report = ErrorReport.objects.get()
    assert (report.statement, report.what, report.told) == (archive.peace, "speaker", "المتحدث ليث")
    desk = admin_client.get("/admin/statements/errorreport/").content.decode()
    assert f"/review/#statement-{archive.peace.pk}" in desk


@pytest.mark.parametrize(
    "path",
    [
        "/en/statements/{}/",
        "/statements/{}/?x=1",
        "https://elsewhere.example/statements/{}/",
        "http://testserver/statements/{}/",
    ],
)
def test_the_page_is_known_in_either_language(send, archive, path):
    response = send(page=path.format(archive.peace.pk))
    if "elsewhere" in path:
        assert response.status_code == 400
        assert "ليست هذه صفحة من الأرشيف" in shown(response)
    else:
        assert ErrorReport.objects.get().statement == archive.peace


def test_a_report_on_another_page_or_a_draft_names_no_statement(send, archive):
    send(page=archive.halwani.get_absolute_url())
    send(page=archive.secret.get_absolute_url())
    assert [report.statement for report in ErrorReport.objects.all()] == [None, None]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"what": ""}, "اختر ما الخطأ"),
        ({"what": "secret"}, "اختر خيارًا صحيحًا"),
        ({"what": "other", "told": " "}, "اكتب ما الخطأ وما الصواب"),
        ({"told": "س" * 2001}, "ألفي حرف على الأكثر"),
        ({"page": ""}, "اكتب عنوان الصفحة"),
        ({"page": "/nothing/at/all"}, "ليست هذه صفحة من الأرشيف"),
        ({"email": "reader"}, "ليس هذا بريدًا إلكترونيًا صحيحًا"),
        ({"told": "a\0b"}, "الأحرف الخالية"),
    ],
)
def test_what_cannot_be_taken_is_told_and_kept_in_the_form(send, fields, message):
    response = send(**fields)
    assert response.status_code == 400
    assert message in shown(response)
    assert not ErrorReport.objects.exists()


def test_a_program_that_fills_in_every_field_is_thanked_and_forgotten(send):
    assert "وصل بلاغك" in shown(send(website="https://spam.example"))
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize(
    ("seconds", "message"), [(0, "فور فتحه"), (25 * 3600, "مفتوحًا مدة طويلة")], ids=["at once", "a day later"]
)
def test_a_form_sent_at_once_or_a_day_later_is_sent_again(send, seconds, message):
    response = send(seconds)
    assert message in shown(response)
    assert "المتحدث ليث" in response.content.decode()
    assert not ErrorReport.objects.exists()


def test_who_was_told_of_an_error_does_not_wait_anew(send):
    sent = stamped(10)
    back = send(stamp=sent, page="")
    assert f'name="stamp" value="{sent}"' in back.text
    assert "وصل بلاغك" in shown(send(stamp=back.context["stamp"]))


def test_a_stamp_that_is_too_old_or_forged_is_replaced(send):
    for sent in (stamped(25 * 3600), "report:1:forged"):
        assert send(stamp=sent).context["stamp"] != sent


def test_errors_are_told_by_the_archive_and_not_by_the_browser(client, db):
    assert 'class="report-form" novalidate' in client.get("/report/").text


def test_a_forged_stamp_is_not_taken(send):
    assert "مفتوحًا مدة طويلة" in shown(send(stamp="report:1:forged"))


def test_one_sender_is_asked_to_wait(send, monkeypatch):
    monkeypatch.setattr(reporting_errors, "MOST_OF_ONE", 2)
    send(), send()
    assert "في الساعة الأخيرة" in shown(send())
    assert ErrorReport.objects.count() == 2


def test_nobodys_address_is_stored(send):
    send()
    assert "127.0.0.1" not in str(vars(ErrorReport.objects.get()))


def test_every_page_leads_to_the_form_with_its_address(client, archive):
    page = client.get(archive.peace.get_absolute_url()).content.decode()
    assert f'href="/report/?page={archive.peace.get_absolute_url()}"' in page
    assert (
        f'value="{archive.peace.get_absolute_url()}"'
        in client.get(f"/report/?page={archive.peace.get_absolute_url()}").content.decode()
    )


def test_reports_are_settled_together(send, admin_client):
    send()
    chosen = {"action": "settle", "_selected_action": [ErrorReport.objects.get().pk]}
    admin_client.post("/admin/statements/errorreport/", chosen)
    assert ErrorReport.objects.get().settled_at


def test_open_reports_are_counted_and_settled_where_the_statement_is_reviewed(send, admin_client, archive):
    send()
    first = admin_client.get("/admin/").text
    assert 'href="/admin/statements/errorreport/?settled=no"><b>1</b> بلاغ قارئ لم يُسوَّ' in first
    assert 'بلاغات القراء <b class="desk-waiting">1</b>' in first
    address = f"/admin/statements/article/{archive.article.pk}/"
    assert "بلاغ قارئ:" in admin_client.get(f"{address}review/").text
    report = ErrorReport.objects.get()
    told = admin_client.post(f"{address}reports/settle/", {"report": report.pk}, follow=True).text
    assert "سُوّي البلاغ." in told
    assert "بلاغ قارئ:" not in told
    assert "desk-waiting" not in told
    assert ErrorReport.objects.open().count() == 0
