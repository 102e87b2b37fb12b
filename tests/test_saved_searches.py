"""Searches followed by e-mail: asked for, confirmed, a digest of what is new, left; nothing else is kept."""

import datetime
import re

import pytest
from django.utils import timezone

from statements import digests
from statements.models import SavedSearch
from tests.builders import build_article, build_statement

pytestmark = pytest.mark.django_db
ASKED = "/search/follow/?q=المعابر&sort=newest&page=2"


@pytest.fixture
def in_queue(queue, monkeypatch):
    """What was queued, done at once when called."""
    jobs = []
    monkeypatch.setattr(digests, "queue_jobs", lambda wanted: jobs.extend(wanted))

    def work() -> int:
        done = 0
        while jobs:
            job = jobs.pop(0)
            {"send_confirmation": digests.send_confirmation, "send_digest": digests.send_digest}[
                job.task_name
            ].func(**job.task_kwargs)
            done += 1
        return done

    return work


@pytest.fixture
def follow(client, archive, search_index, in_queue, mailoutbox):
    """Ask for a search and follow the link of the mail; gives the SavedSearch."""
    search_index()

    def ask_and_confirm(address: str = ASKED) -> SavedSearch:
        assert "أُرسلت إليك رسالة" in client.post(address, {"email": "reader@example.org"}).content.decode()
        in_queue()
        link = re.search(r"http://testserver(\S+/confirm/)", mailoutbox.pop().body)[1]
        assert "تأكيد المتابعة" in client.get(link).content.decode()
        assert SavedSearch.objects.get().confirmed_at is None  # looking at the link alone confirms nothing
        form = client.get(link).content.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)[1]
        assert "بدأت المتابعة" in client.post(link, {"csrfmiddlewaretoken": token}).content.decode()
        return SavedSearch.objects.get()

    return ask_and_confirm


def publish_new(archive, search_index, text="قال سامر الحلواني إن المعابر الجديدة مفتوحة.", **fields):
    article = build_article(text)
    statement = build_statement(
        article, "المعابر الجديدة مفتوحة", by=[archive.halwani], cue="قال", kind="indirect", **fields
    )
    search_index()
    return statement


def test_only_the_search_and_the_address_are_kept(follow):
    saved = follow()
    assert saved.query == "q=%D8%A7%D9%84%D9%85%D8%B9%D8%A7%D8%A8%D8%B1"
    kept = {field.name for field in SavedSearch._meta.fields}
    assert kept == {
        "id",
        "email",
        "query",
        "title",
        "site",
        "token",
        "created_at",
        "confirmed_at",
        "sent_until",
    }


def test_a_digest_tells_what_is_new_and_nothing_else(follow, archive, search_index, in_queue, mailoutbox):
    follow()
    new = publish_new(archive, search_index)
    digests.send_digests.func(0)
    assert in_queue() == 1
    (mail,) = mailoutbox
    assert mail.to == ["reader@example.org"]
    assert mail.subject == "جديد «بحث: المعابر»"
    assert f"http://testserver{new.get_absolute_url()}" in mail.body
    assert "سامر الحلواني" in mail.body
    assert archive.crossings.content not in mail.body  # it was there before
    assert "تصريح جديد واحد" in mail.alternatives[0][0]
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nothing_new_sends_nothing(follow, in_queue, mailoutbox):
    follow()
    digests.send_digests.func(0)
    in_queue()
    assert mailoutbox == []


def test_what_was_sent_is_not_sent_again(follow, archive, search_index, in_queue, mailoutbox):
    follow()
    publish_new(archive, search_index)
    for _day in range(2):
        digests.send_digests.func(0)
        in_queue()
    assert len(mailoutbox) == 1


def test_what_does_not_match_is_not_sent(follow, archive, search_index, in_queue, mailoutbox):
    follow("/search/follow/?q=السدود")
    publish_new(archive, search_index)
    digests.send_digests.func(0)
    in_queue()
    assert mailoutbox == []


def test_without_an_index_nothing_is_passed_over(
    follow, archive, settings, tmp_path, in_queue, mailoutbox, search_index
):
    saved = follow()
    publish_new(archive, search_index)
    settings.SEARCH_INDEX = tmp_path / "none"
    with pytest.raises(digests.NoIndex):
        digests.send_digest.func(saved.pk)
    settings.SEARCH_INDEX = tmp_path / "index"
    digests.send_digest.func(saved.pk)
    assert len(mailoutbox) == 1


def test_one_click_in_the_mail_program_leaves(client, follow):
    saved = follow()
    client.handler.enforce_csrf_checks = True
    response = client.post(saved.leave_address, {"List-Unsubscribe": "One-Click"})
    assert "توقفت المتابعة" in response.content.decode()
    assert not SavedSearch.objects.exists()
    assert "توقفت المتابعة" in client.get(saved.leave_address).content.decode()


def test_looking_at_the_link_leaves_nobody(client, follow):
    saved = follow()
    response = client.get(saved.leave_address)
    assert "data-at-once" in response.content.decode()
    assert response["Referrer-Policy"] == "same-origin"  # the address holds the token
    assert SavedSearch.objects.filter(pk=saved.pk).exists()


def test_asking_again_tells_the_page_nothing(client, follow, in_queue, mailoutbox):
    saved = follow()
    assert "أُرسلت إليك رسالة" in client.post(ASKED, {"email": "Reader@example.org"}).content.decode()
    in_queue()
    assert SavedSearch.objects.count() == 1
    assert "من قبل" in mailoutbox.pop().body
    assert SavedSearch.objects.get().confirmed_at == saved.confirmed_at


def test_what_nobody_confirms_is_forgotten(client, archive, search_index, in_queue):
    search_index()
    client.post(ASKED, {"email": "reader@example.org"})
    digests.send_digests.func(0)
    assert SavedSearch.objects.count() == 1
    SavedSearch.objects.update(created_at=timezone.now() - datetime.timedelta(days=3))
    digests.send_digests.func(0)
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("email", ["", "لا بريد", "a@", "a@b\nBcc: c@d.example"])
def test_an_address_that_is_none_is_told(client, archive, search_index, in_queue, email):
    search_index()
    response = client.post(ASKED, {"email": email})
    assert response.status_code == 400
    assert 'class="error"' in response.content.decode()
    assert not SavedSearch.objects.exists()


def test_nobody_has_mail_sent_to_another_without_end(client, archive, search_index, in_queue):
    search_index()
    for number in range(digests.MOST_UNCONFIRMED_OF_ONE_ADDRESS):
        client.post(f"/search/follow/?q=كلمة{number}", {"email": "reader@example.org"})
    response = client.post("/search/follow/?q=أخرى", {"email": "reader@example.org"})
    assert response.status_code == 400
    assert "لم تُؤكد" in response.content.decode()
    assert SavedSearch.objects.count() == digests.MOST_UNCONFIRMED_OF_ONE_ADDRESS


def test_a_search_that_cannot_be_understood_is_not_followed(client, archive, search_index, in_queue):
    search_index()
    response = client.post("/search/follow/?kind=nonsense", {"email": "reader@example.org"})
    assert response.status_code == 400
    assert not SavedSearch.objects.exists()


def test_the_search_page_leads_there(client, archive, search_index):
    search_index()
    page = client.get("/search/?q=المعابر&sort=newest").content.decode()
    assert 'href="/search/follow/?q=%D8%A7%D9%84%D9%85%D8%B9%D8%A7%D8%A8%D8%B1"' in page
