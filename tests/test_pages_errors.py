"""Pages for what went wrong, and what every page keeps to: no foreign request, nothing written inline."""

import re
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.pages import shown


def test_an_address_nobody_has_is_told_in_arabic(client, db):
    response = client.get("/لا-شيء/")
    assert response.status_code == 404
    assert "الصفحة غير موجودة" in shown(response)


def test_an_editor_is_told_it_among_the_ways_of_the_desk(client, editor):
    client.force_login(editor)
    response = client.get("/admin/statements/article/99999/review/")
    assert response.status_code == 404
    assert "لا صفحة بهذا العنوان" in shown(response)
    assert client.get("/admin/nothing/").status_code == 404
    assert 'class="desk-nav"' in client.get("/admin/nothing/").text


@pytest.mark.parametrize(
    ("name", "words"),
    [("400", "طلب غير مفهوم"), ("403", "لا تملك الإذن"), ("500", "حدث خطأ عندنا")],
)
def test_pages_of_errors_need_neither_request_nor_database(name, words):
    page = render_to_string(f"{name}.html")
    assert words in page
    assert "canonical" not in page


def test_a_form_without_its_token_is_refused_in_arabic(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert response.status_code == 403
    assert "انتهت صلاحية النموذج" in shown(response)


@pytest.fixture
def pages(client, archive, search_index) -> list[str]:
    """Every kind of page as HTML."""
    search_index()
    rows = [archive.article, archive.peace, archive.halwani, archive.call]
    addresses = [
        "/",
        "/search/?q=الحلواني",
        "/nothing/",
        "/actors/",
        "/events/",
        *[row.get_absolute_url() for row in rows],
    ]
    addresses.append(archive.halwani.get_absolute_url() + f"to/{archive.baroudi.slug}/")
    return [client.get(address).content.decode() for address in addresses]


def test_every_page_is_arabic_and_says_what_it_is(pages):
    for page in pages:
        assert '<html lang="ar" dir="rtl">' in page
        assert len(re.findall("<h1", page)) == 1
        assert page.partition("</head>")[0].count("<title>") == 1
        assert re.search(r'<meta name="description" content="[^"]+">', page)
        assert page.count('role="search"') >= 1
        assert '<a class="skip" href="#main">' in page


def test_no_page_writes_style_or_script_inline_or_asks_a_third_party(pages):
    for page in pages:
        assert not re.search(
            r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=| type=.application/ld.json.)", page
        )
        assert not re.search(r'(?:src|<link[^>]*rel="(?:stylesheet|icon)"[^>]*href)="(?:https?:)?//', page)


def test_headings_never_skip_a_level(pages):
    for page in pages:
        levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
        assert levels[0] == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_no_element_has_the_id_of_another(pages):
    for page in pages:
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
