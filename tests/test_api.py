"""The API: the records and lists of the pages, as JSON, for everybody the same."""

import json
from urllib.parse import quote

import pytest
from django.core.cache import CacheHandler, cache

from statements.api.views import StatementList
from statements.models import Statement
from tests.builders import build_article, build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_throttle():
    cache.clear()


def get(client, address: str, status: int = 200) -> dict:
    response = client.get(address)
    assert response.status_code == status, response.content.decode()
    assert response["Content-Type"] == "application/json"
    return response.json()


def walk(client, address: str) -> list[dict]:
    """The rows of all pages."""
    rows = []
    while address:
        page = get(client, address)
        rows += page["results"]
        address = page["next"]
    return rows


def test_a_statement_says_who_said_what_to_whom(client, archive):
    record = get(client, f"/api/v1/statements/{archive.peace.pk}/")
    assert record["content"] == archive.peace.content
    assert record["page"] == f"http://testserver/statements/{archive.peace.pk}/"
    assert [party["actor"]["name"] for party in record["speakers"]] == ["سامر الحلواني"]
    assert [party["actor"]["slug"] for party in record["addressees"]] == [archive.baroudi.slug]
    assert record["cue"]["lemma"] == "قال"
    assert record["cue"]["sense"] == "said"
    assert record["event"]["type"] == "phone_call"
    text = get(client, record["article"]["url"])["text"]
    assert [text[start:end] for start, end in record["spans"]] == [record["content"]]
    assert text[record["cue"]["start"] : record["cue"]["end"]] == "وقال"


def test_what_the_public_may_not_see_is_nowhere(client, archive, search_index):
    search_index()
    assert get(client, f"/api/v1/articles/{archive.draft.pk}/", 404)
    hidden = Statement.objects.filter(article=archive.draft).first()
    assert get(client, f"/api/v1/statements/{hidden.pk}/", 404)
    shown = [row["id"] for row in walk(client, "/api/v1/statements/")]
    assert hidden.pk not in shown
    assert archive.peace.pk in shown


def test_actors_are_found_by_name_or_office(client, archive, search_index):
    get(client, "/api/v1/actors/?q=البارودي", 503)
    search_index()
    assert [row["name"] for row in walk(client, "/api/v1/actors/?q=البارودي")] == ["ليث البارودي"]
    assert len(walk(client, f"/api/v1/actors/?q={quote('وزير خارجية')}&size=1")) == 2
    assert walk(client, "/api/v1/actors/?q=لاأحد") == []
    assert [row["name"] for row in walk(client, "/api/v1/actors/?q=baroudi")] == ["ليث البارودي"]


def test_lists_are_narrowed_as_their_pages_are(client, archive):
    assert [row["kind"] for row in walk(client, "/api/v1/actors/?kind=agency")] == ["agency"]
    assert len(walk(client, "/api/v1/events/?kind=phone_call")) == 1
    assert walk(client, "/api/v1/events/?kind=meeting") == []
    assert "ليس من القائمة" in get(client, "/api/v1/events/?kind=picnic", 400)["kind"][0]
    assert "sort" in get(client, "/api/v1/actors/?sort=name", 400)


def test_outlets(client, archive):
    (row,) = walk(client, "/api/v1/outlets/")
    assert row["name"] == archive.article.outlet.name
    assert get(client, f"/api/v1/outlets/{row['slug']}/") == row
    get(client, "/api/v1/outlets/لا-أحد/", 404)


def test_words_with_spaces_that_were_never_encoded_find_every_row(client, archive, search_index):
    search_index()
    assert len(walk(client, "/api/v1/actors/?q=وزير خارجية&size=1")) == 2


@pytest.mark.parametrize(
    "address",
    [
        "statements/?speeker=x",
        "articles/?what=actors",
        "actors/?name=x",
        "events/?q=x",
        "statements/{pk}/?x=1",
    ],
)
def test_a_parameter_that_there_is_not_is_told(client, archive, search_index, address):
    search_index()
    address = address.format(pk=archive.peace.pk)
    name = address.split("?")[1].split("=")[0]
    assert f"لا معامل باسم «{name}»" in get(client, f"/api/v1/{address}", 400)[name][0]
    assert f"no parameter “{name}”" in get(client, f"/en/api/v1/{address}", 400)[name][0]


def test_a_parameter_almost_right_is_told_what_it_should_be(client, archive, search_index):
    search_index()
    told = get(client, "/api/v1/statements/?speeker=x&cursr=1", 400)
    assert "هل تقصد «speaker»؟" in told["speeker"][0]
    assert "هل تقصد «cursor»؟" in told["cursr"][0]


def test_a_rejected_statement_is_gone(client, archive):
    Statement.objects.filter(pk=archive.peace.pk).update(state=Statement.State.REJECTED)
    assert "سُحب" in get(client, f"/api/v1/statements/{archive.peace.pk}/", 410)["detail"]


def test_lists_are_searched_as_the_page_is(client, archive, search_index):
    search_index()
    rows = walk(client, f"/api/v1/statements/?speaker={archive.halwani.slug}&q=المعابر")
    assert [row["id"] for row in rows] == [archive.crossings.pk]
    articles = walk(client, "/api/v1/articles/?q=المعابر")
    assert [row["id"] for row in articles] == [archive.peace.article_id]
    assert "text" not in articles[0]


def test_a_parameter_that_cannot_be_understood_is_told(client, archive, search_index):
    search_index()
    assert "kind" in get(client, "/api/v1/statements/?kind=nonsense", 400)
    assert "detail" in get(client, "/api/v1/statements/?cursor=nonsense", 404)
    assert "detail" in get(client, "/api/v1/statements/?cursor=W10", 404)


def test_without_an_index_it_says_so(client, archive, search_index):
    assert "الفهرس" in get(client, "/api/v1/statements/", 503)["detail"]


@pytest.mark.parametrize("query", ["", "&q=الأمر&sort=relevance", "&q=الأمر&sort=newest"])
def test_pages_hold_every_row_once(client, search_index, db, query):
    text = "\n".join(f"قال متحدث إن الأمر {number} قائم." for number in range(23))
    article = build_article(text)
    made = {build_statement(article, f"الأمر {number} قائم", kind="indirect").pk for number in range(23)}
    # Two that begin at the same letter share a place in the order of all.
    made |= {
        build_statement(article, content, kind="indirect").pk for content in ("الأمر 7 قائم.", "الأمر 7 ")
    }
    search_index()
    for size in (1, 2, 7, 25, 26):
        rows = [row["id"] for row in walk(client, f"/api/v1/statements/?size={size}{query}")]
        assert sorted(rows) == sorted(made)
        cache.clear()


def test_a_row_that_comes_in_meanwhile_is_not_repeated(client, search_index, db):
    article = build_article("قال إن الأول كان. قال إن الثاني كان. قال إن الثالث كان.")
    made = [
        build_statement(article, f"{word} كان", kind="indirect").pk for word in ("الأول", "الثاني", "الثالث")
    ]
    search_index()
    first = get(client, "/api/v1/statements/?size=2")
    newer = build_article("قال إن الجديد كان.", date=article.date.replace(year=2022))
    build_statement(newer, "الجديد كان", kind="indirect")
    search_index()
    assert [row["id"] for row in first["results"] + walk(client, first["next"])] == made


def test_actors_and_events(client, archive):
    names = {row["name"] for row in walk(client, "/api/v1/actors/?size=1")}
    assert {"سامر الحلواني", "ليث البارودي"} <= names
    actor = get(client, f"/api/v1/actors/{archive.halwani.slug}/")
    assert "وزير خارجية أرخانيا" in actor["offices"]
    between = walk(client, f"/api/v1/actors/{archive.halwani.slug}/to/{archive.baroudi.slug}/")
    assert {row["id"] for row in between} == {archive.peace.pk, archive.refusal.pk}
    assert get(client, f"/api/v1/actors/{archive.halwani.slug}/to/{archive.halwani.slug}/", 404)
    (event,) = walk(client, "/api/v1/events/")
    assert [one["actor"]["name"] for one in event["participants"]] == ["سامر الحلواني", "ليث البارودي"]
    assert get(client, event["url"]) == event


def test_it_is_throttled_by_all_processes_together(client, archive, monkeypatch, settings):
    from rest_framework.throttling import AnonRateThrottle

    monkeypatch.setattr(AnonRateThrottle, "rate", "3/min", raising=False)
    for _time in range(3):
        get(client, "/api/v1/events/")
    assert client.get("/api/v1/events/").status_code == 429
    another_process = CacheHandler(settings.CACHES)["default"]
    assert len(another_process.get("throttle_anon_127.0.0.1")) == 3


BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize("path", ["/api/v1/", "/en/api/v1/"])
def test_a_person_is_shown_a_page_of_what_there_is(client, db, path):
    response = client.get(path, headers=BROWSER)
    assert response["Content-Type"].startswith("text/html")
    page = response.text
    for name in (*get(client, path), "schema"):
        assert f'href="{path}{name}/"' in page
    for name in StatementList.known:
        assert name.startswith("no_") or f">{name}</code>" in page
    assert "Accept" in response["Vary"]


@pytest.mark.parametrize("path", ["", "actors/", "schema/"])
def test_editors_are_answered_like_everybody(admin_client, path):
    for headers in (BROWSER, {}):
        response = admin_client.get(f"/api/v1/{path}", headers=headers)
        assert (response.status_code, response["Cache-Control"]) == (200, "public, no-cache")


def test_the_schema_is_shown_in_a_browser(client, db):
    response = client.get("/api/v1/schema/", headers=BROWSER)
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"].startswith("inline")
    assert json.loads(response.content)["openapi"]


def test_the_schema_names_every_address_and_parameter(client, db):
    response = client.get("/api/v1/schema/", headers={"accept": "application/vnd.oai.openapi+json"})
    schema = json.loads(response.content)
    assert set(schema["paths"]) >= {"/api/v1/statements/", "/api/v1/actors/{slug}/to/{other}/"}
    parameters = {p["name"] for p in schema["paths"]["/api/v1/statements/"]["get"]["parameters"]}
    assert {"q", "speaker", "to", "from", "until", "cursor", "size"} <= parameters
    assert "content" in schema["components"]["schemas"]["Statement"]["properties"]
