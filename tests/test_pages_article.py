"""An article: its text with the parts of every statement told apart where they stand."""

import datetime
import re
from urllib.parse import quote

import pytest

from statements.models import Event, EventGroup
from tests.builders import build_actor, build_article, build_event, build_statement
from tests.pages import queries, shown

pytestmark = pytest.mark.django_db


def test_the_text_stands_letter_for_letter(client, archive):
    page = shown(client.get(archive.article.get_absolute_url()))
    assert " ".join(archive.article.text.split()) in page


def test_the_parts_of_a_statement_are_marked_and_lead_to_it(client, archive):
    page = client.get(archive.article.get_absolute_url()).content.decode()
    address = archive.peace.get_absolute_url()
    assert f'<a class="number" id="mark-1" href="{address}" data-number="1"' in page
    assert f'<span class="cue" data-statement="1"><a href="{address}">وقال</a></span>' in page
    assert "</a>نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق</span>" in page
    assert '<span class="speaker" data-statement="1">' in page
    assert '<span class="addressee" data-statement="1">' in page


def test_a_party_not_named_at_the_cue_is_marked_where_the_paragraph_names_it(client, archive):
    archive.crossings.parties.filter(role="speaker").update(start=None, end=None)
    archive.refusal.parties.filter(role="addressee").update(start=None, end=None)
    text = archive.article.text
    for at in (text.index("الحلواني"), text.rindex("الحلواني")):
        archive.article.mentions.create(actor=archive.halwani, start=at, end=at + len("الحلواني"))
    page = client.get(archive.article.get_absolute_url()).content.decode()
    address = archive.crossings.get_absolute_url()
    assert f'<span class="speaker" data-statement="3"><a href="{address}">الحلواني</a></span>' in page
    assert '<span class="addressee" data-statement="2">' not in page


def test_the_statements_are_listed_in_the_order_of_the_text(client, archive):
    response = client.get(archive.article.get_absolute_url())
    assert response.context["statements"] == [archive.peace, archive.refusal, archive.crossings]
    assert "3 تصريحات في المقال" in shown(response)


def test_outlet_day_and_source_are_told(client, archive):
    archive.article.url = "https://example.org/a?b=1&c=2"
    archive.article.save()
    page = client.get(archive.article.get_absolute_url())
    assert "وكالة الأفق نُشر في 12 مايو 2021 المقال في مصدره" in shown(page)
    assert 'href="https://example.org/a?b=1&amp;c=2"' in page.content.decode()


def test_the_writer_is_told_where_known(client, archive):
    address = archive.article.get_absolute_url()
    assert "بقلم" not in shown(client.get(address))
    type(archive.article).objects.filter(pk=archive.article.pk).update(author="نادر السالمي")
    assert "بقلم نادر السالمي" in shown(client.get(address))


def test_an_address_that_is_no_web_address_is_not_linked(client, archive):
    archive.article.url = "javascript:alert(1)"
    archive.article.save()
    assert "javascript:" not in client.get(archive.article.get_absolute_url()).content.decode()


def test_markup_in_text_and_names_is_shown_as_text(client, db):
    text = "قال <b>سامر</b> «لا \"شيء\" & <script>alert('x')</script>»."
    article = build_article(text, title="<script>title</script>", outlet="<i>جهة</i>")
    build_statement(
        article, "لا \"شيء\" & <script>alert('x')</script>", by=[build_actor("<b>سامر</b>")], cue="قال"
    )
    page = client.get(article.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<script>title" not in page
    assert "<i>جهة" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page


def test_rejected_statements_are_not_marked(client, archive):
    archive.refusal.state = "rejected"
    archive.refusal.save()
    response = client.get(archive.article.get_absolute_url())
    assert archive.refusal.get_absolute_url() not in response.content.decode()
    assert "تصريحان في المقال" in shown(response)


def test_an_article_without_statements_or_title_has_a_page(client, db):
    article = build_article("خبر قصير بلا تصريحات.", title="", outlet="جريدة الضحى")
    page = shown(client.get(article.get_absolute_url()))
    assert "خبر قصير بلا تصريحات. –" in page
    assert "لا تصريحات في المقال" in page


@pytest.mark.parametrize(
    ("title", "is_hidden"),
    [("عنوان الخبر", True), ("عنوان", False), ("", False), ("عنوان آخر", False)],
)
def test_a_heading_that_the_text_repeats_is_seen_once_and_the_text_stays_whole(client, db, title, is_hidden):
    article = build_article("عنوان الخبر\nقال سامر إن الأمر تم.", title=title)
    response = client.get(article.get_absolute_url())
    page = response.content.decode()
    assert ('<h1 class="visually-hidden">' in page) == is_hidden
    assert ("opens-with-title" in page) == is_hidden
    assert "<p>عنوان الخبر</p>\n<p>قال سامر إن الأمر تم.</p>" in page


def test_the_statements_below_a_long_text_are_one_jump_away(client, archive):
    page = client.get(archive.article.get_absolute_url()).content.decode()
    assert re.search(r'<p class="jump"><a href="#list-title">3 تصريحات في المقال ', page)
    assert 'id="list-title"' in page


def test_the_legend_explains_the_marks_that_there_are(client, archive):
    archive.crossings.parties.filter(role="reporter").delete()
    page = shown(client.get(archive.article.get_absolute_url()))
    assert "علامات النص المتحدث فعل القول الكلام المخاطَب" in page
    assert "الناقل" not in page


def test_the_outlet_leads_to_all_it_published(client, archive):
    page = client.get(archive.article.get_absolute_url()).content.decode()
    assert f'href="/outlets/{quote(archive.article.outlet.slug)}/"' in page


def test_a_draft_is_there_for_staff_alone_and_says_so(client, admin_client, archive):
    assert client.get(archive.draft.get_absolute_url()).status_code == 404
    response = admin_client.get(archive.draft.get_absolute_url())
    assert response.status_code == 200
    assert "غير منشور" in shown(response)


def test_the_number_of_queries_does_not_grow(client, archive):
    address = archive.article.get_absolute_url()
    few = queries(client, address)
    for content in ("كرامة الشعبين", "الحوار", "فتح المعابر", "المواقف السابقة"):
        speaker = build_actor(f"ناطق {content}")
        build_statement(archive.article, content, by=[speaker], to=[archive.ofoq], event=archive.call)
    assert queries(client, address) == few <= 12


def test_undated_articles_have_a_page(client, archive):
    article = archive.article
    article.date = None
    article.save()
    article.statements.update(day=None)
    assert client.get(article.get_absolute_url()).status_code == 200
    assert str(datetime.date.today().year) not in shown(client.get(article.get_absolute_url()))


def test_articles_on_the_same_occasion_are_listed(client, archive):
    other = build_article("هاتف الحلواني نظيره.", title="خبر آخر عن الاتصال", outlet="جريدة الضحى")
    build_event(other, "phone_call", [archive.halwani])
    assert "في المناسبة نفسها" not in shown(client.get(archive.article.get_absolute_url()))
    Event.objects.update(group=EventGroup.objects.create())
    page = shown(client.get(archive.article.get_absolute_url()))
    assert "مقالات في المناسبة نفسها خبر آخر عن الاتصال جريدة الضحى · 12 مايو 2021" in page
    other.unpublish()
    assert "خبر آخر" not in shown(client.get(archive.article.get_absolute_url()))


def test_the_marks_can_be_turned_off_without_script(client, archive):
    page = client.get(archive.article.get_absolute_url()).content.decode()
    assert '<input type="checkbox" id="marks" checked>' in page
    bare = build_article("خبر قصير بلا تصريحات.")
    assert 'id="marks"' not in client.get(bare.get_absolute_url()).content.decode()


def test_according_to_is_written_on_to_the_name_it_joins(client, db):
    halwani = build_actor("سامر الحلواني")
    for text, words, after in (
        ("ووفقاً لسامر الحلواني فإن المعابر ستُفتح", "ووفقاً", ""),
        ("وبحسب سامر الحلواني فإن المعابر ستُفتح", "وبحسب", " "),
    ):
        article = build_article(text)
        build_statement(
            article, "المعابر ستُفتح", by=[halwani], cue=words, cue_lemma="وفق", sense="according_to"
        )
        page = client.get(article.get_absolute_url()).text
        assert re.search(rf'<span class="sense">.*?</span>{after}<span class="from">', page)
