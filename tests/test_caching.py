"""What may be kept: nothing an editor sees; of the public pages only what is still so."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_visitor_asks_each_time_whether_the_page_is_the_same(client, archive):
    first = client.get("/")
    assert first["Cache-Control"] == "public, no-cache"
    assert "Cookie" in first["Vary"]
    again = client.get("/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_publication_shows_at_once(client, archive):
    tag = client.get("/")["ETag"]
    archive.draft.publish()
    assert client.get("/", headers={"if-none-match": tag}).status_code == 200
    archive.draft.unpublish()
    assert client.get("/", headers={"if-none-match": tag}).status_code == 304


def test_nothing_of_an_editors_is_kept(admin_client, archive):
    for address in ("/", archive.draft.get_absolute_url(), "/en/events/"):
        assert admin_client.get(address)["Cache-Control"] == "private, no-store"


def test_a_page_that_was_an_editors_is_not_the_visitors(admin_client, client, archive):
    assert "ETag" not in admin_client.get("/")
    assert client.get("/")["Cache-Control"] == "public, no-cache"


def test_a_form_with_a_token_is_one_visitors(client, archive, search_index):
    search_index()
    assert client.get("/search/follow/")["Cache-Control"] == "private, no-cache"


def test_what_says_itself_how_long_it_holds_is_left_alone(client, db):
    assert "max-age=86400" in client.get("/robots.txt")["Cache-Control"]


def test_the_desk_is_never_kept(client, db):
    assert "no-store" in client.get("/admin/login/")["Cache-Control"]
