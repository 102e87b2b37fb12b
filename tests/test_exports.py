"""Lists taken along: exactly the rows of the page, in every format."""

import csv
import datetime
import io
import json

import feedparser
import pytest
from python_calamine import CalamineWorkbook

from statements.exports.tables import harmless
from statements.models import Actor, Statement
from tests.builders import build_actor, build_article, build_statement

pytestmark = pytest.mark.django_db


def read(client, address: str, status: int = 200) -> bytes:
    response = client.get(address)
    assert response.status_code == status
    return b"".join(response.streaming_content) if response.streaming else response.content


def csv_rows(client, address: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(read(client, address).decode("utf-8-sig"))))


def json_rows(client, address: str) -> list[dict]:
    return [json.loads(line) for line in read(client, address).decode().splitlines()]


def xlsx_rows(client, address: str) -> list[list]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(read(client, address)))
    return book.get_sheet_by_index(0).to_python()


@pytest.fixture
def many(archive, search_index):
    """45 more statements of one speaker, three pages of a search."""
    speaker = build_actor("ريم المنصوري")
    article = build_article("\n".join(f"قالت ريم المنصوري إن المعبر {n} مفتوح." for n in range(45)))
    for number in range(45):
        build_statement(article, f"المعبر {number} مفتوح", by=[speaker], cue="قالت", kind="indirect")
    search_index()
    return speaker


@pytest.mark.parametrize(
    "query", ["q=المعبر", "q=المعبر&sort=newest", "speaker=ريم المنصوري&q=-7", "kind=indirect"]
)
def test_a_file_has_exactly_the_rows_of_the_search(client, many, query):
    pages = [client.get("/search/", _parameters(query) | {"page": n}).context["page"] for n in (1, 2, 3)]
    shown = [row.pk for page in pages[: pages[0].paginator.num_pages] for row in page.object_list]
    assert len(shown) > 40
    address = f"/search/?{query}&format="
    assert [int(row["الرقم"]) for row in csv_rows(client, address + "csv")] == shown
    assert [row["id"] for row in json_rows(client, address + "jsonl")] == shown
    assert [int(row[0]) for row in xlsx_rows(client, address + "xlsx")[1:]] == shown
    assert len(feedparser.parse(read(client, address + "atom")).entries) == len(shown)


def _parameters(query: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in query.split("&"))


def test_a_table_says_who_said_what_to_whom(client, archive, search_index):
    Actor.objects.filter(pk=archive.halwani.pk).update(country="LB")
    search_index()
    row = next(r for r in csv_rows(client, "/search/?format=csv") if int(r["الرقم"]) == archive.peace.pk)
    assert row["المتحدث"] == "سامر الحلواني"
    assert row["منصب المتحدث في المقال"] == "وزير خارجية أرخانيا"
    assert row["دولة المتحدث"] == "لبنان"
    assert row["المخاطَب"] == "ليث البارودي"
    assert row["دولة المخاطَب"] == ""
    assert row["ما قيل"] == archive.peace.content
    assert row["المناسبة"] == "اتصال هاتفي"
    assert row["صفحة التصريح"] == f"http://testserver{archive.peace.get_absolute_url()}"
    heading, *rows = xlsx_rows(client, "/search/?format=xlsx")
    assert (
        dict(zip(heading, map(str, next(r for r in rows if int(r[0]) == archive.peace.pk)), strict=True))
        | {"الرقم": row["الرقم"]}
        == row
    )


@pytest.mark.parametrize(("word", "name"), [("json", "jsonl"), ("excel", "xlsx")])
def test_a_format_is_known_by_the_word_of_its_link(client, archive, word, name):
    response = client.get(f"{archive.article.get_absolute_url()}?format={word}")
    response.close()
    assert f".{name}" in response["Content-Disposition"]


def test_the_word_that_joins_cue_and_content_is_told(client, archive, search_index):
    search_index()
    (row,) = csv_rows(client, "/search/?q=السابقة&format=csv")
    assert (row["فعل القول"], row["أداة الوصل"]) == ("أكد", "أن")
    (row,) = csv_rows(client, "/search/?q=المعابر&format=csv")
    assert (row["فعل القول"], row["أداة الوصل"]) == ("شدد", "على")


def test_the_lines_are_the_records_of_the_api(client, archive, search_index):
    search_index()
    (line,) = json_rows(client, "/search/?q=المعابر&format=jsonl")
    assert line == client.get(f"/api/v1/statements/{archive.crossings.pk}/").json()


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/actors/{0.halwani.slug}/?list=said&", ["crossings", "peace"]),
        ("/actors/{0.halwani.slug}/?list=told&", ["refusal"]),
        ("/actors/{0.halwani.slug}/to/{0.baroudi.slug}/?", ["refusal", "peace"]),
        ("/events/{0.call.pk}/?", ["peace", "refusal"]),
        ("/articles/{0.article.pk}/?", ["peace", "refusal", "crossings"]),
    ],
)
def test_every_list_can_be_taken_along(client, archive, address, names):
    wanted = {getattr(archive, name).pk for name in names}
    for form, rows in (("csv", csv_rows), ("jsonl", json_rows)):
        found = rows(client, address.format(archive) + f"format={form}")
        assert {int(row.get("id") or row["الرقم"]) for row in found} == wanted
        assert len(found) == len(wanted)


def test_actors_events_and_articles(client, archive, search_index):
    search_index()
    for address in ("/actors/?", "/search/?what=actors&"):
        rows = csv_rows(client, f"{address}format=csv")
        (row,) = [row for row in rows if row["الاسم"] == "سامر الحلواني"]
        assert (row["تصريحات صدرت عنه"], row["تصريحات وُجّهت إليه"]) == ("2", "1")
    (event,) = csv_rows(client, "/events/?format=csv")
    assert event["المشاركون"] == "سامر الحلواني؛ ليث البارودي"
    (article,) = json_rows(client, "/search/?what=articles&q=المعابر&format=jsonl")
    assert article["title"] == str(archive.article)


def test_nothing_unpublished_is_taken_along(client, archive, search_index):
    search_index()
    assert "السر" not in read(client, "/search/?format=csv").decode()
    assert "السر" not in read(client, f"/actors/{archive.halwani.slug}/?list=said&format=jsonl").decode()
    assert client.get(f"/articles/{archive.draft.pk}/?format=csv").status_code == 404


def test_what_came_in_after_the_index_was_asked_is_left_out(client, archive, search_index):
    search_index()
    Statement.objects.filter(pk=archive.peace.pk).update(state=Statement.State.REJECTED)
    assert archive.peace.pk not in [int(row["الرقم"]) for row in csv_rows(client, "/search/?format=csv")]


def test_the_feed_is_valid_and_leads_to_the_page(client, archive, search_index):
    search_index()
    feed = feedparser.parse(read(client, "/search/?q=المعابر&format=atom"))
    assert not feed.bozo
    assert feed.feed.link == "http://testserver/search/?q=%D8%A7%D9%84%D9%85%D8%B9%D8%A7%D8%A8%D8%B1"
    (entry,) = feed.entries
    assert entry.link == f"http://testserver{archive.crossings.get_absolute_url()}"
    assert entry.summary == archive.crossings.content
    assert entry.author == "سامر الحلواني"
    assert entry.published.startswith(archive.article.date.isoformat())
    assert entry.updated.startswith(archive.article.published_at.date().isoformat())


def test_a_feed_is_newest_first_whatever_the_order_of_the_search(client, archive, search_index):
    for day, words in ((1, "المعبر"), (2, "المعبر والمعبر الآخر ثم المعبر"), (3, "باب المعبر")):
        article = build_article(f"قالت ريم إن {words} مفتوح.", date=datetime.date(2021, 6, day))
        build_statement(article, f"{words} مفتوح", cue="قالت", kind="indirect")
    search_index()
    for sort in ("", "&sort=relevance", "&sort=oldest"):
        feed = feedparser.parse(read(client, f"/search/?q=المعبر&format=atom{sort}"))
        days = [entry.published[:10] for entry in feed.entries]
        assert days[:3] == ["2021-06-03", "2021-06-02", "2021-06-01"]


@pytest.mark.parametrize("what", ["statements", "articles", "events", "actors"])
def test_an_entry_is_updated_at_the_same_moment_at_every_fetch(client, archive, search_index, what):
    archive.article.__class__.objects.update(published_at=None)
    search_index()
    for row in (archive.article, archive.halwani):
        row.__class__.objects.update(created_at=datetime.datetime(2021, 5, 13, tzinfo=datetime.UTC))
    feed = feedparser.parse(read(client, f"/search/?what={what}&format=atom"))
    assert feed.entries
    assert {entry.updated[:10] for entry in feed.entries} == {"2021-05-13"}


def test_what_cannot_be_asked_gives_no_file(client, archive, search_index):
    assert "الفهرس" in read(client, "/search/?format=csv", 503).decode()
    search_index()
    assert "القائمة" in read(client, "/search/?kind=nonsense&format=csv", 400).decode()
    read(client, "/search/?format=nonsense", 404)


def test_a_file_of_nothing_has_its_headings(client, archive, search_index):
    search_index()
    assert read(client, "/search/?q=غيرموجود&format=csv").decode("utf-8-sig").startswith("الرقم,المتحدث")
    assert len(xlsx_rows(client, "/search/?q=غيرموجود&format=xlsx")) == 1


def test_no_cell_is_run_as_a_formula():
    assert harmless("=SUM(A1)") == "'=SUM(A1)"
    assert harmless("- قال") == "'- قال"
    assert harmless("قال =1") == "قال =1"
    assert harmless(7) == 7


def test_pages_offer_their_lists(client, archive, search_index):
    search_index()
    page = client.get("/search/?q=المعابر&page=1").content.decode()
    assert 'href="?q=%D8%A7%D9%84%D9%85%D8%B9%D8%A7%D8%A8%D8%B1&amp;format=csv"' in page
    page = client.get(archive.halwani.get_absolute_url()).content.decode()
    assert 'href="?list=said&amp;format=xlsx"' in page


def test_a_quotation_within_is_closed_for_readers_and_left_exact_in_the_records(client, db):
    article = build_article("أكد الحلواني دعم أمن «أرخانيا الكبرى» دائماً.", title="تأكيد")
    cut = "أمن «أرخانيا الكبرى"
    row = build_statement(article, cut, kind="indirect", by=[build_actor("سامر الحلواني")])
    address = f"{article.get_absolute_url()}?format="
    assert csv_rows(client, address + "csv")[0]["ما قيل"] == f"{cut}»"
    (entry,) = feedparser.parse(read(client, address + "atom")).entries
    assert (entry.title, entry.summary) == (f"سامر الحلواني: {cut}»", f"{cut}»")
    (record,) = json_rows(client, address + "jsonl")
    assert (record["content"], record["shown"]) == (cut, f"{cut}»")
    assert client.get(f"/api/v1/statements/{row.pk}/").json() == record
    assert xlsx_rows(client, address + "xlsx")[1][7] == f"{cut}»"
    assert f'content="{cut}»"' in client.get(row.get_absolute_url()).content.decode()
