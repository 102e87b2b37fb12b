"""What editors change of an actor is in its history, before and after, and is taken back by a button."""

import re

import pytest
from django.urls import reverse

from statements.actors.changes import ChangedSince, edits_of, take_back
from statements.actors.moving import merge
from statements.models import Actor, ActorName
from tests.builders import build_actor
from tests.pages import shown
from tests.test_admin_lists import names

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def save(desk, actor, **typed):
    address = reverse("admin:statements_actor_change", args=[actor.pk])
    return desk.post(address, names(actor, _continue="1", **typed), follow=True)


def history(desk, actor):
    return desk.get(reverse("admin:statements_actor_history", args=[actor.pk]))


def press(desk, page, number: int = 0):
    """The button of the act `number`, from the newest."""
    token = r'<input type="hidden" name="csrfmiddlewaretoken" value="[^"]*">'
    forms = re.findall(rf'action="([^"]+)">{token}<input type="hidden" name="key" value="([^"]*)"', page.text)
    address, key = forms[number]
    return desk.post(address, {"key": key}, follow=True)


def test_a_new_name_is_taken_back_by_the_button_beside_what_was_done(desk, archive):
    told = save(desk, archive.halwani, name="سامر بن علي الحلواني")
    assert "حُفظ الاسم الجديد: «سامر بن علي الحلواني»" in told.text
    press(desk, told)
    archive.halwani.refresh_from_db()
    assert archive.halwani.name == "سامر الحلواني"
    assert not archive.halwani.names.filter(text="سامر بن علي الحلواني").exists()


def test_every_fact_name_and_term_is_told_and_taken_back(desk, archive):
    office = archive.halwani.names.get(kind=ActorName.Kind.OFFICE)
    at = list(archive.halwani.names.all()).index(office)
    typed = {"country": "IR", "name_en": "Halwani", f"names-{at}-held_from": "2020-05-01"}
    save(desk, archive.halwani, note="وزير", **typed)
    words = shown(history(desk, archive.halwani))
    assert "تعديل editor" in words
    assert "البلد كان: — ← صار: إيران" in words
    assert "وزير خارجية أرخانيا ← صار: وزير خارجية أرخانيا (1 مايو 2020 – …)" in words
    press(desk, history(desk, archive.halwani))
    actor = Actor.objects.get(pk=archive.halwani.pk)
    assert (actor.country, actor.name_en, actor.note) == ("", "", "")
    assert actor.names.get(pk=office.pk).held_from is None
    assert "تُراجع عنه" in shown(history(desk, archive.halwani))


def test_a_name_that_was_deleted_comes_back(desk, archive):
    at = [row.text for row in archive.halwani.names.all()].index("الحلواني")
    save(desk, archive.halwani, **{f"names-{at}-DELETE": "on"})
    assert not archive.halwani.names.filter(text="الحلواني").exists()
    press(desk, history(desk, archive.halwani))
    assert archive.halwani.names.filter(text="الحلواني", folded="الحلواني").exists()


def test_what_was_changed_again_is_not_overwritten(desk, archive, editor):
    save(desk, archive.halwani, name="سامر الأول")
    first = edits_of(Actor.objects.get(pk=archive.halwani.pk))[0].key
    save(desk, Actor.objects.get(pk=archive.halwani.pk), name="سامر الثاني")
    with pytest.raises(ChangedSince):
        take_back(archive.halwani, first, by=editor)
    assert "غُيّر هذا بعد ذلك" in press(desk, history(desk, archive.halwani), 1).text


def test_a_merger_is_told_with_its_own_way_back(desk, archive, editor):
    double = build_actor("سامير الحلواني")
    merge(double, archive.halwani, by=editor)
    page = history(desk, archive.halwani)
    assert "دُمج «سامير الحلواني» في «سامر الحلواني»" in shown(page)
    press(desk, page)
    assert Actor.objects.get(pk=double.pk).merged_into is None


def test_a_late_save_is_told_and_keeps_what_was_typed(desk, archive):
    page = desk.get(reverse("admin:statements_actor_change", args=[archive.halwani.pk])).text
    [seen] = re.findall(r'name="seen" value="([^"]+)"', page)
    save(desk, archive.halwani, note="قاله الأول", seen=seen)
    late = save(desk, archive.halwani, note="قاله الثاني", seen=seen)
    assert "غُيّرت هذه الجهة بعد أن فتحت الصفحة" in late.text
    assert "قاله الثاني" in late.text
    assert Actor.objects.get(pk=archive.halwani.pk).note == "قاله الأول"
    [seen] = re.findall(r'name="seen" value="([^"]+)"', late.text)
    save(desk, archive.halwani, note="قاله الثاني", seen=seen)
    assert Actor.objects.get(pk=archive.halwani.pk).note == "قاله الثاني"
