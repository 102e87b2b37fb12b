"""Merging, splitting and telling apart in the admin, and its list of likely doubles."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from statements.actors.moving import merge
from statements.editing.roles import CHIEF, EDITOR, keep_groups
from statements.models import Actor, ActorMove, ActorsApart
from tests.builders import build_actor, build_article, build_statement
from tests.pages import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


@pytest.fixture
def double(archive):
    """«سامر الحلواني» spelled otherwise, with a statement of his own."""
    double = build_actor("سامير الحلواني", offices=["وزير خارجية أرخانيا"])
    article = build_article("قال سامير الحلواني إن السلام ممكن.")
    build_statement(article, "السلام ممكن", by=[double], cue="قال")
    return double


def page(name: str, *args) -> str:
    return reverse(f"admin:statements_actor_{name}", args=args)


def test_a_merger_is_made_and_undone_from_the_actors_page(desk, archive, double):
    assert "سامير الحلواني" in shown(desk.get(page("merge", archive.halwani.pk)))
    response = desk.post(page("merge", archive.halwani.pk), {"other": double.pk, "keep": "this"}, follow=True)
    assert "دُمج «سامير الحلواني» في «سامر الحلواني»" in shown(response)
    assert archive.halwani.parties.filter(role="speaker").count() == 4
    desk.post(page("undo", ActorMove.objects.get().pk))
    assert archive.halwani.parties.filter(role="speaker").count() == 3
    assert "أُلغي" in shown(desk.get(page("change", archive.halwani.pk)))


def test_the_other_may_be_the_one_that_stays(desk, archive, double):
    desk.post(page("merge", archive.halwani.pk), {"other": double.pk, "keep": "other"})
    assert Actor.objects.get(pk=archive.halwani.pk).merged_into == double


@pytest.mark.parametrize("other", ["", "0", "x", "999999999999999999999", "²"])
def test_nobody_is_merged_with_nothing(desk, archive, other):
    response = desk.post(page("merge", archive.halwani.pk), {"other": other}, follow=True)
    assert "لم يُدمج شيء" in shown(response)
    assert not ActorMove.objects.exists()


def test_the_merged_one_is_in_no_list_and_its_page_leads_on(desk, archive, double, editor):
    merge(double, archive.halwani, by=editor)
    assert f"/actor/{double.pk}/" not in desk.get(page("changelist")).content.decode()
    assert desk.get(page("change", double.pk))["Location"] == page("change", archive.halwani.pk)
    assert desk.get(page("merge", double.pk)).status_code == 404


def test_who_is_looked_for_is_offered(desk, archive):
    assert "ليث البارودي" in shown(desk.get(page("merge", archive.halwani.pk), {"q": "بارود"}))
    assert "لا جهة في الأرشيف" in shown(desk.get(page("merge", archive.halwani.pk), {"q": "زغلول"}))


def test_names_are_split_off(desk, archive):
    name = archive.halwani.names.get(text="سامر الحلوانى")
    response = desk.post(
        page("split", archive.halwani.pk), {"name": name.pk, "shown": "سامر الأصغر"}, follow=True
    )
    assert "فُصلت الأسماء: «سامر الأصغر»" in shown(response)
    assert name.text in Actor.objects.get(name="سامر الأصغر").names.values_list("text", flat=True)


@pytest.mark.parametrize("sent", [{}, {"name": "x"}, {"name": "all"}, {"shown": "؟!", "name": "one"}])
def test_a_split_of_nothing_or_all_is_refused_and_says_why(desk, archive, sent):
    every = list(archive.halwani.names.values_list("pk", flat=True))
    chosen = {"all": every, "one": every[:1]}.get(sent.get("name"), sent.get("name", []))
    response = desk.post(page("split", archive.halwani.pk), sent | {"name": chosen})
    assert "لم يُفصل شيء" in shown(response)
    assert not ActorMove.objects.exists()


def test_doubles_are_listed_with_what_speaks_for_them_and_told_apart(desk, archive, double):
    listed = shown(desk.get(page("doubles")))
    assert "رسم قريب" in listed
    assert "منصب واحد" in listed
    desk.post(page("apart"), {"one": double.pk, "other": archive.halwani.pk})
    assert ActorsApart.objects.count() == 1
    after = shown(desk.get(page("doubles")))
    assert "لا جهتين متشابهتين بقيتا" in after
    assert "جهتان: لا يُعرض هذا الزوج ثانية" in after
    desk.post(page("apart"), {"one": double.pk, "other": archive.halwani.pk, "undo": "1"})
    assert "رسم قريب" in shown(desk.get(page("doubles")))


def test_doubles_are_merged_from_the_list(desk, archive, double):
    sent = {"other": archive.halwani.pk, "keep": "other", "back": "doubles"}
    told = shown(desk.post(page("merge", double.pk), sent, follow=True))
    assert "دُمج «سامير الحلواني»" in told
    assert "لا جهتين متشابهتين بقيتا" in told


@pytest.mark.parametrize(("group", "status"), [(EDITOR, 403), (CHIEF, 200)])
def test_only_a_chief_editor_merges(client, archive, double, django_user_model, group, status):
    keep_groups()
    user = django_user_model.objects.create_user("one", password="a-long-password", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    assert client.get(page("merge", double.pk)).status_code == status
    assert client.get(page("split", double.pk)).status_code == status
    sent = client.post(page("merge", double.pk), {"other": archive.halwani.pk, "keep": "other"})
    assert (sent.status_code == 403) is (status == 403)
    assert ("دمج" in shown(client.get(page("change", archive.halwani.pk)))) is (status == 200)


def test_fields_of_an_actor_are_kept_and_nonsense_is_told(desk, archive):
    names = archive.baroudi.names.all()
    data = {"names-TOTAL_FORMS": len(names), "names-INITIAL_FORMS": len(names)}
    for at, row in enumerate(names):
        data |= {f"names-{at}-id": row.pk, f"names-{at}-text": row.text, f"names-{at}-kind": row.kind}
        data[f"names-{at}-actor"] = archive.baroudi.pk
    about = {"name": "ليث البارودي", "kind": "person", "name_en": "Laith Baroudi", "country": "QA"}
    wrong = desk.post(page("change", archive.baroudi.pk), data | about | {"wikidata": "42"})
    assert "رقم ويكي بيانات حرف Q" in shown(wrong)
    desk.post(
        page("change", archive.baroudi.pk),
        data | about | {"wikidata": "https://www.wikidata.org/wiki/Q42", "note": "دبلوماسي"},
    )
    archive.baroudi.refresh_from_db()
    assert (archive.baroudi.name_en, archive.baroudi.country) == ("Laith Baroudi", "QA")
    assert (archive.baroudi.wikidata, archive.baroudi.note) == ("Q42", "دبلوماسي")


def test_a_term_that_ends_before_it_begins_is_told(desk, archive):
    office = archive.baroudi.names.get(kind="office")
    data = {"name": "ليث البارودي", "kind": "person", "names-TOTAL_FORMS": 1, "names-INITIAL_FORMS": 1}
    data |= {"names-0-id": office.pk, "names-0-text": office.text, "names-0-kind": "office"}
    data |= {
        "names-0-actor": archive.baroudi.pk,
        "names-0-held_from": "2021-05-12",
        "names-0-held_until": "2020-05-12",
    }
    assert "قبل أول يوم فيه" in shown(desk.post(page("change", archive.baroudi.pk), data))


def test_names_and_offices_stand_as_written_and_a_statement_counts_once(desk, archive):
    office = "رئيس الهيئة الوطنية في ذورين"
    article = build_article("قالت هيئة السهول إن السلام ممكن.")
    for name in ("هدى الأرخانية", "هدي الارخانيه"):
        actor = build_actor(name, offices=[office])
        build_statement(article, "السلام ممكن", by=[actor], to=[actor], relay=actor)
    response = shown(desk.get(page("doubles")))
    assert office in response
    assert "رييس" not in response
    assert "هدى الأرخانية" in response
    merging = shown(desk.get(page("merge", actor.pk)))
    assert "تصريح واحد" in merging
    assert "3 تصريح" not in merging
