"""An actor's page, and what two actors said to each other."""

import datetime
from urllib.parse import quote

import pytest

from statements.models import ActorName
from tests.builders import build_actor, build_article, build_outlet, build_statement
from tests.pages import grow, queries, shown

pytestmark = pytest.mark.django_db


def test_names_and_offices_are_shown_as_used(client, archive):
    page = shown(client.get(archive.halwani.get_absolute_url()))
    assert "أسماء ورد بها الحلواني، سامر الحلواني" in page
    assert "مناصب ورد بها وزير خارجية أرخانيا" in page
    assert page.index("وزير خارجية أرخانيا") < page.index("أسماء ورد بها")


def test_a_name_that_only_a_draft_uses_is_for_staff(client, admin_client, archive):
    ActorName.objects.create(actor=archive.halwani, text="السر لم يُنشر", folded="-", kind="office")
    assert "السر" not in shown(client.get(archive.halwani.get_absolute_url()))
    assert "السر" in shown(admin_client.get(archive.halwani.get_absolute_url()))


def test_what_it_said_and_was_told_are_told_apart(client, archive):
    response = client.get(archive.halwani.get_absolute_url())
    assert list(response.context["said"]) == [archive.peace, archive.crossings]
    assert list(response.context["told"]) == [archive.refusal]
    assert "ما صدر عن سامر الحلواني تصريحان مايو 2021" in shown(response)
    assert "ما وُجّه إلى سامر الحلواني تصريح واحد" in shown(response)


def test_counterparts_lead_to_the_dialogue(client, archive):
    response = client.get(archive.halwani.get_absolute_url())
    assert response.context["counterparts"] == [
        {"name": "ليث البارودي", "slug": "ليث-البارودي", "said": 1, "told": 1}
    ]
    assert "ليث البارودي تصريح صادر واحد · تصريح وارد واحد" in shown(response)
    assert "/to/" in response.content.decode()


def test_the_whole_list_is_paged(client, archive):
    grow(archive, 31)
    address = archive.halwani.get_absolute_url()
    assert len(client.get(address).context["said"]) == 10
    assert "?list=said" in client.get(address).content.decode()
    first = client.get(address + "?list=said")
    assert len(first.context["page"].object_list) == 30
    assert "?list=said&amp;page=2" in first.content.decode()
    assert "33 تصريحًا" in shown(first)


@pytest.mark.parametrize(("page", "status"), [("x", 200), ("999", 200), ("-1", 200)])
def test_a_nonsense_page_number_is_forgiven(client, archive, page, status):
    address = f"{archive.halwani.get_absolute_url()}?list=told&page={page}"
    assert client.get(address).status_code == status


def test_a_nonsense_list_is_not_found(client, archive):
    assert client.get(archive.halwani.get_absolute_url() + "?list=secret").status_code == 404


def test_statements_of_drafts_are_for_staff_and_say_so(client, admin_client, archive):
    address = archive.halwani.get_absolute_url()
    assert "السر" not in shown(client.get(address))
    assert "غير منشور" not in shown(client.get(address))
    assert "استخراج آلي غير منشور" in shown(admin_client.get(address))


def test_an_actor_of_drafts_alone_is_for_staff(client, admin_client, archive):
    hidden = build_actor("نديم الصافي")
    build_statement(archive.draft, "لم يُنشر", by=[hidden])
    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert "لا يرى هذه الصفحة إلا المحررون" in shown(admin_client.get(hidden.get_absolute_url()))


def test_an_unnamed_source_is_explained(client, archive):
    source = build_actor("مصدر مطلع", "unnamed")
    build_statement(build_article("قال مصدر مطلع إن الموعد قريب."), "الموعد قريب", by=[source])
    assert "هذا وصفٌ وليس اسمًا" in shown(client.get(source.get_absolute_url()))


def test_statements_without_a_day_stand_at_the_end(client, archive):
    archive.article.statements.update(day=None)
    grow(archive, 1)
    page = shown(client.get(archive.halwani.get_absolute_url()))
    assert page.index("يونيو 2021") < page.index("بلا تاريخ")


def test_the_slug_works_however_it_is_written(client, archive):
    slug = quote(archive.halwani.slug)
    assert client.get(f"/actors/{slug.lower()}/").status_code == 200
    assert client.get(f"/actors/{slug.upper()}/").status_code == 200
    assert client.get(f"/actors/{archive.halwani.slug}/").status_code == 200


def test_a_decomposed_slug_is_the_same_slug(client, archive):
    composed = build_actor("آدم أسعد")
    build_statement(archive.article, "فتح المعابر", by=[composed])
    assert composed.slug == "آدم-أسعد"
    decomposed = "\u0627\u0653\u062f\u0645-\u0627\u0654\u0633\u0639\u062f"
    assert client.get(f"/actors/{quote(decomposed)}/").status_code == 200


def test_without_the_last_slash_the_reader_is_led_on(client, archive):
    response = client.get(f"/actors/{quote(archive.halwani.slug)}")
    assert response.status_code == 301
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("slug", ["لا-أحد", "a%00b", "%ff", "a b", "<script>", "س" * 500])
def test_slugs_nobody_has_are_not_found(client, archive, slug):
    assert client.get(f"/actors/{slug}/").status_code == 404


def test_the_dialogue_shows_both_ways(client, archive):
    response = client.get(dialogue(archive.halwani, archive.baroudi))
    assert list(response.context["page"].object_list) == [archive.peace, archive.refusal]
    page = response.content.decode()
    assert page.index('class="turn there"') < page.index('class="turn back"')
    assert "سامر الحلواني ←إلى ليث البارودي تصريح واحد" in shown(response)


def test_the_dialogue_is_the_same_from_the_other_side(client, archive):
    response = client.get(dialogue(archive.baroudi, archive.halwani))
    assert list(response.context["page"].object_list) == [archive.peace, archive.refusal]


def test_two_who_never_spoke_have_an_empty_page_that_is_not_indexed(client, archive):
    response = client.get(dialogue(archive.ofoq, archive.baroudi))
    assert "ليس في الأرشيف تصريح من أحدهما للآخر" in shown(response)
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_the_dialogue_keeps_drafts_from_the_public(client, admin_client, archive):
    build_statement(archive.draft, "لم يُنشر", by=[archive.halwani], to=[archive.baroudi])
    address = dialogue(archive.halwani, archive.baroudi)
    assert "لم يُنشر" not in shown(client.get(address))
    assert "لم يُنشر" in shown(admin_client.get(address))


def test_the_dialogue_with_nobody_is_not_found(client, archive):
    assert client.get(f"{archive.halwani.get_absolute_url()}to/{quote('لا-أحد')}/").status_code == 404


def test_an_actor_and_itself_have_no_dialogue(client, archive):
    response = client.get(dialogue(archive.halwani, archive.halwani))
    assert (response.status_code, response["Location"]) == (301, archive.halwani.get_absolute_url())


@pytest.mark.parametrize(
    ("query", "kept"),
    [("", ""), ("?list=said", "?list=said"), ("?list=said&page=2&x=1", "?list=said&amp;page=2")],
)
def test_each_list_names_its_own_address(client, archive, query, kept):
    grow(archive, 31)
    address = archive.halwani.get_absolute_url()
    page = client.get(address + query).content.decode()
    assert f'<link rel="canonical" href="http://testserver{address}{kept}">' in page


def test_a_line_leaves_out_the_outlet_as_relay_and_an_addressee_nobody_knows(client, archive):
    archive.crossings.parties.create(role="addressee")
    page = shown(client.get(archive.halwani.get_absolute_url()))
    assert "نقلًا عن" not in page
    assert "المخاطَب غير محدد" not in page
    archive.article.outlet = build_outlet("جريدة الضحى")
    archive.article.save()
    assert "نقلًا عن وكالة الأفق" in shown(client.get(archive.halwani.get_absolute_url()))


@pytest.mark.parametrize("is_indexed", [True, False])
def test_the_number_of_queries_does_not_grow(client, archive, search_index, is_indexed):
    grow(archive, 4)
    addresses = [archive.halwani.get_absolute_url(), dialogue(archive.halwani, archive.baroudi)]
    if is_indexed:
        search_index()
    few = [queries(client, address) for address in addresses]
    grow(archive, 6, day=datetime.date(2022, 1, 1))
    if is_indexed:
        search_index()
    assert [queries(client, address) for address in addresses] == few
    assert max(few) <= 12


def dialogue(one, other) -> str:
    return f"/actors/{quote(one.slug)}/to/{quote(other.slug)}/"


@pytest.mark.parametrize(
    "query", ["", "?list=said", "?list=told", "?from=2021-06&until=2021-06", "?from=2021-05"]
)
def test_the_index_and_the_database_tell_the_same(client, archive, search_index, query):
    grow(archive, 3)
    address = archive.halwani.get_absolute_url() + query
    without = seen(client, address)
    search_index()
    assert seen(client, address) == without


def seen(client, address: str) -> dict:
    """What the page tells, but for the words, of which only the index knows."""
    context = client.get(address).context
    shown_lists = ("page",) if "list=" in address else ("said", "told")
    lists = {name: [row.pk for row in context[name]] for name in shown_lists}
    chart = context["chart"]
    return lists | {
        "counts": context["counts"],
        "rows": chart.rows,
        "counterparts": context["counterparts"],
        "events": [event.pk for event in context["events"]],
    }


def test_the_index_answers_for_a_dialogue_too(client, archive, search_index):
    grow(archive, 2)
    address = dialogue(archive.halwani, archive.baroudi)
    without = client.get(address).context
    search_index()
    within = client.get(address).context
    assert [row.pk for row in within["page"]] == [row.pk for row in without["page"]]
    assert within["counts"] == without["counts"] == {"there": 3, "back": 3}


def test_what_the_index_still_holds_and_nobody_may_see_is_left_out(client, archive, search_index):
    search_index()
    archive.article.unpublish()
    grow(archive, 1)
    assert list(client.get(archive.halwani.get_absolute_url()).context["said"]) == []


def test_a_month_narrows_the_page_and_can_be_taken_back(client, archive):
    grow(archive, 2)  # in June
    response = client.get(archive.halwani.get_absolute_url() + "?from=2021-05&until=2021-05")
    assert list(response.context["said"]) == [archive.peace, archive.crossings]
    assert response.context["counts"] == {"said": 2, "told": 1}
    page = shown(response)
    assert "من 1 مايو 2021 إلى 31 مايو 2021 ×" in page
    assert "مايو 2021 2 1" in page  # the chart's table
    assert client.get(archive.halwani.get_absolute_url() + "?from=nonsense").context["counts"]["said"] == 4


def test_the_chart_is_a_file_too(client, archive):
    grow(archive, 2)
    response = client.get(archive.halwani.get_absolute_url() + "?list=months&format=csv")
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert lines == ["الشهر,ما صدر عنه,ما وُجّه إليه", "2021-05,2,1", "2021-06,2,2"]


def test_words_of_its_own_lead_to_the_search(client, archive, search_index):
    grow(archive, 3)
    for number in range(60):  # what others say
        text = f"قال نديم الصافي إن السوق {number} مزدحم جداً بالناس."
        build_statement(build_article(text), f"السوق {number} مزدحم جداً بالناس", by=[archive.ofoq], cue="قال")
    search_index()
    response = client.get(archive.halwani.get_absolute_url())
    assert response.context["words"] == ["اللقاء", "مثمراً"]
    assert f"speaker={quote(archive.halwani.slug)}&amp;q={quote('مثمراً')}" in response.content.decode()


def test_it_is_searched_within(client, archive):
    page = client.get(archive.halwani.get_absolute_url()).content.decode()
    assert f'<input type="hidden" name="party" value="{archive.halwani.slug}">' in page


def test_an_editors_note_and_term_of_office_are_shown(client, archive):
    archive.halwani.note = "وزير منذ عشرين عامًا."
    archive.halwani.save()
    archive.halwani.names.filter(kind="office").update(held_from=datetime.date(2010, 1, 1))
    page = shown(client.get(archive.halwani.get_absolute_url()))
    assert "وزير منذ عشرين عامًا." in page
    assert "وزير خارجية أرخانيا منذ 2010" in page


def test_the_senses_of_its_words_lead_to_the_search(client, archive, search_index):
    archive.crossings.sense = "warned"
    archive.crossings.save()
    search_index()
    response = client.get(archive.halwani.get_absolute_url())
    assert [(sense["value"], sense["tone"], sense["count"]) for sense in response.context["senses"]] == [
        ("warned", "warning", 1)
    ]
    assert f"speaker={quote(archive.halwani.slug)}&amp;sense=warned" in response.content.decode()


def test_on_an_english_page_each_name_has_a_direction_of_its_own(client, archive):
    page = client.get(f"/en{archive.halwani.get_absolute_url()}").content.decode()
    assert '<bdi lang="ar" dir="rtl">الحلواني</bdi>, <bdi lang="ar" dir="rtl">سامر الحلواني</bdi>' in page
    assert "Names given" in page
