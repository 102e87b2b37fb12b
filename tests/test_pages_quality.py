"""The page on quality: the project's own figures, and what editors made of this archive's statements."""

import pytest
from django.core.cache import cache

from statements.pages.quality import gold
from tests.pages import queries, shown
from tests.test_extraction_gate import GOLD_DIGEST, PINNED

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def counted_anew():
    kept = [f"quality-reviewed-{language}" for language in ("ar", "en")]
    cache.delete_many(kept)
    yield
    cache.delete_many(kept)


def test_the_figures_are_those_of_the_gold_that_the_gate_pins():
    assert gold()["digest"] == GOLD_DIGEST
    shown_figures = {name: figure["f1"] for name, figure in gold()["figures"].items()}
    assert shown_figures == pytest.approx(PINNED["left_out"], abs=0.015)


def test_figures_are_shown_of_a_hundred(client):
    page = shown(client.get("/quality/"))
    found, right = (round(100 * gold()["figures"]["found"][name]) for name in "rp")
    assert f"وجد البرنامج {found}، ومن كل مئة عدّها تصريحات كانت {right} تصريحات حقًّا" in page
    assert f"التصريح {found} {right} التصريح بحدوده تمامًا" in page


def test_what_is_kept_for_a_while_is_kept_in_its_language(client, archive):
    archive.peace.state = "corrected"
    archive.peace.save()
    assert "مباشر 0 1 0 0 0" in shown(client.get("/quality/"))
    assert "direct 0 1 0 0 0" in shown(client.get("/en/quality/")).lower()


def test_what_editors_decided_is_counted_by_kind_and_outlet(client, archive):
    archive.peace.state = "corrected"
    archive.peace.save()
    archive.crossings.state = "rejected"
    archive.crossings.save()
    page = shown(client.get("/quality/"))
    assert "الكل 1 1 1 0 33" in page
    assert "مباشر 0 1 0 0 0" in page
    assert "غير مباشر 1 0 1 0 50" in page
    assert "وكالة الأفق 1 1 1 0 33" in page


def test_decisions_on_drafts_are_not_counted(client, archive):
    archive.secret.state = "rejected"
    archive.secret.save()
    assert "الكل 1 0 0 0 100" in shown(client.get("/quality/"))


def test_an_archive_that_nobody_reviewed_says_so(client, db):
    assert "لم يراجع المحررون تصريحًا منشورًا بعد" in shown(client.get("/quality/"))


def test_the_page_takes_few_queries(client, archive):
    assert queries(client, "/quality/") <= 3
    assert queries(client, "/quality/") == 0
