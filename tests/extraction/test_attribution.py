"""Who speaks, and who is who. All people, bodies and states are made up."""

import pytest

from statements.extraction import extract

LEAD = "قال وزير خارجية أرخانيا سامر الحلواني إن الحدود مفتوحة. "


def speakers(text: str) -> list[list[str]]:
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [[names[i] for i in quotation.speakers] for quotation in found.quotations]


@pytest.mark.parametrize(
    "text",
    [
        "قال سامر الحلواني إن الحدود مفتوحة.",
        "قال وزير الخارجية سامر الحلواني، الخميس، إن الحدود مفتوحة.",
        "وكان سامر الحلواني قد أعلن أن الحدود مفتوحة.",
        "سامر الحلواني يؤكد أن الحدود مفتوحة.",
        "استقبل وزير الخارجية سامر الحلواني وفداً، مؤكداً أن الحدود مفتوحة.",
        "رحب الوزير سامر الحلواني الذي أكد أن الحدود مفتوحة.",
        "بحسب سامر الحلواني، الحدود مفتوحة منذ أمس.",
    ],
)
def test_subject_is_found_after_before_and_around_the_verb(text):
    assert speakers(text)[-1] == ["سامر الحلواني"]


@pytest.mark.parametrize(
    "following",
    [
        "وأضاف أن الحركة عادية.",
        "وأضاف الحلواني أن الحركة عادية.",
        "وأضاف الوزير أن الحركة عادية.",
        "وأضاف وزير الخارجية أن الحركة عادية.",
        "وأضاف رئيس الجهاز الدبلوماسي أن الحركة عادية.",
        "وأوضح خلال اللقاء أن الحركة عادية.",
        "وأشار الدبلوماسي إلى أن الحركة عادية.",
    ],
)
def test_left_out_subject_surname_and_office_mean_the_speaker_before(following):
    assert speakers(LEAD + following) == [["سامر الحلواني"]] * 2


@pytest.mark.parametrize(
    "following",
    [
        "وبشأن انتخاب رئيس للجمهورية، قال إن الموعد قريب.",
        "وعن المؤتمر الوطني في العاصمة، أكد أن الحوار مستمر.",
    ],
)
def test_topic_of_the_sentence_is_no_speaker(following):
    assert speakers(LEAD + following)[-1] == ["سامر الحلواني"]


def test_who_stands_between_kana_and_the_verb_speaks():
    text = LEAD + "وكانت السفيرة رنا السبكي قد انتقدت بشدة الخطط الجديدة."
    assert speakers(text)[-1] == ["رنا السبكي"]


def test_subject_of_the_verb_that_opens_the_sentence_goes_on():
    text = LEAD + "وأيدت رنا السبكي القرار ودعت إلى حوار جديد."
    assert speakers(text)[-1] == ["رنا السبكي"]


def test_office_of_an_officer_who_does_not_speak_is_not_given_to_the_speaker():
    found = extract("قال سامر الحلواني إن الحدود مفتوحة. وذكر سامر الحلواني لرئيس البرلمان أن السوق هادئة.")
    assert not next(actor for actor in found.actors if actor.name == "سامر الحلواني").titles


def test_name_right_before_an_office_has_it():
    text = "رحب عادل السبكي بسمير الحلواني وزير الخارجية. وقال وزير الخارجية إن الحدود مفتوحة."
    assert speakers(text)[-1] == ["سمير الحلواني"]


def test_gender_of_the_verb_tells_two_speakers_apart():
    text = LEAD + "وقالت السفيرة رنا السبكي إن الحركة عادية. وأضافت أن الأسعار ثابتة. وأضاف أن السوق هادئة."
    assert speakers(text) == [["سامر الحلواني"], ["رنا السبكي"], ["رنا السبكي"], ["سامر الحلواني"]]


def test_two_ministers_are_two_actors():
    text = LEAD + "وقال وزير الداخلية ليث البارودي إن الحركة عادية."
    assert speakers(text) == [["سامر الحلواني"], ["ليث البارودي"]]


def test_both_subjects_of_a_joint_statement_speak():
    assert speakers("أكد سامر الحلواني ورنا السبكي أن الحدود مفتوحة.") == [["سامر الحلواني", "رنا السبكي"]]


def test_office_told_before_the_name_is_the_same_man():
    text = (
        "قال وزير خارجية أرخانيا إن الحدود مفتوحة. ووصل وزير خارجية أرخانيا سامر الحلواني مساء إلى العاصمة."
    )
    assert speakers(text) == [["سامر الحلواني"]]


def test_office_under_another_adjective_is_its_only_holder():
    text = (
        "قالت المتحدثة باسم بعثة السلام رنا السبكي إن الحدود مفتوحة. "
        "وقال سامر الحلواني إن الحركة عادية. وأضافت المتحدثة الأممية أن الأسعار ثابتة."
    )
    assert speakers(text) == [["رنا السبكي"], ["سامر الحلواني"], ["رنا السبكي"]]


def test_unnamed_source_keeps_its_description():
    text = "قال مصدر أمني إن الحدود مفتوحة. وأضاف المصدر نفسه أن الحركة عادية."
    assert speakers(text) == [["مصدر أمني"]] * 2


def test_relaying_agency_reports_and_does_not_speak():
    text = "وأفادت وكالة الأفق للأنباء أن سامر الحلواني شدد على ضرورة فتح الحدود."
    found = extract(text)
    (quotation,) = found.quotations
    names = {actor.id: actor.name for actor in found.actors}
    assert names[quotation.speakers[0]] == "سامر الحلواني"
    assert names[quotation.reported_by] == "وكالة الأفق للأنباء"


def test_source_behind_a_paper_speaks_and_the_paper_relays():
    text = "ونقلت صحيفة «الأفق» عن سامر الحلواني أن الحدود مفتوحة."
    found = extract(text)
    (quotation,) = found.quotations
    names = {actor.id: actor.name for actor in found.actors}
    assert (names[quotation.speakers[0]], names[quotation.reported_by]) == ("سامر الحلواني", "الأفق")


def test_agency_that_tells_a_plain_fact_speaks():
    assert speakers("ذكرت وكالة الأفق للأنباء أن الوفد وصل إلى العاصمة.") == [["وكالة الأفق للأنباء"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "وصل الملك سامر الحلواني إلى العاصمة. وقال خادم الحرمين الشريفين إن الحدود مفتوحة.",
            "سامر الحلواني",
        ),
        (
            "قالت متحدثة باسم الوزارة إن الحدود مفتوحة. وقالت المتحدثة رنا السبكي إن الحركة عادية.",
            "رنا السبكي",
        ),
        (
            "قال وزير الاتصال إن الحدود مفتوحة. وقال سامر الحلواني في العاصمة إن الحركة عادية.",
            "سامر الحلواني",
        ),
        (
            "قالت السفيرة رنا السبكي إن السوق هادئة. وأكدت رئيسة مركز الأبحاث أن الحدود مفتوحة.",
            "رنا السبكي",
        ),
        (
            "التقى الوفد في العاصمة بالوزير سامر الحلواني. وقال الوزير إن الحدود مفتوحة.",
            "سامر الحلواني",
        ),
    ],
)
def test_office_told_alone_is_the_one_whom_the_article_names_for_it(text, speaker):
    assert speakers(text)[0] == [speaker]
    assert len({tuple(names) for names in speakers(text)}) == 1


def _relays(text: str) -> list[tuple[str, str | None, str | None]]:
    """Cue, speaker and relay of each statement."""
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [
        (
            text[q.cue.span.start : q.cue.span.end],
            names[q.speakers[0]] if q.speakers else None,
            names.get(q.reported_by),
        )
        for q in found.quotations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال الوزير سامر الحلواني إن الرئيس عادل المرزوقي أكد لنظيره أن الحدود مفتوحة.",
            [("قال", "سامر الحلواني", None), ("أكد", "عادل المرزوقي", "سامر الحلواني")],
        ),
        (
            "أكد سامر الحلواني أن الحدود مفتوحة، مشيرا إلى أن المعبر يعمل، بحسب وكالة الأفق للأنباء.",
            [
                ("أكد", "سامر الحلواني", "وكالة الأفق للأنباء"),
                ("مشيرا", "سامر الحلواني", "وكالة الأفق للأنباء"),
            ],
        ),
        (
            "أكد سامر الحلواني أن الحدود مفتوحة، وشدد على ضرورة فتح المعبر.",
            [("أكد", "سامر الحلواني", None), ("وشدد", "سامر الحلواني", None)],
        ),
        (
            "انعقد الاجتماع في العاصمة وشارك فيه الجميع، حسب بيان للوزارة نشرته وكالة الأفق للأنباء.",
            [("حسب", "الوزارة", "وكالة الأفق للأنباء")],
        ),
    ],
)
def test_who_relays_is_the_outer_speaker_or_the_source_the_sentence_names(text, expected):
    assert _relays(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ذكر تقرير صادر عن منظمة السلام الأخضر أن الحدود مفتوحة.", ["منظمة السلام الأخضر"]),
        ("نشرت الصحف دراسة أجرتها جامعة القاهرة. وأظهرت الدراسة أن الحدود مفتوحة.", ["جامعة القاهرة"]),
        ("وأفادت الأنباء بأن الحدود مفتوحة.", []),
        (
            "وقال سامر الحلواني إن تصريحات ليث البارودي مضللة، بعد أن أكد الأخير أن الحدود مفتوحة.",
            ["ليث البارودي"],
        ),
        (
            "أكد سامر الحلواني ورنا السبكي أن السوق هادئة. وأضافا أن الحدود مفتوحة.",
            ["سامر الحلواني", "رنا السبكي"],
        ),
    ],
)
def test_documents_news_the_latter_and_both_speak_for_whom_they_mean(text, expected):
    assert speakers(text)[-1] == expected


def test_a_body_is_not_its_mission():
    text = "قالت بعثة الأمم المتحدة في العراق إن الحدود مفتوحة. وأكدت الأمم المتحدة أن الحركة عادية."
    assert len({tuple(names) for names in speakers(text)}) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            LEAD + "ونقلت وكالة الأفق للأنباء عنه قوله «المعبر الشمالي مفتوح أمام الجميع».",
            [("سامر الحلواني", None), ("سامر الحلواني", "وكالة الأفق للأنباء")],
        ),
        (
            "كتبت صحيفة المرفأ، نقلا عن مصادر مطلعة، أن الحدود مفتوحة.",
            [("مصادر مطلعة", "صحيفة المرفأ")],
        ),
    ],
)
def test_medium_that_passes_on_anothers_words_relays(text, expected):
    assert [(speaker, relay) for _, speaker, relay in _relays(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "التقت وزيرة الخارجية الفرنسية رنا السبكي نظيرها البريطاني سامر الحلواني. "
            "وقال وزير الخارجية البريطاني إن الحدود مفتوحة.",
            ["سامر الحلواني"],
        ),
        ("وصل السفير أمس. يأتي ذلك في الوقت الذي حذرت فيه إسبانيا من أن الحدود مفتوحة.", ["إسبانيا"]),
        ("زار الوفد مدريد. وأعلنت إسبانيا أن الحدود مفتوحة.", ["إسبانيا"]),
        (
            "قالت الممثلة العليا للشئون الخارجية رنا السبكي إن السوق هادئة. "
            "وأكدت مسئولة الشئون الخارجية الأوروبية أن الحدود مفتوحة.",
            ["رنا السبكي"],
        ),
        (
            "قالت مصادر بالسفارة السورية إن السوق هادئة. وأكدت السفارة السورية أن الحدود مفتوحة.",
            ["السفارة السورية"],
        ),
    ],
)
def test_speaker_is_known_under_another_office_name_or_place(text, expected):
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قالت نائبة المتحدث باسم الوزارة (القلعة)، رنا السبكي، إن الحدود مفتوحة.", ["رنا السبكي"]),
        (
            "رحب الرئيس سامر الحلواني بالوفد. وقال الرئيس سامر الحلواني إن السوق هادئة. "
            "وأكد الرئيس الفرنسي أن الحدود مفتوحة.",
            ["سامر الحلواني"],
        ),
        (
            "قال وزير الخارجية سامر الحلواني إن السوق هادئة. وأعرب الوزير البريطاني عن أمله في فتح الحدود.",
            ["سامر الحلواني"],
        ),
        ("قال مصدر قضائي إن السوق هادئة. وأشار المتحدث إلى أن الحدود مفتوحة.", ["مصدر قضائي"]),
        (
            "قال رئيس بعثة الأمم المتحدة سامر الحلواني إن السوق هادئة. وأضاف المسؤول الأممي أن الحدود مفتوحة.",
            ["سامر الحلواني"],
        ),
    ],
)
def test_office_told_otherwise_is_who_just_spoke(text, expected):
    assert speakers(text)[-1] == expected


def test_a_ministry_is_known_without_its_first_word():
    assert speakers(
        "أكدت وزارة الخارجية الإيرانية أن الطريق طويل. وأضافت الخارجية الإيرانية أن الباب مفتوح."
    ) == [
        ["وزارة الخارجية الإيرانية"],
        ["وزارة الخارجية الإيرانية"],
    ]


def test_name_after_a_description_no_list_knows_is_the_speaker():
    assert speakers("قال أحد كوادره خالد الحلواني لفرانس برس إن الطريق طويل.") == [["خالد الحلواني"]]


def test_minister_told_with_a_pronoun_is_the_minister():
    text = "قالت وزيرة الخارجية الأرخانية رنا السبكي إن الطريق طويل. وأمس أكدت وزيرة خارجيته أن الباب مفتوح."
    assert speakers(text) == [["رنا السبكي"], ["رنا السبكي"]]


@pytest.mark.parametrize(
    "text",
    [
        "وافقت الحكومة على تعيين سامر الحلواني سفيرا، حسب ما أفاد به بيان لوزارة الخارجية.",
        "وحسب بيان لوزارة الخارجية، فإن الحكومة أخذت علما بالقرار الصادر أمس.",
        "وأصدرت وزارة الخارجية بيانا يوم الأحد. وبحسب البيان، فإن التنفيذ يبدأ غدا.",
        "تلقى الوزير رسالة، حسب بيان لوزارة الخارجية. وجاء في البيان: «العلاقات ممتازة».",
    ],
)
def test_document_that_is_a_source_speaks_for_who_issued_it(text):
    assert speakers(text)[-1] == ["وزارة الخارجية"]


def test_adjective_of_a_body_is_not_whom_it_calls_on():
    assert speakers("دعت منظمة الأفق العالمية إلى اتخاذ إجراءات عاجلة.") == [["منظمة الأفق العالمية"]]


@pytest.mark.parametrize(
    "rank", ["الفريق أول", "الفريق أول ركن", "العميد الركن", "العقيد أركان حرب", "اللواء أ.ح", "اللواء"]
)
def test_military_rank_stands_before_the_name(rank):
    assert speakers(f"قال {rank} سامر الحلواني إن الحدود مفتوحة.") == [["سامر الحلواني"]]


def test_accused_is_no_part_of_who_accuses():
    assert speakers("واتهم المجلس الوطني المجتمع الدولي بالتقاعس.") == [["المجلس الوطني"]]


def test_who_is_quoted_through_a_paper_speaks():
    assert speakers("كشفت صحيفة الأفق، نقلا عن مصادر مطلعة، أن الحدود مغلقة.") == [["مصادر مطلعة"]]


@pytest.mark.parametrize(
    "who",
    [
        'مراسل الشؤون العسكرية لموقع "الأفق" الأرخاني، كاليم ثونار،',
        "مراسل الأفق في المدينة، كاليم ثونار،",
        'المعلق العسكري في صحيفة "الأفق" الأرخانية، كاليم ثونار،',
    ],
)
def test_who_works_for_a_medium_is_named_behind_it(who):
    assert speakers(f"وقال {who} إن القتال مستمر.") == [["كاليم ثونار"]]


def test_a_word_with_the_article_is_no_name_of_the_spokesman():
    text = "وقال المتحدث باسم الرئيس إن التحقيق مستمر.\nوقال القرصان إنه استولى على رسائل."
    assert speakers(text) == [["المتحدث باسم الرئيس"], ["القرصان"]]
