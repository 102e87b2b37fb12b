"""Who of the archive an article speaks of."""

import datetime
import threading
from collections.abc import Iterable

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection, transaction

from statements.actors.linking import (
    Cast,
    Link,
    MergedMeanwhile,
    Outcome,
    link_actors,
    link_all,
    refuse_merged,
)
from statements.actors.moving import merge
from statements.actors.naming import fold_name, keep_names
from statements.extraction.annotations import Actor as Found
from statements.models import Actor, ActorName
from tests.builders import build_actor

pytestmark = pytest.mark.django_db
DAY = datetime.date(2021, 5, 12)


def person(name: str, *names: str, titles=(), id="a1") -> Found:
    return Found(id, name, "person", (name, *names), tuple(titles))


def body(name: str, *names: str, kind="organization", id="a1") -> Found:
    return Found(id, name, kind, (name, *names))


def link_and_keep(found: Iterable[Found], day: datetime.date | None) -> dict[str, Link]:
    """What recording does with the actors of an article."""
    links = link_actors(found)
    keep_names((links[actor.id].actor, actor, day) for actor in found if links[actor.id].actor)
    return links


def link(*found: Found, day=DAY):
    """The links of `found`, in their order; a single one for a single actor."""
    links = link_and_keep(found, day)
    return links["a1"] if len(found) == 1 else [links[actor.id] for actor in found]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("سامر الحلوانى", "سامر الحلواني"),
        ("«سامر  الحُلوانيّ»", "سامر الحلواني"),
        ("أ. ف. ب", "ا ف ب"),
        ("الأمم-المتحدة", "الامم المتحده"),
        ("؟!", ""),
    ],
)
def test_names_are_folded_without_punctuation(text, folded):
    assert fold_name(text) == folded


# Persons


def test_newcomer_becomes_an_actor_with_names_and_offices():
    linked = link(person("سامر الحلواني", "الحلواني", titles=["وزير خارجية أرخانيا"]))
    assert linked.outcome == Outcome.NEW
    assert (linked.actor.name, linked.actor.kind) == ("سامر الحلواني", "person")
    assert {(n.kind, n.text) for n in linked.actor.names.all()} == {
        ("name", "سامر الحلواني"),
        ("name", "الحلواني"),
        ("office", "وزير خارجية أرخانيا"),
    }


@pytest.mark.parametrize("name", ["سامر الحلواني", "سامر الحلوانى", "«سامر الحلواني»", "الحلواني"])
def test_known_person_is_linked_by_any_spelling_or_by_surname(name):
    halwani = build_actor("سامر الحلواني")
    linked = link(person(name))
    assert (linked.outcome, linked.actor) == (Outcome.LINKED, halwani)


def test_surname_of_two_is_ambiguous_with_both_as_candidates():
    both = build_actor("سامر الحلواني", names=["الحلواني"]), build_actor("عادل الحلواني")
    linked = link(person("الحلواني"))
    assert (linked.outcome, linked.actor, linked.candidates) == (Outcome.AMBIGUOUS, None, both)


def test_surname_means_the_bearer_in_the_same_article():
    build_actor("عادل الحلواني", names=["الحلواني"])
    full, short = link(person("الحلواني", id="a2"), person("سامر الحلواني", id="a1"))
    assert (short.outcome, full.actor) == (Outcome.NEW, short.actor)


def test_another_full_name_is_another_person_though_the_surname_is_the_same():
    halwani = build_actor("سامر الحلواني", names=["الحلواني"])
    linked = link(person("عادل الحلواني", "الحلواني"))
    assert (linked.outcome, linked.actor == halwani) == (Outcome.NEW, False)


def test_namesakes_are_told_apart_by_the_office():
    build_actor("سامر الحلواني", offices=["وزير خارجية أرخانيا"])
    other = build_actor("سامر الحلواني", offices=["رئيس اتحاد الكرة"])
    assert link(person("سامر الحلواني", titles=["رئيس إتحاد الكرة"])).actor == other


def test_namesakes_without_a_telling_office_are_ambiguous():
    for _ in range(2):
        build_actor("سامر الحلواني", offices=["وزير خارجية أرخانيا"])
    linked = link(person("سامر الحلواني", titles=["وزير خارجية أرخانيا"]))
    assert (linked.outcome, len(linked.candidates)) == (Outcome.AMBIGUOUS, 2)


def test_person_known_by_surname_alone_takes_the_full_name_and_keeps_the_address():
    stored = link(person("الحلواني")).actor
    linked = link(person("سامر الحلواني", "الحلواني"))
    stored.refresh_from_db()
    assert linked.actor == stored
    assert (stored.name, stored.slug) == ("سامر الحلواني", "الحلواني")


def test_full_name_is_not_taken_for_a_surname_the_article_does_not_use():
    stored = link(person("الحلواني")).actor
    assert link(person("سامر الحلواني")).actor != stored


@pytest.mark.parametrize(
    ("known", "full", "others", "shown"),
    [
        ("سامر الحلواني", "سامر كامل الحلواني", [], "سامر كامل الحلواني"),
        ("سامر كامل", "سامر كامل الحلواني", ["الحلواني"], "سامر كامل الحلواني"),
        ("سامر كامل الحلواني", "سامر الحلواني", [], "سامر كامل الحلواني"),
        ("سامر الحلواني", "سامر الحلواني هامش", [], "سامر الحلواني"),
        ("سامر الحلواني", "باسمهم سامر الحلواني", [], "سامر الحلواني"),
        ("سامر كامل الحلواني", "سامر الحلواني كامل", ["كامل"], "سامر كامل الحلواني"),
    ],
)
def test_the_fullest_name_is_the_one_shown(known, full, others, shown):
    stored = build_actor(known)
    for _article in range(2):
        linked = link(person(full, known, *others))
    stored.refresh_from_db()
    assert linked.actor == stored
    assert (stored.name, stored.slug) == (shown, known.replace(" ", "-"))


def test_a_longer_name_that_one_article_gives_is_not_shown():
    """Two men's names may have run together in it."""
    stored = build_actor("سامر الحلواني")
    assert link(person("سامر كامل الحلواني", "سامر الحلواني", "الحلواني")).actor == stored
    stored.refresh_from_db()
    assert stored.name == "سامر الحلواني"


def test_a_name_an_editor_chose_stays(admin_user):
    stored = build_actor("سامر الحلواني")
    LogEntry.objects.log_actions(admin_user.pk, [stored], CHANGE, change_message="", single_object=True)
    link(person("سامر كامل الحلواني", "سامر الحلواني"))
    stored.refresh_from_db()
    assert stored.name == "سامر الحلواني"


def test_name_of_a_body_is_no_name_of_a_person():
    build_actor("الأفق", "agency")
    assert link(person("الأفق")).outcome == Outcome.NEW


def test_actor_without_letters_is_unknown():
    assert link(person("؟")).outcome == Outcome.UNKNOWN
    assert not Actor.objects.exists()


# States, bodies, media, unnamed sources


def test_state_is_linked_by_any_of_its_names():
    arkhania = build_actor("أرخانيا", "country", names=["مملكة أرخانيا", "قرطانة"])
    for name in ("أرخانيا", "مملكة أرخانيا", "قرطانة"):
        assert link(body(name, kind="country")).actor == arkhania
    assert link(body("حكومة أرخانيا", "قرطانة", kind="country")).actor == arkhania


def test_medium_called_an_organization_is_the_same():
    ofoq = build_actor("وكالة الأفق", "agency")
    assert link(body("وكالة الأفق")).actor == ofoq


def test_same_kind_comes_before_a_kindred_one():
    build_actor("الأفق", "organization")
    ofoq = build_actor("الأفق", "agency")
    assert link(body("الأفق", kind="agency")).actor == ofoq


def test_short_form_of_another_body_does_not_make_two_one():
    ours = build_actor("وزارة خارجية أرخانيا", "organization", names=["الخارجية"])
    linked = link(body("وزارة خارجية ذورين", "الخارجية"))
    assert (linked.outcome, linked.actor == ours) == (Outcome.NEW, False)


def test_body_known_by_its_short_name_is_linked_by_the_full_one():
    stored = build_actor("النهضة", "organization")
    assert link(body("حركة النهضة", "النهضة")).actor == stored


def test_unnamed_source_is_linked_by_description_and_only_to_its_kind():
    build_actor("مصدر دبلوماسي", "group")
    source = build_actor("مصدر دبلوماسي", "unnamed")
    assert link(body("مصدر دبلوماسى", kind="unnamed")).actor == source


def test_state_is_one_by_its_capital_too():
    states = [link(body(name, kind="country")).actor for name in ("واشنطن", "أمريكا", "الولايات المتحدة")]
    assert {state.name for state in states} == {"الولايات المتحدة"}
    assert Actor.objects.count() == 1


def test_body_called_so_first_of_all_comes_before_one_called_so_by_the_way():
    ministry = build_actor("وزارة صحة أرخانيا", "organization")
    build_actor("وزارة الصحة", "organization", names=["وزارة صحة أرخانيا"])
    assert link(body("وزارة صحة أرخانيا")).actor == ministry


def test_what_was_plain_stays_so_when_a_namesake_comes():
    halwani = build_actor("سامر الحلواني", names=["الحلواني"])
    build_actor("عادل الحلواني", names=["الحلواني"])
    links = link_actors([person("الحلواني")], before=[("الحلوانى", halwani.pk)])
    assert (links["a1"].outcome, links["a1"].actor) == (Outcome.LINKED, halwani)


# What is kept


def test_days_of_a_name_are_widened():
    link(person("سامر الحلواني"), day=DAY)
    for day in (datetime.date(2020, 1, 1), None, datetime.date(2021, 1, 1)):
        link(person("سامر الحلواني"), day=day)
    name = ActorName.objects.get()
    assert (name.first_seen, name.last_seen) == (datetime.date(2020, 1, 1), DAY)


def test_new_spelling_and_office_of_a_known_actor_are_kept():
    halwani = build_actor("سامر الحلواني")
    link(person("سامر الحلوانى", titles=["مبعوث أرخانيا"]))
    assert {n.text for n in halwani.names.all()} == {"سامر الحلواني", "سامر الحلوانى", "مبعوث أرخانيا"}


def test_a_form_of_address_is_no_office():
    halwani = build_actor("سامر الحلواني")
    link(person("سامر الحلواني", titles=["السيد", "الدكتور", "صاحب السمو الملكي", "السفير"]))
    assert {n.text for n in halwani.names.all()} == {"سامر الحلواني", "السفير"}


def test_ambiguous_actor_leaves_no_trace():
    build_actor("سامر الحلواني"), build_actor("عادل الحلواني")
    link(person("الحلواني", titles=["وزير خارجية أرخانيا"]))
    assert ActorName.objects.count() == 2


def test_linking_again_writes_nothing(django_assert_num_queries):
    found = [person("سامر الحلواني", "الحلواني", titles=["وزير"]), body("أرخانيا", kind="country", id="a2")]
    first = link(*found)
    with django_assert_num_queries(2):  # who bears the names, the names kept
        again = link(*found)
    assert [a.actor for a in again] == [f.actor for f in first]


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_meet_the_same_newcomer_make_one_actor():
    """Each in an article of its own, in the opposite order, with two newcomers in common."""
    start = threading.Barrier(4)
    people = [person("سامر الحلواني", "الحلواني", id="a1"), body("حركة النهضة", "النهضة", id="a2")]
    failed = []

    def work(found):
        start.wait()
        try:
            for _ in range(5):
                with transaction.atomic():
                    link_and_keep(found, DAY)
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(people[::way],)) for way in (1, -1, 1, -1)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not failed
    assert sorted(Actor.objects.values_list("slug", flat=True)) == ["حركة-النهضة", "سامر-الحلواني"]
    assert ActorName.objects.count() == 4


def test_articles_linked_together_are_linked_as_one_after_the_other():
    """The second article knows whom the first one made, and gives the fuller name that is shown."""
    stored = build_actor("ليث البارودي", names=["البارودي"])
    fuller = person("ليث كامل البارودي", "ليث البارودي", "البارودي", id="a2")
    link_and_keep([fuller], DAY)
    first = [person("سامر الحلواني", "الحلواني"), fuller]
    second = [
        person("سامر بن علي الحلواني", "سامر الحلواني", "الحلواني"),
        person("البارودي", id="a2"),
    ]
    one, other = link_all([Cast(first), Cast(second)])
    assert one["a1"].outcome == Outcome.NEW
    assert (other["a1"].outcome, other["a1"].actor) == (Outcome.LINKED, one["a1"].actor)
    assert one["a2"].actor == other["a2"].actor == stored
    assert sorted(Actor.objects.values_list("name", flat=True)) == [
        "سامر الحلواني",
        "ليث كامل البارودي",
    ]


# Names that are nobody's, names of one part, offices alone


@pytest.mark.parametrize(
    ("name", "is_anybody"),
    [
        ("الحكومة", True),
        ("وزارة الصحة", True),
        ("وزارة التربية والتعليم", True),
        ("الصحيفة", True),
        ("مجلس الوزراء", True),
        ("وزارة الصحة الفلسطينية", False),
        ("وزارة الصحة في لبنان", False),
        ("وزارة خارجية ذورين", False),
        ("الكونغرس", False),
        ("مجلس الأمن", False),
        ("20 دولة", True),
        ("65% من المشاركين", True),
        ("حزب البناء", False),
    ],
)
def test_a_body_called_what_many_are_is_nobody_in_particular(name, is_anybody):
    assert (link(body(name)).outcome == Outcome.UNKNOWN) is is_anybody


def test_a_body_linked_under_such_a_name_earlier_stays_linked():
    ministry = build_actor("وزارة الصحة", "organization")
    links = link_actors([body("وزارة الصحة")], before=[("وزارة الصحة", ministry.pk)])
    assert links["a1"].actor == ministry


def test_a_name_of_two_words_that_is_one_part_is_no_full_name():
    ahmad = link(person("أحمد عبد الرحمن", "عبد الرحمن")).actor
    amadou = link(person("أمادو عبد الرحمن", "عبد الرحمن"))
    assert (amadou.outcome, amadou.actor == ahmad) == (Outcome.NEW, False)
    assert link(person("عبد الرحمن")).outcome == Outcome.AMBIGUOUS


def test_a_name_taken_for_his_by_mistake_is_not_kept():
    linked = link(person("سامر الحلواني", "الحلواني", "البارودي", "Halwani"))
    assert {name.text for name in linked.actor.names.all()} == {"سامر الحلواني", "الحلواني", "Halwani"}


def test_more_names_between_the_first_and_the_last_are_one_man_where_the_office_is_the_same():
    halwani = build_actor("سامر الحلواني", offices=["قائد حركة النهوض"])
    assert link(person("سامر عادل الحلواني", titles=["قائد حركة النهوض"])).actor == halwani
    assert link(person("سامر كريم الحلواني", titles=["الدكتور"])).outcome == Outcome.NEW


def minister(name: str, first: str, last: str, **office) -> Actor:
    """Whom articles called Iran's foreign minister from one day to another."""
    actor = build_actor(name, offices=["وزير الخارجية الإيراني"])
    days = {"first_seen": datetime.date.fromisoformat(first), "last_seen": datetime.date.fromisoformat(last)}
    ActorName.objects.filter(actor=actor, kind="office").update(**days, **office)
    return actor


def told_by_office(day: str, office: str = "وزير الخارجية الإيراني") -> Link:
    found = Found("a1", office, "unnamed", (office,), (office,))
    return link_actors([found], day=datetime.date.fromisoformat(day))["a1"]


def test_an_office_alone_means_who_held_it_on_the_day():
    first, second = (
        minister("سامر الحلواني", "2019-01-01", "2021-08-01"),
        minister("عادل الباني", "2021-11-01", "2023-12-01"),
    )
    assert told_by_office("2021-05-12").actor == first
    assert told_by_office("2023-05-12").actor == second
    assert told_by_office("2009-05-12").actor not in (first, second)


def test_an_office_between_two_holders_is_ambiguous():
    minister("سامر الحلواني", "2019-01-01", "2021-08-01"), minister("عادل الباني", "2021-09-01", "2023-12-01")
    linked = told_by_office("2021-08-15")
    assert (linked.outcome, len(linked.candidates)) == (Outcome.AMBIGUOUS, 2)


def test_a_term_that_an_editor_told_counts_more_than_what_articles_say():
    term = {"held_from": datetime.date(2018, 1, 1), "held_until": datetime.date(2018, 12, 31)}
    minister("سامر الحلواني", "2018-02-01", "2021-08-01", **term)
    assert told_by_office("2018-06-01").outcome == Outcome.LINKED
    assert told_by_office("2021-05-12").outcome == Outcome.NEW


@pytest.mark.parametrize("office", ["وزير الخارجية", "وزير الخارجية الإيراني السابق", "مسؤول إيراني"])
def test_an_office_that_is_not_one_mans_means_nobody(office):
    minister("سامر الحلواني", "2019-01-01", "2021-08-01")
    ActorName.objects.filter(kind="office").update(text=office, folded=fold_name(office))
    assert told_by_office("2021-05-12", office).outcome == Outcome.NEW


def test_who_was_told_by_the_office_alone_does_not_hold_it_the_longer():
    first = minister("سامر الحلواني", "2019-01-01", "2021-08-01")
    found = Found("a1", "وزير الخارجية الإيراني", "unnamed", ("وزير الخارجية الإيراني",))
    day = datetime.date(2021, 9, 1)
    keep_names([(link_actors([found], day=day)["a1"].actor, found, day)])
    assert first.names.get(kind="office").last_seen == datetime.date(2021, 8, 1)


def test_the_country_is_learned_once_and_an_editors_stays(editor):
    halwani = build_actor("سامر الحلواني")
    link(person("سامر الحلواني", titles=["وزير الخارجية الإيراني"]))
    halwani.refresh_from_db()
    assert halwani.country == "IR"
    link(person("سامر الحلواني", titles=["السفير العراقي"]))
    halwani.refresh_from_db()
    assert halwani.country == "IR"


def test_who_was_merged_while_an_article_was_linked_is_refused(editor):
    gone, kept = build_actor("سامر الحلوانى"), build_actor("عادل الباني")
    links = [link_actors([person("سامر الحلوانى")])]
    refuse_merged(links)
    merge(gone, kept, by=editor)
    with pytest.raises(MergedMeanwhile):
        refuse_merged(links)


@pytest.mark.parametrize(
    ("known", "met", "is_one"),
    [
        ("بنيامين نتنياهو", "بنيامين نتانياهو", True),
        ("هوجو شافيز", "هوغو تشافيز", True),
        ("سامر الحلواني", "سامي الحلبي", False),
        ("سامر الحلواني", "عادل الحلواني", False),
    ],
)
def test_another_spelling_is_known_by_the_office(known, met, is_one):
    actor = build_actor(known, offices=["رئيس الوزراء الإيراني"])
    assert (link(person(met, titles=["رئيس الوزراء الإيراني"])).actor == actor) is is_one


def test_another_spelling_without_the_office_is_another_man_until_an_editor_says():
    build_actor("بنيامين نتنياهو", offices=["رئيس الوزراء الإيراني"])
    assert link(person("بنيامين نتانياهو")).outcome == Outcome.NEW


def test_an_office_is_one_in_every_spelling_of_its_states_adjective():
    minister("سامر الحلواني", "2019-01-01", "2021-08-01")
    ActorName.objects.filter(kind="office").update(folded=fold_name("وزير الخارجية الأميركي"))
    assert told_by_office("2021-05-12", "وزير الخارجية الأمريكي").outcome == Outcome.LINKED


def test_a_medium_is_one_with_and_without_its_noun():
    with_noun = link(body("صحيفة صوت أرخانيا", kind="agency")).actor
    assert link(body("صوت أرخانيا", kind="agency")).actor == with_noun
    without = link(body("نداء ذورين", kind="agency")).actor
    assert link(body("قناة نداء ذورين", kind="agency")).actor == without
    assert link(body("صحيفة الحياد", kind="agency")).actor != link(body("الحياد", kind="agency")).actor


def test_a_states_government_is_the_state():
    britain = link(body("بريطانيا", kind="country")).actor
    assert link(body("الحكومة البريطانية", kind="country")).actor == britain


def test_a_medium_is_no_state_of_the_same_name():
    medium = link(body("القاهرة", kind="agency")).actor
    assert link(body("مصر", "القاهرة", kind="country")).actor != medium


@pytest.mark.parametrize(
    "name",
    [
        "مراسل الميادين",
        "مراسلة الميادين في غزة",
        "قناة الميادين",
        "الميادين نت",
        "قناة الميادين الفضائية",
        "قناة الميادين اللبنانية",
    ],
)
def test_a_correspondent_and_every_name_of_a_medium_are_the_medium(name):
    medium = link(body(name, kind="agency")).actor
    assert medium.name == "الميادين"
    assert link(body("الميادين", kind="agency")).actor == medium


def test_a_medium_is_known_in_another_spelling_but_a_namesake_of_another_state_is_none():
    times = link(body("نيويورك تايمز", kind="agency")).actor
    assert link(body("صحيفة النيويورك تايمز الأميركية", kind="agency")).actor == times
    watan = link(body("صحيفة الوطن", kind="agency")).actor
    assert link(body("صحيفة الوطن السورية", kind="agency")).actor != watan


def test_the_media_of_a_state_are_one_however_called():
    names = ("وسائل إعلام إسرائيلية", "الإعلام الإسرائيلي", "وسائل الإعلام الإسرائيلية")
    assert len({link(body(name, kind="agency")).actor for name in names}) == 1


def test_a_body_that_has_anothers_name_in_its_own_is_not_the_other():
    whole = build_actor("الأمم المتحدة", "organization")
    assert link(body("منظمة الأمم المتحدة للطفولة", "الأمم المتحدة")).actor != whole


def test_a_namesake_who_serves_another_state_is_ambiguous():
    halwani = build_actor("سامر الحلواني", offices=["وزير الخارجية الإيراني"])
    Actor.objects.filter(pk=halwani.pk).update(country="IR")
    linked = link(person("سامر الحلواني", titles=["الرئيس التونسي"]))
    assert (linked.outcome, linked.candidates) == (Outcome.AMBIGUOUS, (halwani,))
    both = person("سامر الحلواني", titles=["نظيره الإيراني", "الرئيس التونسي"])
    assert link(both).actor == halwani


def test_a_channel_is_not_the_newspaper_of_its_name():
    newspaper = link(body("النهار", kind="agency")).actor
    assert link(body("قناة النهار", kind="agency")).actor != newspaper


def test_anothers_longer_name_is_not_kept():
    whole = link(body("حزب النهوض", "كتائب حزب النهوض", "النهوض")).actor
    assert {name.text for name in whole.names.all()} == {"حزب النهوض", "النهوض"}
