"""What of an actor's names and offices is shown, and in which order."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from statements.extraction.normalize import fold
from statements.models import ActorName, Article
from statements.pages.spellings import Office, spellings_of
from tests.builders import build_actor, build_article, build_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def halwani():
    return build_actor("سامر الحلواني")


def give(actor, office: str, first: int | None = None, last: int | None = None, **terms) -> None:
    """An office seen from the 12th of May of one year to that of another, in an article of either day."""
    days = {
        name: datetime.date(year, 5, 12)
        for name, year in (("first_seen", first), ("last_seen", last))
        if year
    }
    ActorName.objects.create(actor=actor, text=office, folded=fold(office), kind="office", **days, **terms)
    for year in {first or 2021, last or 2021}:
        text = f"قال {office} سامر الحلواني إن الأمر تم {year}."
        article = build_article(text, date=datetime.date(year, 5, 12))
        build_statement(article, "الأمر تم", by=[actor])


def offices(actor) -> tuple[list[Office], list[Office]]:
    found = spellings_of(actor, AnonymousUser())
    return found.offices, found.more_offices


def test_offices_stand_in_the_order_of_their_years_the_latest_first(halwani):
    give(halwani, "سفير أرخانيا", 2010, 2014)
    give(halwani, "وزير خارجية أرخانيا", 2015, 2021)
    assert offices(halwani)[0] == [
        Office("وزير خارجية أرخانيا", 2015, 2021),
        Office("سفير أرخانيا", 2010, 2014),
    ]


def test_a_part_of_an_office_another_spelling_and_a_counterpart_are_left_out(halwani):
    give(halwani, "وزير خارجية أرخانيا", 2015, 2021)
    for office in ("وزير خارجية", "وزير خارجيه أرخانيا", "نظيره الأرخاني"):
        give(halwani, office, 2016, 2018)
    assert offices(halwani) == ([Office("وزير خارجية أرخانيا", 2015, 2021)], [])


def test_a_longer_office_that_was_hardly_used_leaves_the_shorter_there(halwani):
    give(halwani, "وزير خارجية أرخانيا", 2010, 2021)
    give(halwani, "نائب وزير خارجية أرخانيا", 2009, 2010)
    assert [office.text for office in offices(halwani)[0]] == [
        "وزير خارجية أرخانيا",
        "نائب وزير خارجية أرخانيا",
    ]


def test_an_office_spelled_anew_or_cut_short_is_not_another(halwani):
    give(halwani, "وزير الخارجية الأرخاني", 2015, 2021)
    give(halwani, "وزير الخارجية الارخانيّ", 2015, 2020)
    give(halwani, "وزير الخارجية الأرخانية", 2016, 2020)
    give(halwani, "الوزير", 2015, 2021)
    assert offices(halwani) == ([Office("وزير الخارجية الأرخاني", 2015, 2021)], [])


def test_what_was_seen_on_one_day_is_unfolded(halwani):
    give(halwani, "وزير خارجية أرخانيا", 2015, 2021)
    give(halwani, "ضيف ذورين", 2016, 2016)
    assert [office.text for office in offices(halwani)[1]] == ["ضيف ذورين"]


def test_an_editors_term_wins_and_may_be_open(halwani):
    give(halwani, "وزير خارجية أرخانيا", 2015, 2016, held_from=datetime.date(2012, 1, 1))
    assert offices(halwani)[0] == [Office("وزير خارجية أرخانيا", 2012, None)]


def test_what_only_a_draft_says_is_hidden(halwani):
    give(halwani, "وزير خارجية أرخانيا", 2015, 2021)
    for party in halwani.parties.all():
        party.statement.article.unpublish()
    assert offices(halwani) == ([], [])


def test_years_are_those_of_published_articles_as_they_are_now_dated(halwani):
    give(halwani, "وزير خارجية أرخانيا", 2003, 2021)
    first = halwani.parties.order_by("statement__day").first().statement.article
    first.unpublish()
    assert offices(halwani)[0] == [Office("وزير خارجية أرخانيا", 2021, 2021)]
    first.publish()
    Article.objects.filter(pk=first.pk).update(date=datetime.date(2019, 5, 12))
    assert offices(halwani)[0] == [Office("وزير خارجية أرخانيا", 2019, 2021)]
