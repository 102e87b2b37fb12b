"""A statement's permanent page: the words, who to whom, in which context; gone when it no longer stands."""

import datetime
import re

import pytest

from statements.calendars import write_day
from statements.models import ActorName, Statement
from tests.builders import build_actor, build_article, build_mention, build_statement
from tests.pages import grow, queries, shown

pytestmark = pytest.mark.django_db


def page_of(client, statement) -> str:
    return shown(client.get(statement.get_absolute_url()))


def _heading(page: str) -> str:
    return re.sub(r"<[^>]+>", "", re.search(r"<h1.*?</h1>", page, re.DOTALL)[0])


def test_the_words_and_both_sides_with_their_offices_are_shown(client, archive):
    page = page_of(client, archive.peace)
    assert "والمقاومة حق المتحدث سامر الحلواني وزير خارجية أرخانيا ←" in page
    assert "المخاطَب ليث البارودي" in page


def test_the_heading_says_who_and_with_which_word_to_whom(client, archive):
    page = client.get(archive.crossings.get_absolute_url()).content.decode()
    assert "سامر الحلواني شدد" in " ".join(_heading(page).split())
    page = client.get(archive.peace.get_absolute_url()).content.decode()
    assert " ".join(_heading(page).split()) == "سامر الحلواني قال ← والمخاطَب ليث البارودي"


def test_the_verb_is_the_articles_and_its_sense_a_category(client, archive):
    page = page_of(client, archive.crossings)
    assert "سامر الحلواني شدد شدد على ضرورة فتح المعابر المتحدث" in page
    assert "← صنف القول: تأكيد المخاطَب" in page
    assert "أكد" not in page.partition("في سياقه")[0]


def test_an_office_of_a_namesake_is_not_given_to_who_is_not_named_beside_it(client, archive):
    ActorName.objects.create(actor=archive.baroudi, text="وزير خارجية أرخانيا", folded="-", kind="office")
    assert page_of(client, archive.peace).count("ليث البارودي وزير خارجية أرخانيا") == 0


@pytest.mark.parametrize(
    ("fields", "lead"),
    [
        ({"kind": "indirect"}, "شدد على "),
        ({"kind": "direct"}, "شدد على "),  # «على» joins the words to their verb
        ({"kind": "indirect", "sense": "according_to"}, ""),
    ],
)
def test_the_verb_leads_into_words_that_alone_would_say_something_else(client, archive, fields, lead):
    Statement.objects.filter(pk=archive.crossings.pk).update(**fields)
    page = client.get(archive.crossings.get_absolute_url()).content.decode()
    assert re.sub(r"<[^>]+>", "", re.search(r"<blockquote.*?</blockquote>", page, re.DOTALL)[0]).startswith(
        lead
    )


def test_words_said_as_they_stand_have_no_verb_before_them(client, archive):
    page = client.get(archive.peace.get_absolute_url()).content.decode()
    assert 'class="lead-in' not in page


def test_an_office_of_the_time_stands_in_for_one_the_article_does_not_give(client, archive):
    office = archive.baroudi.names.get(kind="office")
    office.first_seen, office.last_seen = datetime.date(2020, 1, 1), datetime.date(2022, 1, 1)
    office.save()
    both = [
        build_article(f"وصل وزير خارجية ذورين يوم {day}.", date=day)
        for day in (office.first_seen, office.last_seen)
    ]
    for article in both:
        build_mention(article, "وزير خارجية ذورين", archive.baroudi)
    told = "ليث البارودي وزير خارجية ذورين (من مقالات تلك المدة)"
    assert told in page_of(client, archive.peace)
    both[1].unpublish()
    assert "وزير خارجية ذورين" not in page_of(client, archive.peace)


def test_it_is_cited_on_the_page_and_as_files(client, archive):
    page = page_of(client, archive.peace)
    address = f"http://testserver{archive.peace.get_absolute_url()}"
    assert "في: «اتصال هاتفي بين الحلواني والبارودي»، وكالة الأفق، 12 مايو 2021، أرشيف التصريحات" in page
    assert "Quoted in “اتصال هاتفي بين الحلواني والبارودي.” وكالة الأفق, May 12, 2021." in page
    assert "وكالة الأفق. (2021, May 12). اتصال هاتفي" in page
    bib = client.get(f"{archive.peace.get_absolute_url()}citation.bib")
    assert (bib["Content-Type"], address in bib.content.decode()) == (
        "application/x-bibtex; charset=utf-8",
        True,
    )
    ris = client.get(f"{archive.peace.get_absolute_url()}citation.ris")
    assert ris["Content-Disposition"] == f'attachment; filename="statement-{archive.peace.pk}.ris"'


@pytest.mark.parametrize(("state", "kind", "status"), [("machine", "doc", 404), ("rejected", "ris", 410)])
def test_there_is_no_citation_of_another_kind_or_of_what_is_gone(client, archive, state, kind, status):
    Statement.objects.filter(pk=archive.peace.pk).update(state=state)
    assert client.get(f"{archive.peace.get_absolute_url()}citation.{kind}").status_code == status
    assert client.get(f"{archive.secret.get_absolute_url()}citation.ris").status_code == 404


def test_what_is_shared_names_outlet_and_day_and_that_no_editor_has_read_it(client, archive):
    address = archive.peace.get_absolute_url()
    outlet, day = archive.article.outlet.called, write_day(archive.article.date)
    shared = client.get(address).context["share"]["message"].split("\n")
    assert shared[1:] == [f"{outlet}، {day}", "استخراج آلي لم يراجعه محرر", f"http://testserver{address}"]
    archive.article.statements.update(state="confirmed")
    assert client.get(address).context["share"]["message"].split("\n")[1:] == [shared[1], shared[3]]


def test_it_is_shared_by_plain_links(client, archive):
    page = client.get(archive.peace.get_absolute_url()).content.decode()
    assert 'href="https://wa.me/?text=%C2%AB' in page
    assert not re.search(r'(?:src|action)="https?://', page)


def test_the_day_is_that_of_the_event_or_said_to_be_of_publication(client, archive):
    assert "التاريخ نُشر في 12 مايو 2021" in page_of(client, archive.crossings)
    archive.call.day = datetime.date(2021, 5, 11)
    archive.call.save()
    assert "التاريخ 11 مايو 2021" in page_of(client, archive.peace)


def test_nobody_is_said_to_relay_himself(client, archive):
    archive.crossings.parties.filter(role="reporter").update(actor=archive.halwani)
    assert "نقلًا عن" not in page_of(client, archive.crossings)


def test_an_office_the_article_does_not_use_is_not_shown(client, archive):
    assert "وزير خارجية ذورين" not in page_of(client, archive.peace)


def test_occasion_day_kind_outlet_and_agency_are_told(client, archive):
    page = page_of(client, archive.peace)
    assert "المناسبة اتصال هاتفي بين سامر الحلواني وليث البارودي" in page
    assert "مباشر: بألفاظ المتحدث" in page
    assert "جهة النشر وكالة الأفق" in page
    assert "نقلًا عن وكالة الأفق" in page_of(client, archive.crossings)


def test_what_no_editor_read_is_told_from_what_one_did(client, archive):
    assert "التحقق استخراج آلي" in page_of(client, archive.peace)
    assert "التحقق راجعه محرر" in page_of(client, archive.refusal)


def test_the_paragraphs_before_and_after_are_the_context(client, archive):
    page = page_of(client, archive.refusal)
    assert "وقال الحلواني «نريد حلاً سلمياً" in page
    assert "وأكد البارودي أن بلاده ترفض المواقف السابقة وتدعم الحوار." in page
    assert "وأفادت وكالة الأفق" in page
    assert "أجرى وزير خارجية" not in page


def test_the_article_is_linked_at_the_statement(client, archive):
    page = client.get(archive.refusal.get_absolute_url()).content.decode()
    assert f'href="{archive.article.get_absolute_url()}#mark-2"' in page
    assert "التصريح 2 من 3 في المقال" in page


def test_a_speaker_without_actor_is_named_and_not_linked(client, archive):
    archive.peace.speakers[0].delete()
    archive.peace.parties.create(role="speaker", name="مسؤول رفيع")
    page = client.get(archive.peace.get_absolute_url()).content.decode()
    assert "<bdi>مسؤول رفيع</bdi>" in page


def test_sides_that_nobody_knows_are_said_to_be_unknown(client, archive):
    archive.peace.parties.all().delete()
    assert "المتحدث غير محدد ← صنف القول: قول المخاطَب غير محدد" in page_of(client, archive.peace)


def test_several_spans_are_joined_by_an_ellipsis(client, archive):
    text = archive.article.text
    first, second = text.index("نريد حلاً"), text.index("والمقاومة حق")
    archive.peace.spans = [[first, first + 9], [second, second + 12]]
    archive.peace.save()
    assert "نريد حلاً … والمقاومة حق" in page_of(client, archive.peace)


def test_a_verbless_quotation_without_event_has_a_page(client, archive):
    bare = build_statement(archive.article, "كرامة الشعبين")
    page = page_of(client, bare)
    assert "كرامة الشعبين" in page
    assert "المناسبة" not in page


def test_the_title_says_who_and_the_first_words(client, archive):
    page = client.get(archive.peace.get_absolute_url()).content.decode()
    assert "<title>سامر الحلواني: «نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق» – أرشيف" in page
    archive.refusal.parties.update(actor=None, name="")
    page = client.get(archive.refusal.get_absolute_url()).content.decode()
    assert '<meta property="og:title" content="بلاده ترفض المواقف السابقة وتدعم الحوار">' in page


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
def test_a_statement_that_no_longer_stands_is_gone_and_leads_to_the_article(client, archive, state):
    archive.peace.state = state
    archive.peace.save()
    response = client.get(archive.peace.get_absolute_url())
    assert response.status_code == 410
    assert archive.article.get_absolute_url() in response.content.decode()
    assert "نريد حلاً" not in shown(response)


def test_a_statement_of_a_draft_is_there_for_staff_alone(client, admin_client, archive):
    assert client.get(archive.secret.get_absolute_url()).status_code == 404
    assert "غير منشور" in page_of(admin_client, archive.secret)


def test_a_rejected_statement_of_a_draft_does_not_tell_that_it_was_there(client, archive):
    archive.secret.state = "rejected"
    archive.secret.save()
    assert client.get(archive.secret.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_numbers_nobody_has_are_not_found(client, archive, number):
    assert client.get(f"/statements/{number}/").status_code == 404


def test_markup_in_the_words_is_shown_as_text(client, db):
    article = build_article("قال سامر «<script>alert(1)</script>».")
    statement = build_statement(article, "<script>alert(1)</script>", by=[build_actor("سامر")], cue="قال")
    page = client.get(statement.get_absolute_url()).content.decode()
    assert "<script>" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 2


def test_the_page_names_its_own_address(client, archive):
    address = f"http://testserver{archive.peace.get_absolute_url()}"
    page = client.get(archive.peace.get_absolute_url() + "?from=elsewhere").content.decode()
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta property="og:url" content="{address}">' in page


def test_the_number_of_queries_does_not_grow(client, archive):
    few = queries(client, archive.peace.get_absolute_url())
    grow(archive, 3)
    for content in ("الحوار", "فتح المعابر"):
        build_statement(archive.article, content, by=[archive.halwani, archive.baroudi])
    archive.peace.parties.create(role="addressee", actor=archive.ofoq, name="وكالة الأفق")
    assert queries(client, archive.peace.get_absolute_url()) == few <= 12


def test_a_paraphrase_is_not_shared_as_a_quotation(client, archive):
    page = client.get(archive.refusal.get_absolute_url()).content.decode()
    shared = "بلاده ترفض المواقف السابقة وتدعم الحوار — ليث البارودي (بالمعنى، بألفاظ المقال)"
    assert f'data-text="{shared}\n' in page


def test_arabic_words_in_a_citation_have_a_direction_of_their_own(client, archive):
    page = client.get(archive.peace.get_absolute_url()).content.decode()
    cited = page[page.index("Chicago") :]
    assert '<bdi lang="ar" dir="rtl">اتصال هاتفي بين الحلواني والبارودي</bdi>.” ' in cited
    assert f'<bdi dir="ltr">http://testserver{archive.peace.get_absolute_url()}</bdi>' in cited
