"""Sitemaps: every public page in both languages, nothing else; robots are told where they are."""

import re

import pytest

from statements.pages import sitemaps
from tests.pages import grow, queries

pytestmark = pytest.mark.django_db


def places(client, address: str) -> list[str]:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    return re.findall(r"<loc>http://testserver(.*?)</loc>", response.content.decode())


def test_every_public_page_is_listed_once_in_each_language(client, archive):
    found = [page for part in places(client, "/sitemap.xml") for page in places(client, part)]
    assert len(found) == len(set(found))
    for row in (archive.article, archive.peace, archive.halwani, archive.call):
        address = client.get(row.get_absolute_url()).wsgi_request.get_full_path()
        assert {address, f"/en{address}"} <= set(found)
    for page in found:
        assert client.get(page).status_code == 200, page


def test_drafts_are_not_listed(client, archive):
    found = [page for part in places(client, "/sitemap.xml") for page in places(client, part)]
    for row in (archive.draft, archive.secret):
        assert row.get_absolute_url() not in found


def test_a_page_says_when_it_changed_and_what_its_versions_are(client, archive):
    ours = next(part for part in reversed(places(client, "/sitemap.xml")) if "statements" in part)
    entry = client.get(ours).content.decode().partition("</url>")[0]
    assert f"<lastmod>{archive.article.published_at.date()}</lastmod>" in entry
    assert re.findall('hreflang="(.*?)"', entry) == ["ar", "en", "x-default"]


def test_a_large_archive_has_many_sitemaps(client, archive, monkeypatch):
    monkeypatch.setattr(sitemaps, "IN_ONE", 2)
    grow(archive, 2)
    parts = [part for part in places(client, "/sitemap.xml") if "statements" in part]
    assert len(parts) > 2
    assert len({page for part in parts for page in places(client, part)}) == 2 * 7


def test_a_sitemap_takes_one_query_beside_the_greatest_number(client, archive):
    assert queries(client, "/sitemap-statements.xml") == 2


@pytest.mark.parametrize(
    "address", ["/sitemap-statements.xml?p=99", "/sitemap-statements.xml?p=x", "/sitemap-people.xml"]
)
def test_what_is_no_sitemap_is_not_found(client, archive, address):
    assert client.get(address).status_code == 404


def test_robots_are_told_where_the_sitemaps_are(client, db):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
