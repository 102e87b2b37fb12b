"""Lines that tell what somebody says with a colon and no verb. All people and bodies are made up."""

import pytest

from statements.extraction import extract

LIVE = """10:15 | الرئيس سامر الحلواني: لن نتراجع عن حقوقنا.
10:20 | وزير الدفاع نبيل الشامي: سنرد على أي هجوم
10:25 عاجل | الخارجية الأرخانية: ندين الهجوم على السفارة
10:40 أعلن وزير العدل كريم البستاني أن المحاكم مفتوحة."""


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each statement."""
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [
        (
            next((names[i] for i in q.speakers), None),
            " … ".join(text[s.start : s.end] for s in q.spans),
        )
        for q in found.quotations
    ]


def test_each_line_of_a_live_page_is_a_statement():
    assert said(LIVE) == [
        ("سامر الحلواني", "لن نتراجع عن حقوقنا"),
        ("نبيل الشامي", "سنرد على أي هجوم"),
        ("الخارجية الأرخانية", "ندين الهجوم على السفارة"),
        ("كريم البستاني", "المحاكم مفتوحة"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "الوزير سامر الحلواني: سنرد على أي هجوم.",
        "عاجل | الوزير سامر الحلواني: سنرد على أي هجوم",
        "- الوزير سامر الحلواني: «سنرد على أي هجوم»",
        "الوزير سامر الحلواني لـ«الأفق»: سنرد على أي هجوم.",
    ],
)
def test_a_line_that_is_flagged_quoted_or_a_whole_sentence_is_a_statement(text):
    assert said(text) == [("سامر الحلواني", "سنرد على أي هجوم")]


def test_statement_of_a_line_has_no_cue_and_is_direct():
    quotation = extract("عاجل | الوزير سامر الحلواني: سنرد على أي هجوم").quotations[0]
    assert (quotation.cue, quotation.kind) == (None, "direct")


def test_sentences_after_it_in_its_paragraph_belong_to_it():
    text = "سامر الحلواني: لم نتفق على التفاصيل بعد. هذا أمر طبيعي."
    assert said(text) == [("سامر الحلواني", "لم نتفق على التفاصيل بعد … هذا أمر طبيعي")]


def test_medium_that_tells_of_a_source_relays():
    found = extract("رويترز عن مسؤول أمريكي: الاتفاق بات قريبا.")
    names = {actor.id: actor.name for actor in found.actors}
    quotation = found.quotations[0]
    assert ([names[i] for i in quotation.speakers], names[quotation.reported_by]) == (
        ["مسؤول أمريكي"],
        "رويترز",
    )


def test_medium_that_is_told_is_addressed():
    found = extract("الوزير سامر الحلواني لـ«الأفق»: سنرد على أي هجوم.")
    assert [a.name for a in found.actors if a.id in found.quotations[0].addressees] == ["الأفق"]


@pytest.mark.parametrize(
    "text",
    [
        "الوزير سامر الحلواني: سنرد على أي هجوم\nوصل الوفد إلى العاصمة أمس.",  # a headline
        "وزير الخارجية: سامر الحلواني.\nوزير الدفاع: الفريق أول نبيل الشامي.\nوزير العدل: كريم البستاني.",
        "1- سامر الحلواني: مستشار الرئيس للشؤون السياسية، استقال في يناير الماضي.",
        "المصدر: وكالات.",
        "الزلازل البركانية: تنجم عن النشاط البركاني وتؤدي إلى اهتزازات.",
    ],
)
def test_headlines_and_entries_of_lists_are_none(text):
    assert said(text) == []
