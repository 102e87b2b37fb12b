"""The occasions of speaking. All people, bodies and states are made up."""

import datetime

import pytest

from statements.extraction import extract


def events(text: str) -> list[tuple[str, list[str]]]:
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [(event.type, [names[i] for i in event.participants]) for event in found.events]


@pytest.mark.parametrize(
    ("text", "type_", "participants"),
    [
        (
            "أكد سامر الحلواني خلال اتصال هاتفي مع ليث البارودي أن الحدود مفتوحة.",
            "phone_call",
            ["سامر الحلواني", "ليث البارودي"],
        ),
        (
            "أكد سامر الحلواني خلال لقائه الوزيرة رنا السبكي أن الحدود مفتوحة.",
            "meeting",
            ["سامر الحلواني", "رنا السبكي"],
        ),
        (
            "قال سامر الحلواني في مؤتمر صحفي مع ليث البارودي إن الحدود مفتوحة.",
            "press_conference",
            ["سامر الحلواني", "ليث البارودي"],
        ),
        (
            "قال سامر الحلواني في مقابلة مع قناة الأفق إن الحدود مفتوحة.",
            "interview",
            ["سامر الحلواني", "قناة الأفق"],
        ),
        ("قال سامر الحلواني في بيان إن الحدود مفتوحة.", "statement", ["سامر الحلواني"]),
        ("قال سامر الحلواني في تغريدة إن الحدود مفتوحة.", "message", ["سامر الحلواني"]),
        ("قال سامر الحلواني في خطاب ألقاه إن الحدود مفتوحة.", "speech", ["سامر الحلواني"]),
    ],
)
def test_occasion_is_typed_by_its_noun_and_takes_who_took_part(text, type_, participants):
    assert events(text) == [(type_, participants)]


def test_no_occasion_where_none_is_told():
    assert events("قال سامر الحلواني إن الحدود مفتوحة.") == []


def test_occasion_told_twice_is_one_event_and_holds_what_follows():
    text = (
        "أجرى سامر الحلواني اتصالاً هاتفياً مع ليث البارودي، أكد خلاله ضرورة فتح الحدود.\n"
        "وشدد الحلواني في الاتصال الهاتفي مع ليث البارودي على ضرورة الحوار.\n"
        "واعتبر الحلواني أن الحركة عادية."
    )
    found = extract(text)
    assert len(found.events) == 1
    assert {quotation.event for quotation in found.quotations} == {"e1"}


def test_words_of_the_date_are_resolved_against_the_day_of_publication():
    text = "أكد سامر الحلواني خلال اتصال هاتفي مع ليث البارودي اليوم الأربعاء أن الحدود مفتوحة."
    (event,) = extract(text, published=datetime.date(2021, 5, 12)).events
    assert (event.date, event.day) == ("اليوم الأربعاء", datetime.date(2021, 5, 12))


def test_words_before_the_occasion_of_another_time_have_none():
    text = "أكد سامر الحلواني في بيان أن الحدود مفتوحة.\nوكان الحلواني قد أعلن أن الحركة عادية."
    assert [quotation.event for quotation in extract(text).quotations] == ["e1", None]


def test_what_is_said_after_a_meeting_is_not_said_at_it():
    text = (
        "استقبل وزير خارجية أرخانيا سامر الحلواني نظيره ليث البارودي، مؤكداً أن الحدود مفتوحة.\n"
        "وقال الحلواني بعد محادثات مع رنا السبكي إن الحركة عادية."
    )
    assert [quotation.event for quotation in extract(text).quotations] == ["e1", None]


@pytest.mark.parametrize(
    ("text", "type_", "participants"),
    [
        (
            "قال سامر الحلواني في تصريحات لوفد إعلامي إن الحدود مفتوحة.",
            "press_conference",
            ["سامر الحلواني", "وفد إعلامي"],
        ),
        (
            "قال سامر الحلواني، خلال لقائه، الخميس، مع وفد صحفي إن الحدود مفتوحة.",
            "press_conference",
            ["سامر الحلواني", "وفد صحفي"],
        ),
        (
            "وأوضح سامر الحلواني خلال إجابته على أسئلة الصحافيين أن الحدود مفتوحة.",
            "press_conference",
            ["سامر الحلواني", "الصحافيين"],
        ),
        (
            "أكد سامر الحلواني أن الحدود مفتوحة، وذلك في اللقاء الذي جمعه بالوزيرة رنا السبكي.",
            "meeting",
            ["سامر الحلواني", "رنا السبكي"],
        ),
        (
            "قال سامر الحلواني في مقابلة أجرتها معه صحيفة «الأفق» إن الحدود مفتوحة.",
            "interview",
            ["سامر الحلواني", "الأفق"],
        ),
        (
            "قال سامر الحلواني أمام قادة الفصائل إن الحدود مفتوحة.",
            "speech",
            ["سامر الحلواني", "قادة الفصائل"],
        ),
    ],
)
def test_occasion_told_by_its_audience_or_by_a_verb(text, type_, participants):
    assert events(text) == [(type_, participants)]


def test_all_of_the_lead_belongs_to_the_occasion_told_below_it():
    text = (
        "أكد سامر الحلواني أن الحدود مفتوحة.\n"
        "ورأى الحلواني أن الحركة عادية.\n"
        "وقال الحلواني في مؤتمر صحفي إن الأسعار ثابتة."
    )
    assert {quotation.event for quotation in extract(text).quotations} == {"e1"}


def test_question_in_an_interview_is_no_occasion_of_its_own():
    text = (
        "قال سامر الحلواني في مقابلة مع قناة الأفق إن الحدود مفتوحة.\n"
        "وقال الحلواني ردا على سؤال إن الحركة عادية."
    )
    assert [type_ for type_, _ in events(text)] == ["interview"]


def test_talks_that_a_spokesman_tells_of_hold_what_was_said_at_them():
    text = (
        "قال المتحدث باسم وزارة الخارجية نزار الدباغ إن الوزير سامر الحلواني أجرى اتصالاً بنظيره ليث البارودي، "
        "مضيفاً أن الحلواني أكد ضرورة فتح الحدود."
    )
    assert events(text) == [("phone_call", ["سامر الحلواني", "ليث البارودي"])]


def test_talks_over_by_the_time_of_speaking_are_not_the_occasion():
    text = "قال سامر الحلواني في تصريحات صحفية أعقبت لقاءه مع ليث البارودي إن الحدود مفتوحة."
    assert [type_ for type_, _ in events(text)] == ["press_conference"]


def test_words_of_last_year_are_at_no_occasion_of_today():
    text = "أكد سامر الحلواني في بيان أن الحدود مفتوحة.\nوفي وقت سابق، قال الحلواني إن الحركة عادية."
    assert [quotation.event for quotation in extract(text).quotations] == ["e1", None]


def test_phone_call_has_no_place():
    found = extract("أكد سامر الحلواني في اتصال هاتفي مع الوزير ليث البارودي في بيروت أن الحدود مفتوحة.")
    assert [(event.type, event.place) for event in found.events] == [("phone_call", "")]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("قال سامر الحلواني ردا على أسئلة مكتوبة إن الحدود مفتوحة.", ["interview"]),
        ("قال سامر الحلواني خلال زيارة إلى تلبان إن الحدود مفتوحة.", ["other"]),
        ("قالت صحيفة الأفق في افتتاحيتها إن الحدود مفتوحة.", ["other"]),
        ("قالت وزارة الزراعة على موقعها الإلكتروني إن الحدود مفتوحة.", ["statement"]),
        ("قال سامر الحلواني في رسالة إلى المشاركين في المؤتمر الدولي إن الحدود مفتوحة.", ["message"]),
        ("قال سامر الحلواني خلال لقاء مع جمع من أهالي تلبان إن الحدود مفتوحة.", ["meeting"]),
    ],
)
def test_occasion_is_the_most_telling_of_those_named(text, types):
    assert [type_ for type_, _ in events(text)] == types


def test_verb_of_talks_before_its_subject_names_both_sides():
    text = (
        "بحث وزير الخارجية سامر الحلواني مع وزير الزراعة ليث البارودي سبل التعاون.\n"
        "وأكد الحلواني أن الحدود مفتوحة."
    )
    assert events(text) == [("meeting", ["سامر الحلواني", "ليث البارودي"])]


def test_who_attends_talks_takes_part_and_is_not_spoken_to():
    text = (
        "استقبل وزير خارجية أرخانيا سامر الحلواني نظيره ليث البارودي، مؤكداً أن الحدود مفتوحة.\n"
        "حضر اللقاء وزيرة العمل رنا السبكي."
    )
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    assert events(text) == [("meeting", ["سامر الحلواني", "ليث البارودي", "رنا السبكي"])]
    assert [names[i] for i in found.quotations[0].addressees] == ["ليث البارودي"]


def test_words_before_an_inner_statement_tell_its_occasion():
    text = (
        "قال المتحدث باسم وزارة الزراعة نادر الشمالي إن الوزير سامر الحلواني "
        "أكد في مؤتمر صحفي أن الحدود مفتوحة."
    )
    assert events(text) == [("press_conference", ["سامر الحلواني"])]


def test_summons_is_a_meeting_of_what_its_sentence_tells_only():
    text = (
        "قالت وزارة الزراعة إن الحركة عادية.\n"
        "واستدعت وزارة الزراعة السفير ليث البارودي وأبلغته أن الحدود مغلقة."
    )
    assert [quotation.event for quotation in extract(text).quotations] == [None, "e1"]


@pytest.mark.parametrize(
    "text",
    [
        "قال عضو الوفد المشارك في المؤتمر الدولي سامر الحلواني إن الحدود مفتوحة.",
        "قال سامر الحلواني تعليقا على المقابلة إن الحدود مفتوحة.",
        "قال سامر الحلواني الذي تحدث على هامش القمة العربية إن الحدود مفتوحة.",
    ],
)
def test_occasion_only_near_is_none_of_what_is_said(text):
    assert events(text) == []


def test_words_on_a_visit_belong_to_the_nearer_occasion_told_next():
    text = "قال سامر الحلواني خلال زيارة إلى تلبان إن الحدود مفتوحة.\nوأضاف الحلواني في بيان أن الحركة عادية."
    assert events(text) == [("statement", ["سامر الحلواني"])]


@pytest.mark.parametrize(
    "words",
    [
        "في تصريحات لوسائل الإعلام",
        "أمام وسائل الإعلام",
        "خلال لقائه بالصحفيين",
        "خلال ندوة صحفية",
        "بتصريحات صحفية",
    ],
)
def test_remarks_to_reporters_are_a_press_conference(words):
    assert events(f"قال سامر الحلواني {words} إن الحدود مفتوحة.")[0][0] == "press_conference"


def test_statement_that_a_verb_issues_is_an_occasion():
    text = "وأصدرت وزارة الزراعة بيانا قالت فيه إن الحدود مفتوحة."
    assert events(text) == [("statement", ["وزارة الزراعة"])]


def test_who_opens_a_meeting_of_a_forum_speaks_at_a_conference():
    text = "وأضاف سامر الحلواني خلال افتتاحه أمس اللقاء الأول للمنتدى أن الحدود مفتوحة."
    assert [type_ for type_, _ in events(text)] == ["conference"]


def test_name_spelled_one_letter_apart_goes_on_at_the_same_occasion():
    text = "قال سامر الحلواني في كلمته إن الحدود مفتوحة.\nوقال سامر الحلوانى إن الحركة عادية.\nوأكد سامر الحلوانو أن الحوار ضروري."
    assert [quotation.event for quotation in extract(text).quotations] == ["e1", "e1", "e1"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("عقد وزير الزراعة سامر الحلواني مؤتمرا صحفيا أكد فيه أن الحدود مفتوحة.", "press_conference"),
        ("ألقى سامر الحلواني كلمة أكد فيها أن الحدود مفتوحة.", "speech"),
        ("نشر سامر الحلواني تغريدة قال فيها إن الحدود مفتوحة.", "message"),
        ("أجرى سامر الحلواني حوارا مع صحيفة الأفق أكد فيه أن الحدود مفتوحة.", "interview"),
    ],
)
def test_occasion_is_the_object_of_the_verb_that_holds_it(text, type_):
    assert [kind for kind, _ in events(text)] == [type_]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "تلقى سامر الحلواني اتصالا هاتفيا من ليث البارودي أكد خلاله أن الحدود مفتوحة.",
            ("phone_call", ["سامر الحلواني", "ليث البارودي"]),
        ),
        (
            "أجرى سامر الحلواني اتصالا هاتفيا بليث البارودي أكد خلاله أن الحدود مفتوحة.",
            ("phone_call", ["سامر الحلواني", "ليث البارودي"]),
        ),
        (
            "قال سامر الحلواني في لقاء مع قناة الأفق إن الحدود مفتوحة.",
            ("interview", ["سامر الحلواني", "قناة الأفق"]),
        ),
        ("قال سامر الحلواني في كلمة له خلال حفل إن الحدود مفتوحة.", ("speech", ["سامر الحلواني"])),
    ],
)
def test_other_end_of_a_call_or_talk(text, event):
    assert events(text) == [event]


def test_words_to_a_person_on_a_visit_are_said_at_talks():
    text = "أكد الرئيس سامر الحلواني للوزير ليث البارودي، خلال زيارته تلبان، أن الحدود مفتوحة."
    assert events(text) == [("meeting", ["سامر الحلواني", "ليث البارودي"])]


def test_statement_that_is_only_cited_is_no_occasion_of_its_speaker():
    text = (
        "التقى سامر الحلواني نظيره ليث البارودي.\n"
        "وأكد سامر الحلواني، بحسب البيان، أن الحدود مفتوحة.\n"
        "وقالت وزارة الزراعة، بحسب بيان لها، إن الحركة عادية."
    )
    assert [type_ for type_, _ in events(text)] == ["meeting", "statement"]


def test_envoy_called_home_is_no_meeting():
    assert events("واستدعت أرخانيا سفيرها في تلبان وأكدت أن الحدود مغلقة.") == []


def test_remarks_to_a_few_reporters_hold_what_the_speaker_said_before_too():
    text = (
        "قال سامر الحلواني إن الحرب قد تمتد.\n"
        "وصرح الحلواني لمجموعة صغيرة من الصحفيين قبل رحيله «أحذر من ذلك منذ وقت طويل»."
    )
    assert events(text) == [("press_conference", ["سامر الحلواني", "مجموعة صغيرة من الصحفيين"])]
    assert {quotation.event for quotation in extract(text).quotations} == {"e1"}


def test_medium_that_asks_hears_the_answer():
    text = "وفي سؤال لـ«الأفق» عن الجلسة، أوضح ليث المرداوي أن الجلسة كانت مفيدة. وأضاف أنها تأجلت."
    assert events(text) == [("press_conference", ["ليث المرداوي", "الأفق"])]
    assert all(quotation.addressees for quotation in extract(text).quotations)


@pytest.mark.parametrize(
    ("text", "type_", "others"),
    [
        (
            "أكد الوزير سامر الحلواني لدى لقائه في تلبان سفير أرخانيا ليث البارودي أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "استقبل الوزير سامر الحلواني في مقر الوزارة اليوم السفير ليث البارودي، حيث أكد أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        ("أكد الوزير سامر الحلواني لنظيره ليث البارودي، خلال لقائهما، أن الحدود مفتوحة.", "meeting", 1),
        (
            "بحث الوزير سامر الحلواني مع نظيره ليث البارودي، في اتصال هاتفي، الحدود. وأكد الحلواني أنها مفتوحة.",
            "phone_call",
            1,
        ),
        ("أكد الوزير سامر الحلواني خلال مكالمة تلقاها من ليث البارودي أن الحدود مفتوحة.", "phone_call", 1),
        ("هاتف الوزير سامر الحلواني نظيره ليث البارودي، وأكد له أن الحدود مفتوحة.", "phone_call", 1),
        ("بعث الوزير سامر الحلواني برقية إلى ليث البارودي أكد فيها أن الحدود مفتوحة.", "message", 1),
        ("قال سامر الحلواني في رسالتين متطابقتين إلى مجلس الأمن إن الحدود مفتوحة.", "message", 1),
        ("هنأ الوزير سامر الحلواني نظيره ليث البارودي في برقية بالعيد.", "message", 1),
        ("غرد الوزير سامر الحلواني قائلا: «الحدود مفتوحة».", "message", 0),
        ("قال سامر الحلواني، متحدثا أمام حشد من أنصاره، إن الحدود مفتوحة.", "speech", 1),
        ("قال سامر الحلواني أمام آلاف المشاركين في المؤتمر إن الحدود مفتوحة.", "conference", 1),
        ("أكد سامر الحلواني، في بيان ألقاه أمام مجلس الأمن، أن الحدود مفتوحة.", "speech", 1),
        ("قال سامر الحلواني، في إحاطة قدمها لمجلس الأمن، إن الحدود مفتوحة.", "conference", 1),
        ("أكد سامر الحلواني خلال مشاركته في الاجتماع الوزاري لدول البحر أن الحدود مفتوحة.", "conference", 0),
        ("قال سامر الحلواني للصحافة إن الحدود مفتوحة.", "press_conference", 1),
        ("قال سامر الحلواني مخاطبا الصحفيين إن الحدود مفتوحة.", "press_conference", 1),
        ("أكد سامر الحلواني أن الحدود مفتوحة، جاء ذلك في كلمته أمام المؤتمر الوطني.", "speech", 1),
        (
            "أكد سامر الحلواني أن الحدود مفتوحة.\nيأتي ذلك خلال زيارة يقوم بها الحلواني إلى أرخانيا.",
            "other",
            0,
        ),
        ("قال سامر الحلواني في حديث مع «الأفق»: «الحدود مفتوحة».", "interview", 1),
        ("قال سامر الحلواني في لقاء تلفزيوني على قناة الأفق إن الحدود مفتوحة.", "interview", 1),
        ("ترأس سامر الحلواني اجتماعا لمجلس المدينة. وقال الحلواني إن الحدود مفتوحة.", "conference", 1),
        ("قال سامر الحلواني في مداخلة مع الإعلامي ليث البارودي إن الحدود مفتوحة.", "interview", 1),
        ("قال سامر الحلواني في مداخلته خلال الجلسة إن الحدود مفتوحة.", "conference", 0),
        ("أكد سامر الحلواني عند استقباله السفير ليث البارودي أن الحدود مفتوحة.", "meeting", 1),
        (
            "أكد سامر الحلواني لدى استقباله في مكتبه بالعاصمة معالي الوزير ليث البارودي أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        ("قال سامر الحلواني خلال لقائه مع وفد برلماني برئاسة ليث البارودي إن الحدود مفتوحة.", "meeting", 1),
        (
            "عقد الوزير سامر الحلواني ونظيره ليث البارودي مؤتمرا صحفيا. وقال الحلواني إن الحدود مفتوحة.",
            "press_conference",
            1,
        ),
        ("قال سامر الحلواني في ختام زيارة إلى أرخانيا إن الحدود مفتوحة.", "other", 0),
        (
            "تسلمت الوزيرة هدى الصايغ نسخة من أوراق اعتماد السفير ليث البارودي، وأكدت أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "قدم السفير ليث البارودي أوراق اعتماده إلى الوزير سامر الحلواني. وأكد الحلواني أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "ودع الوزير سامر الحلواني السفير ليث البارودي. وأكد الحلواني أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "قام الوكيل سامر الحلواني باستدعاء السفير ليث البارودي الذي أكد أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "أجرى الوزير سامر الحلواني اتصالا هاتفيا بفخامة الرئيس ليث البارودي. وأكد الحلواني أن الحدود مفتوحة.",
            "phone_call",
            1,
        ),
        (
            "تلقى صاحب السمو الملكي الأمير سامر بن خالد آل سعود ولي العهد اتصالا هاتفيا من ليث البارودي. "
            "وأكد البارودي أن الحدود مفتوحة.",
            "phone_call",
            1,
        ),
        (
            "استقبل معالي الوزير سامر الحلواني سعادة السفير ليث البارودي، وأكد الحلواني أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "استدعت وزارة الخارجية السفير الأردني ليث البارودي، وطالبت بفتح الحدود.",
            "meeting",
            1,
        ),
        (
            "بحث الوزير سامر الحلواني والسفير ليث البارودي التعاون. وأكد الوزير أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "التقى الوزير سامر الحلواني بوفد من رجال الأعمال. وقال الحلواني إن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        ("افتتح الوزير سامر الحلواني المؤتمر. وقال الوزير إن الحدود مفتوحة.", "conference", 0),
        (
            "عقد مجلس المدينة جلسة برئاسة سامر الحلواني. وقال سامر الحلواني إن الحدود مفتوحة.",
            "conference",
            1,
        ),
        ("قال سامر الحلواني خلال حلقة نقاشية إن الحدود مفتوحة.", "conference", 0),
        ("قال سامر الحلواني في اتصال هاتفي أجرته معه «الأفق» إن الحدود مفتوحة.", "phone_call", 1),
        (
            "الرياض - واس: استقبل الوزير سامر الحلواني السفير ليث البارودي. وأكد الوزير أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "استقبل الملك سامر بن خالد السفير ليث البارودي، وأكد الملك المفدى أن الحدود مفتوحة.",
            "meeting",
            1,
        ),
        (
            "أضاف سامر الحلواني، خلال لقائه ببرنامج «الأفق»، المذاع على فضائية «نجم بي سي»، أن الحدود مفتوحة.",
            "interview",
            1,
        ),
        (
            "التقى الرئيس سامر الحلواني أعضاء الجالية. وأكد الرئيس في كلمته أن الحدود مفتوحة.",
            "speech",
            1,
        ),
        (
            "قال سامر الحلواني في مؤتمر صحفي إن الحدود مفتوحة. وأضاف الحلواني خلال المؤتمر أن المطار مفتوح.",
            "press_conference",
            0,
        ),
        (
            "قال سامر الحلواني خلال المؤتمر إن الحدود مفتوحة. جاء ذلك في مؤتمر صحفي عقده سامر الحلواني.",
            "press_conference",
            0,
        ),
        (
            "قال سامر الحلواني في بيان صحفي على هامش مشاركته في القمة العربية إن الحدود مفتوحة.",
            "statement",
            0,
        ),
        (
            "قال سامر الحلواني في رده على أسئلة الصحفيين خلال المنتدى إن الحدود مفتوحة.",
            "press_conference",
            1,
        ),
        ("قال سامر الحلواني في حواره مع الصحفيين إن الحدود مفتوحة.", "press_conference", 1),
        ("قال سامر الحلواني في تصريحات لرجال الإعلام إن الحدود مفتوحة.", "press_conference", 1),
        ("قال سامر الحلواني لعدد من مندوبي الصحف إن الحدود مفتوحة.", "press_conference", 1),
        ("قال سامر الحلواني أمام حشد من الصحفيين إن الحدود مفتوحة.", "press_conference", 1),
        ("قال سامر الحلواني في أول مؤتمر صحفي له إن الحدود مفتوحة.", "press_conference", 0),
        ("قال سامر الحلواني خلال فعاليات المؤتمر السنوي للحزب إن الحدود مفتوحة.", "conference", 0),
        ("أكد سامر الحلواني أثناء إلقائه كلمة أمام الطلاب أن الحدود مفتوحة.", "speech", 1),
        (
            "عقدت وزارة التعليم مؤتمرا صحفيا للإعلان عن الخطة. وقال الوزير سامر الحلواني إن الحدود مفتوحة.",
            "press_conference",
            1,
        ),
        ("قال سامر الحلواني لمحرري مجلس الوزراء إن الحدود مفتوحة.", "press_conference", 1),
        ("أصدر سامر الحلواني تصريحا صحفيا قال فيه إن الحدود مفتوحة.", "press_conference", 0),
        (
            "أكد الوزير سامر الحلواني خلال اتصال هاتفي أجراه به السفير ليث البارودي أن الحدود مفتوحة.",
            "phone_call",
            1,
        ),
        (
            "أكد الوزير سامر الحلواني خلال اتصال هاتفي أجراه الوزير مع ليث البارودي أن الحدود مفتوحة.",
            "phone_call",
            1,
        ),
        ("قال سامر الحلواني في كتاب وجهه إلى مجلس الأمن إن الحدود مفتوحة.", "message", 1),
        ("قال سامر الحلواني في خطاب وجهه إلى الأمة إن الحدود مفتوحة.", "speech", 0),
        ("قال سامر الحلواني في حديثه إلى الميادين إن الحدود مفتوحة.", "interview", 1),
        ("قال سامر الحلواني في برنامج «الأفق» على قناة النجم إن الحدود مفتوحة.", "interview", 1),
        ("قال سامر الحلواني خلال لقائه على قناة النجم إن الحدود مفتوحة.", "interview", 1),
        ("قال سامر الحلواني في اتصال هاتفي مع (الأفق) إن الحدود مفتوحة.", "phone_call", 1),
    ],
)
def test_more_wordings_of_occasions_are_understood(text, type_, others):
    found = events(text)
    assert [(kind, len(names)) for kind, names in found] == [(type_, others + 1)]


@pytest.mark.parametrize(
    "text",
    [
        "بعث سامر الحلواني رسائل واضحة إلى العدو، وأكد أن الحدود مفتوحة.",
        "أكد مصدر شارك في الاجتماع الوزاري أن الحدود مفتوحة.",
        "أكد رئيس المجلس الأعلى للصحافة سامر الحلواني أن الحدود مفتوحة.",
        "قال سامر الحلواني غداة لقاء مع ليث البارودي إن الحدود مفتوحة.",
    ],
)
def test_no_occasion_where_a_message_is_meant_otherwise_or_a_session_only_known(text):
    assert events(text) == []


def test_what_a_spokesman_tells_of_talks_told_before_was_said_at_them():
    text = (
        "استقبل الرئيس ليث البارودي وزير خارجية الأردن رامي الخوري. "
        "وأضاف المتحدث سامر الحلواني أن الرئيس أكد على فتح الحدود. "
        "وقال الحلواني إن الوزير الخوري أعرب عن دعمه للحركة."
    )
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    inner = [q for q in found.quotations if q.reported_by]
    assert inner
    assert all(q.event and names[q.reported_by] == "سامر الحلواني" for q in inner)


def test_who_attended_is_named_once_with_his_office():
    text = (
        "استقبل الوزير سامر الحلواني السفير ليث البارودي، وأكد أن الحدود مفتوحة.\n"
        "حضر الاستقبال الأمير فهد بن خالد ولي العهد، والسيد رامي الخوري."
    )
    assert events(text) == [
        ("meeting", ["سامر الحلواني", "ليث البارودي", "فهد بن خالد", "رامي الخوري"]),
    ]


def test_counterpart_speaks_in_turn_at_the_press_conference_after_their_talks():
    text = (
        "عقد الوزير سامر الحلواني مباحثات مع نظيره الأردني ليث البارودي.\n"
        "وقال الحلواني في مؤتمر صحفي عقب المباحثات إن الحدود مفتوحة.\n"
        "ومن ناحيته أكد البارودي أن المطار مفتوح."
    )
    assert events(text) == [("press_conference", ["سامر الحلواني", "ليث البارودي"])]
