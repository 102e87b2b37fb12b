"""An event: who took part, where and when, and the statements of each side."""

import pytest

from tests.builders import build_actor, build_event, build_statement
from tests.pages import grow, queries, shown

pytestmark = pytest.mark.django_db


def sides(client, event) -> list[tuple]:
    found = client.get(event.get_absolute_url()).context["sides"]
    return [(", ".join(str(p) for p in side["parties"]), side["statements"]) for side in found]


def test_type_participants_day_and_article_are_told(client, archive):
    archive.call.place = "قصر الضيافة"
    archive.call.date_text = "اليوم الأربعاء"
    archive.call.save()
    page = shown(client.get(archive.call.get_absolute_url()))
    assert "مناسبة اتصال هاتفي المشاركون سامر الحلواني وليث البارودي اليوم 12 مايو 2021" in page
    assert "اليوم الأربعاء المكان قصر الضيافة المصدر اتصال هاتفي بين الحلواني والبارودي" in page
    assert "تصريحان في المناسبة" in page


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
