"""JSON-LD and Open Graph: what schema.org defines, of what is public, and harmless inside a page.

SCHEMA says of each type that the pages use which of schema.org's properties it has (its own and those of the types
above it), and of each property what it may hold (schema.org, version 29).
"""

import datetime
import json
import re

import pytest

from statements.models import Actor
from statements.pages.linked_data import linked_data
from tests.builders import build_actor, build_article, build_statement

pytestmark = pytest.mark.django_db

ABOVE = {
    "Quotation": "CreativeWork",
    "NewsArticle": "Article",
    "Article": "CreativeWork",
    "CreativeWork": "Thing",
    "Person": "Thing",
    "NewsMediaOrganization": "Organization",
    "Organization": "Thing",
    "Country": "Place",
    "Place": "Thing",
    "Event": "Thing",
    "Audience": "Thing",
}
AGENT = {"Person", "Organization"}
SCHEMA = {
    "Thing": {
        "name": "Text",
        "alternateName": "Text",
        "description": "Text",
        "url": "URL",
        "sameAs": "URL",
        "subjectOf": {"CreativeWork", "Event"},
    },
    "CreativeWork": {
        "text": "Text",
        "headline": "Text",
        "inLanguage": "Text",
        "audience": {"Audience"},
        "contributor": AGENT,
        "author": AGENT,
        "publisher": AGENT,
        "dateCreated": "Date",
        "datePublished": "Date",
        "recordedAt": {"Event"},
        "isPartOf": {"CreativeWork"},
        "isBasedOn": "URL",
        "isAccessibleForFree": "Boolean",
        "creativeWorkStatus": "Text",
    },
    "Quotation": {"spokenByCharacter": AGENT},
    "Article": {},
    "NewsArticle": {},
    "Person": {"jobTitle": "Text"},
    "Organization": {},
    "NewsMediaOrganization": {},
    "Place": {},
    "Country": {},
    "Event": {"startDate": "Date", "location": {"Place"}, "attendee": AGENT},
    "Audience": {},
}


def lineage(kind: str) -> list[str]:
    return [kind, *(lineage(ABOVE[kind]) if kind in ABOVE else [])]


def check(data: dict) -> None:
    """Raises AssertionError for what schema.org does not define."""
    kind = data["@type"]
    defined = {name: expected for one in lineage(kind) for name, expected in SCHEMA[one].items()}
    for name, value in data.items():
        if not name.startswith("@"):
            for one in value if isinstance(value, list) else [value]:
                check_value(f"{kind}.{name}", one, defined[name])


def check_value(where: str, value, expected) -> None:
    if isinstance(expected, set):
        assert expected & set(lineage(value["@type"])), where
        check(value)
    elif expected == "Boolean":
        assert isinstance(value, bool), where
    else:
        assert isinstance(value, str), where
        assert value, where
        if expected == "Date":
            datetime.date.fromisoformat(value)
        if expected == "URL":
            assert re.match(r"https?://", value), where


def described(client, address: str) -> dict | None:
    found = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', client.get(address).content.decode()
    )
    return json.loads(found[0]) if found else None


def test_a_statement_is_a_quotation(client, archive):
    data = described(client, archive.peace.get_absolute_url())
    check(data)
    assert data["@type"] == "Quotation"
    assert data["text"] == archive.peace.content
    assert [who["name"] for who in data["spokenByCharacter"]] == ["سامر الحلواني"]
    assert data["audience"] == [{"@type": "Audience", "name": "ليث البارودي"}]
    assert data["recordedAt"]["@type"] == "Event"
    assert data["isPartOf"]["headline"] == "اتصال هاتفي بين الحلواني والبارودي"


def test_a_quotation_is_closed_as_it_is_on_the_page(client):
    article = build_article("قال سامر الحلواني إن «أمن «أرخانيا الواحدة»» لا يُمس.")
    statement = build_statement(article, "أمن «أرخانيا الواحدة", by=[build_actor("سامر الحلواني")])
    assert described(client, statement.get_absolute_url())["text"] == "أمن «أرخانيا الواحدة»"


@pytest.mark.parametrize(
    ("name", "type"),
    [("halwani", "Person"), ("ofoq", "NewsMediaOrganization"), ("call", "Event"), ("article", "NewsArticle")],
)
@pytest.mark.parametrize("language", ["", "/en"])
def test_a_page_is_described_as_schema_org_defines(client, archive, name, type, language):
    data = described(client, language + getattr(archive, name).get_absolute_url())
    check(data)
    assert (data["@context"], data["@type"]) == ("https://schema.org", type)
    assert data["url"].startswith(f"http://testserver{language}/")


@pytest.mark.parametrize("kind", Actor.Kind.values)
def test_every_kind_of_actor_is_described_or_left_alone(archive, kind):
    archive.halwani.kind = kind
    data = linked_data(archive.halwani, lambda path: f"https://example.org{path}")
    assert (data is None) == (kind == "unnamed")
    if data:
        check(data)


def test_a_state_speaks_as_a_body(client, archive):
    archive.halwani.kind = "country"
    archive.halwani.save()
    data = described(client, archive.peace.get_absolute_url())
    check(data)
    assert data["spokenByCharacter"][0]["@type"] == "Organization"


def test_an_actor_has_its_names_and_offices(client, archive, search_index):
    search_index()
    data = described(client, archive.halwani.get_absolute_url())
    assert "الحلواني" in data["alternateName"]
    assert data["jobTitle"] == ["وزير خارجية أرخانيا"]


def test_names_that_only_a_draft_uses_stay_unknown(client, archive):
    archive.halwani.names.create(text="أبو السر", folded="ابو السر")
    assert "أبو السر" not in json.dumps(
        described(client, archive.halwani.get_absolute_url()), ensure_ascii=False
    )


def test_lists_and_searches_describe_nothing(client, archive):
    assert described(client, "/actors/") is None
    assert described(client, f"/actors/{archive.halwani.slug}/to/{archive.baroudi.slug}/") is None


def test_words_of_an_article_cannot_end_the_script(client, archive):
    article = build_article('قال سامر الحلواني "</script><b>&" وسكت.', title="</script>")
    statement = build_statement(article, "</script><b>&", by=[archive.halwani], cue="قال")
    page = client.get(statement.get_absolute_url()).content.decode()
    assert "</script><b>" not in page
    assert described(client, statement.get_absolute_url())["text"] == "</script><b>&"


def test_sharing_tells_title_language_and_day(client, archive):
    page = client.get(f"/en{archive.peace.get_absolute_url()}").content.decode()
    told = dict(re.findall(r'<meta property="([\w:]+)" content="([^"]*)">', page))
    assert told["og:type"] == "article"
    assert told["article:published_time"] == "2021-05-12"
    assert (told["og:locale"], told["og:locale:alternate"]) == ("en_US", "ar_AR")
    assert told["og:site_name"] == "Archive of Statements"
    assert told["og:url"] == f"http://testserver/en{archive.peace.get_absolute_url()}"
