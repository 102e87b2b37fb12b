"""An event: who took part, where and when, and the statements of each side."""

import datetime

import pytest

from statements.models import Event, EventGroup, Statement, StatementGroup
from tests.builders import build_actor, build_article, build_event, build_statement
from tests.pages import grow, queries, shown

pytestmark = pytest.mark.django_db


def sides(client, event) -> list[tuple]:
    found = client.get(event.get_absolute_url()).context["sides"]
    return [(", ".join(map(str, side.parties)), [u.statement for u in side.utterances]) for side in found]


def test_type_participants_day_and_article_are_told(client, archive):
    archive.call.place = "قصر الضيافة"
    archive.call.date_text = "اليوم الأربعاء"
    archive.call.save()
    page = shown(client.get(archive.call.get_absolute_url()))
    assert "مناسبة اتصال هاتفي بين سامر الحلواني وليث البارودي المشاركون سامر الحلواني وليث البارودي" in page
    assert "اليوم الأربعاء المكان قصر الضيافة المصدر اتصال هاتفي بين الحلواني والبارودي" in page
    assert "تصريحان في المناسبة" in page


def test_the_title_is_the_heading(client, archive):
    page = client.get(archive.call.get_absolute_url()).content.decode()
    names = "اتصال هاتفي بين سامر الحلواني وليث البارودي"
    assert f"<h1>{names}</h1>" in page
    assert f"<title>{names} – أرشيف التصريحات</title>" in page


def test_the_day_of_publication_is_not_given_for_the_day_of_the_event(client, archive):
    address = archive.call.get_absolute_url()
    Event.objects.update(day=None)
    assert "التاريخ نُشر في 12 مايو 2021" in shown(client.get(address))
    Event.objects.update(day=datetime.date(2021, 5, 11))
    page = shown(client.get(address))
    assert "التاريخ 11 مايو 2021" in page
    assert "نُشر في" not in page


def test_all_events_are_listed_newest_first_an_undated_one_by_its_publication(client, archive):
    Event.objects.update(day=None)
    grow(archive, 1, day=datetime.date(2021, 4, 1))
    response = client.get("/events/")
    assert [event.type for event in response.context["events"]] == ["phone_call", "meeting"]
    page = shown(response)
    assert "إبريل 2021 لقاء بين سامر الحلواني وليث البارودي 1 إبريل 2021" in page
    assert "مايو 2021 اتصال هاتفي بين سامر الحلواني وليث البارودي نُشر في 12 مايو 2021" in page


def test_the_list_keeps_drafts_from_everybody(client, admin_client, archive):
    meeting = build_event(archive.draft, "meeting", [archive.halwani])
    archive.secret.event = meeting
    archive.secret.save()
    for reader in (client, admin_client):
        assert meeting not in reader.get("/events/").context["events"]


def test_an_empty_list_says_so_and_a_long_one_is_paged(client, archive):
    Event.objects.all().delete()
    assert "ليس في الأرشيف مناسبات بعد" in shown(client.get("/events/"))
    grow(archive, 31)
    few = queries(client, "/events/?page=2")
    assert len(client.get("/events/?page=2").context["events"]) == 1
    assert queries(client, "/events/") == few <= 6


def test_each_side_has_its_own_statements(client, archive):
    assert sides(client, archive.call) == [
        ("سامر الحلواني", [archive.peace]),
        ("ليث البارودي", [archive.refusal]),
    ]


def test_a_joint_statement_is_a_side_of_both(client, archive):
    both = [archive.halwani, archive.baroudi]
    joint = build_statement(archive.article, "فتح المعابر", by=both, event=archive.call)
    assert sides(client, archive.call)[-1] == ("سامر الحلواني, ليث البارودي", [joint])


def test_who_spoke_without_taking_part_and_who_is_unknown_come_last(client, archive):
    guest = build_statement(archive.article, "فتح المعابر", by=[archive.ofoq], event=archive.call)
    nobody = build_statement(archive.article, "كرامة الشعبين", event=archive.call)
    assert sides(client, archive.call)[2:] == [("", [nobody]), ("وكالة الأفق", [guest])]
    assert "غير محدد تصريح واحد" in shown(client.get(archive.call.get_absolute_url()))


def test_a_participant_without_actor_is_named(client, archive):
    archive.call.participants.create(name="وفد مرافق")
    assert "سامر الحلواني، ليث البارودي ووفد مرافق" in shown(client.get(archive.call.get_absolute_url()))


def test_an_event_of_a_draft_is_for_staff_alone(client, admin_client, archive):
    meeting = build_event(archive.draft, "meeting", [archive.halwani])
    archive.secret.event = meeting
    archive.secret.save()
    assert client.get(meeting.get_absolute_url()).status_code == 404
    assert "غير منشور" in shown(admin_client.get(meeting.get_absolute_url()))


def test_an_event_whose_statements_were_all_rejected_is_not_public(client, archive):
    archive.call.statements.update(state="rejected")
    assert client.get(archive.call.get_absolute_url()).status_code == 404


def test_the_number_of_queries_does_not_grow(client, archive):
    address = archive.call.get_absolute_url()
    few = queries(client, address)
    grow(archive, 2)
    for content in ("فتح المعابر", "كرامة الشعبين", "الحوار"):
        speaker = build_actor(f"ناطق {content}")
        archive.call.participants.create(actor=speaker, name=speaker.name)
        build_statement(archive.article, content, by=[speaker], event=archive.call)
    assert queries(client, address) == few <= 12


@pytest.fixture
def retold(archive):
    """The same call as another paper tells it, a day later: one statement in other words, one of its own."""
    text = (
        "قال سامر الحلواني إننا نريد حلاً سلمياً عادلاً يحفظ كرامة الشعبين. وقال نديم الصافي إن الحدود مفتوحة."
    )
    article = build_article(
        text, title="الحلواني يهاتف البارودي", outlet="جريدة الضحى", date=archive.article.date
    )
    safi = build_actor("نديم الصافي")
    event = build_event(article, "phone_call", [archive.baroudi, safi], place="أرخانيا")
    words = "نريد حلاً سلمياً عادلاً يحفظ كرامة الشعبين"
    same = build_statement(article, words, by=[archive.halwani], cue="قال", event=event, kind="indirect")
    build_statement(article, "الحدود مفتوحة", by=[safi], event=event, kind="indirect")
    Event.objects.update(group=EventGroup.objects.create())
    Statement.objects.filter(pk__in=[archive.peace.pk, same.pk]).update(group=StatementGroup.objects.create())
    return event


def test_an_occasion_of_several_articles_is_one_page(client, archive, retold):
    response = client.get(archive.call.get_absolute_url())
    page = shown(response)
    assert "المشاركون سامر الحلواني، ليث البارودي ونديم الصافي" in page
    assert "المكان أرخانيا المصدر مقالان" in page
    assert (
        "المقالات التي تخبر بها اتصال هاتفي بين الحلواني والبارودي وكالة الأفق · 12 مايو 2021 · تصريحان"
        in page
    )
    assert "الحلواني يهاتف البارودي جريدة الضحى · 12 مايو 2021 · تصريحان" in page
    assert [name for name, _statements in sides(client, archive.call)] == [
        "سامر الحلواني",
        "ليث البارودي",
        "نديم الصافي",
    ]


def test_another_articles_telling_leads_there_for_a_while(client, archive, retold):
    response = client.get(retold.get_absolute_url())
    assert (response.status_code, response["Location"]) == (302, archive.call.get_absolute_url())
    assert response["Cache-Control"] == "max-age=3600"
    archive.article.unpublish()
    assert client.get(retold.get_absolute_url()).status_code == 200


def test_an_utterance_stands_once_with_its_other_wordings_marked_word_by_word(client, archive, retold):
    response = client.get(archive.call.get_absolute_url())
    page = response.content.decode()
    assert sides(client, archive.call)[0] == ("سامر الحلواني", [archive.peace])
    assert "كما نقله مقال آخر" in shown(response)
    assert (
        "نريد حلاً سلمياً <ins>عادلاً</ins> يحفظ كرامة <del>الشعبين، والمقاومة حق</del> <ins>الشعبين</ins>"
        in page
        or ("نريد حلاً سلمياً <ins>عادلاً</ins> يحفظ كرامة الشعبين" in page)
    )


def test_what_a_draft_tells_of_the_occasion_is_for_staff(client, admin_client, archive, retold):
    retold.article.unpublish()
    assert "نديم الصافي" not in shown(client.get(archive.call.get_absolute_url()))
    assert "نديم الصافي" in shown(admin_client.get(archive.call.get_absolute_url()))


def test_an_occasion_takes_the_same_queries_however_many_articles_tell_it(client, archive, retold):
    assert queries(client, archive.call.get_absolute_url()) <= 8


@pytest.mark.parametrize(("type_", "told"), [("phone_call", True), ("meeting", True), ("interview", False)])
def test_a_side_of_which_nothing_is_quoted_is_told_where_two_sides_meet(client, archive, type_, told):
    safi = build_actor("نديم الصافي")
    event = build_event(archive.article, type_, [archive.halwani, safi])
    build_statement(archive.article, "فتح المعابر", by=[archive.halwani], event=event)
    page = shown(client.get(event.get_absolute_url()))
    assert ("نديم الصافي لا تنقل المقالات من هذا الطرف شيئًا" in page) == told


def test_the_picture_of_who_speaks_to_whom_is_offered_where_there_is_one(client, archive):
    alone = build_event(archive.article, "speech", [archive.halwani])
    build_statement(archive.article, "فتح المعابر", by=[archive.halwani], event=alone)
    assert "/network/" not in client.get(alone.get_absolute_url()).content.decode()
    assert "/network/" in client.get(archive.call.get_absolute_url()).content.decode()
