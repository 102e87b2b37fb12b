"""Texts that are one, or nearly one: told once, and shown beside each other."""

import datetime

import pytest
from django.db import connection
from django.urls import reverse

from statements import importing, queueing, tasks
from statements.kinship import bands, find_kin, signature, similarity, sketch
from statements.models import (
    Article,
    ArticleKin,
    ImportResult,
    Publication,
    having_kin,
    kin_of,
    kin_of_each,
)
from statements.models.kin import least_similarity
from statements.publications import Metadata
from tests.builders import build_article
from tests.documents.files import OTHER, TEXT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queue")]

REPORT = f"{TEXT}\n{OTHER}\nوختم المرداوي كلمته بالتشديد على أن التعاون بين البلدين سيتواصل في كل الميادين الممكنة."
CARRIED = f"نشرت وكالة الأفق ما يلي:\n{REPORT.replace('أمس', 'الأربعاء')}"
LATER = (
    "قال وزير خارجية أرخانيا سامر الحلواني إن المعابر ستفتح غدا، وإن المساعدات ستصل إلى كل القرى قبل نهاية "
    "الأسبوع المقبل، وإن بلاده أرسلت فرقا طبية وأخرى هندسية إلى الحدود مع مملكة ذورين منذ صباح اليوم الباكر، "
    "كما أنها ستستقبل الجرحى في مستشفيات العاصمة وتقيم لهم مخيما قرب النهر حتى تنتهي الأزمة وتعود الحياة."
)


def take_in(text: str, **said) -> ImportResult:
    file = importing.receive(importing.start(metadata=Metadata(**said)), name="a.txt", content=text.encode())
    importing.read_import_file(file.pk)
    return file.results.get()


def test_nearly_one_text_is_told_from_another_on_the_same_matter():
    first, carried, later = (signature(text).tobytes() for text in (REPORT, CARRIED, LATER))
    assert similarity(first, first) == 1
    assert similarity(first, carried) > 0.7
    assert similarity(first, later) < 0.2


def test_spelling_and_punctuation_do_not_matter():
    plain = REPORT.replace("أ", "ا").replace("،", " ").replace("«", '"').replace("»", '"')
    assert signature(plain) == signature(REPORT)


def test_bands_are_of_one_place():
    numbers = signature(REPORT)
    assert len(set(bands(numbers))) == 32
    assert all(-(2**63) <= band < 2**63 for band in bands(numbers))


def test_pair_is_stored_once_whichever_is_looked_at():
    first, second, _other = (build_article(text) for text in (REPORT, CARRIED, LATER))
    sketch(Article.objects.all())
    assert [find_kin([article]) for article in (first, second, _other, first)] == [1, 1, 0, 1]
    pair = ArticleKin.objects.get()
    assert (pair.first, pair.second, pair.similarity > 0.7) == (first, second, True)


def test_kin_are_found_by_the_index():
    first, _second = (build_article(text) for text in (REPORT, CARRIED))
    sketch(Article.objects.all())
    plans = []

    def explain(execute, sql, params, many, context):
        if "&&" in sql:
            context["cursor"].cursor.execute(f"EXPLAIN {sql}", params)
            plans.append("\n".join(row[0] for row in context["cursor"].cursor.fetchall()))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        assert find_kin([first]) == 1
    assert "Index Scan on sketch_bands" in plans[0]
    with connection.cursor() as cursor:
        assert cursor.execute("SHOW enable_seqscan").fetchone() == ("on",)


def kin_of_two(text: str, other: str, **told) -> list[Article]:
    """What is kin to the article of `text` where another comes with `other`."""
    first, second = build_article(text), build_article(other, **told)
    sketch([first, second])
    find_kin([second])
    assert list(kin_of(second)) == ([first] if kin_of(first) else [])
    pair = ArticleKin.objects.first()  # the rule in the database is the rule
    assert bool(kin_of(first)) == (pair is not None and pair.similarity >= least_similarity(first, second))
    assert kin_of_each([first]) == ({first.pk: [second]} if kin_of(first) else {})
    assert list(having_kin(Article.objects.order_by("pk"))) == ([first, second] if kin_of(first) else [])
    return list(kin_of(first))


ELSEWHERE = {"outlet": "صحيفة الضفة"}
NEXT_WEEK = {"date": datetime.date(2021, 5, 19)}
REWORDED = REPORT.replace("أمس", "الأربعاء").replace("العاصمة", "المدينة")


@pytest.mark.parametrize(
    ("other", "told", "is_kin"),
    [
        (REWORDED, ELSEWHERE, True),
        (REWORDED, ELSEWHERE | {"date": datetime.date(2021, 5, 13)}, True),
        (REWORDED, {}, False),  # the outlet's own next story
        (REWORDED, ELSEWHERE | NEXT_WEEK, False),  # the court's next session
        (f"لقاء الحلواني والمرداوي\n{REPORT}", {}, True),  # a title in front
        (f"{REPORT}\nالمصدر: وكالة الأفق", NEXT_WEEK, True),
        (f"{LATER}\n{REPORT}", {}, False),  # another story before it
        (LATER, ELSEWHERE, False),
    ],
)
def test_report_of_another_outlet_is_told_from_the_next_story(other, told, is_kin):
    assert bool(kin_of_two(REPORT, other, **told)) == is_kin


def test_outlet_told_later_counts():
    second = build_article(REWORDED)
    first = build_article(REPORT)
    sketch([first, second])
    find_kin([second])
    assert not kin_of(first)
    second.outlet = None
    second.save()
    assert list(kin_of(first)) == [second]


def test_short_dispatch_with_a_title_in_front_is_kin():
    text = "قال وزير خارجية أرخانيا سامر الحلواني إن المعابر ستفتح غدا أمام المساعدات وإن الجرحى سينقلون إلى العاصمة."
    assert kin_of_two(text, f"الحلواني: المعابر تفتح غدا\n{text}")


def test_editor_sees_kin_and_publications_on_the_review_page(client, editor):
    client.force_login(editor)
    first = take_in(REPORT, outlet="وكالة الأفق").article
    take_in(REPORT, outlet="صحيفة الضفة", url="https://example.org/2")
    second = take_in(f"لقاء في العاصمة\n{REPORT}", outlet="وكالة الأفق").article
    find_kin([second])
    for article, other in ((first, second), (second, first)):
        page = client.get(reverse("admin:statements_article_review", args=[article.pk])).text
        assert "يكاد يطابق" in page
        assert f'href="{reverse("admin:statements_article_review", args=[other.pk])}"' in page
        assert ("صحيفة الضفة" in page) == (article == first)


def test_text_too_short_to_tell_has_no_kin():
    for n in range(2):
        article = build_article(f"قال الوزير إن الحوار مفيد {n}.")
        sketch([article])
        assert find_kin([article]) == 0


def test_same_text_from_another_outlet_is_a_second_publication(client):
    article = take_in(REPORT, outlet="وكالة الأفق", url="https://example.org/1").article
    day = datetime.date(2021, 5, 13)
    again = take_in(REPORT.replace("«", '"').replace("»", '"'), outlet="صحيفة الضفة", date=day)
    assert (again.outcome, again.article) == ("already_there", article)
    assert "أُضيفت إليه جهة النشر" in again.reason
    assert take_in(REPORT, outlet="صحيفة الضفة").reason == "هذا المقال موجود في الأرشيف."
    publication = Publication.objects.get()
    assert (publication.outlet.name, publication.date) == ("صحيفة الضفة", day)
    article.publish()
    assert "صحيفة الضفة" in client.get(article.get_absolute_url()).text


def test_outlet_and_day_that_were_unknown_are_filled_in_when_the_text_comes_again():
    article = take_in(REPORT).article
    again = take_in(REPORT, outlet="وكالة الأفق", date=datetime.date(2021, 5, 13))
    assert "أُكملت بياناته" in again.reason
    article.refresh_from_db()
    assert (article.outlet.name, article.date) == ("وكالة الأفق", datetime.date(2021, 5, 13))
    assert not Publication.objects.exists()


def test_same_text_from_the_same_outlet_is_no_second_publication():
    take_in(REPORT, outlet="وكالة الأفق")
    take_in(REPORT, outlet="وكالة الأفق")
    take_in(REPORT)
    assert not Publication.objects.exists()


def test_readers_see_published_kin_beside_an_article(client):
    first, second = build_article(REPORT, title="الأول"), build_article(CARRIED, title="الثاني", **ELSEWHERE)
    for article in (first, second):
        sketch([article])
    find_kin([first])
    assert "الثاني" in client.get(first.get_absolute_url()).text
    assert "الأول" in client.get(second.get_absolute_url()).text
    second.unpublish()
    assert "الثاني" not in client.get(first.get_absolute_url()).text


def test_articles_stored_before_there_were_sketches_find_kin_when_extracted_again():
    first, second = build_article(REPORT), build_article(REWORDED, **ELSEWHERE)
    for article in (first, second):
        queueing.queue_extraction(article)
        tasks.extract_now(article)
    assert list(kin_of(first)) == [second]
