"""What was said: where content begins and ends. All people, bodies and states are made up."""

import pytest

from statements.extraction import extract


def contents(text: str) -> list[str]:
    return [" … ".join(span.of(text) for span in q.spans) for q in extract(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال سامر الحلواني إن الحدود مفتوحة.", ["الحدود مفتوحة"]),
        ("وقال سامر الحلواني إنها مفتوحة.", ["إنها مفتوحة"]),
        ("وأشار سامر الحلواني إلى أن الحدود مفتوحة.", ["الحدود مفتوحة"]),
        ("وأشار سامر الحلواني إلى ضرورة فتح الحدود.", ["ضرورة فتح الحدود"]),
        ("وأكد سامر الحلواني ضرورة فتح الحدود.", ["ضرورة فتح الحدود"]),
        ("وأشاد سامر الحلواني بدعم المنظمة للحوار.", ["بدعم المنظمة للحوار"]),
        ("وأعرب سامر الحلواني عن أمله في السلام.", ["أمله في السلام"]),
        ("وقال سامر الحلواني: الحدود مفتوحة للجميع.", ["الحدود مفتوحة للجميع"]),
        ("وقال سامر الحلواني «الحدود مفتوحة منذ أمس للجميع».", ["الحدود مفتوحة منذ أمس للجميع"]),
        ("وتابع سامر الحلواني قائلاً إن الحدود مفتوحة.", ["الحدود مفتوحة"]),
        (
            "وأكد الحلواني في بداية اللقاء أهمية فتح الحدود، مشيرا إلى أن الحركة عادية.",
            ["أهمية فتح الحدود", "الحركة عادية"],
        ),
        ("أكد د. سامر الحلواني أن الحدود مفتوحة.", ["الحدود مفتوحة"]),
    ],
)
def test_content_begins_after_a_free_word_and_keeps_an_attached_one(text, expected):
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("لفت النائب سامر الحلواني في حديث الى «الأفق» الى ان الحدود مفتوحة.", "الحدود مفتوحة"),
        ("أشار الوزير سامر الحلواني إلى القناة إلى أن الحدود مفتوحة.", "الحدود مفتوحة"),
        ("كشف الوزير سامر الحلواني. أن الحدود مفتوحة.", "الحدود مفتوحة"),
        ("وخلص الوزير سامر الحلواني إلى القول إن الحدود مفتوحة.", "الحدود مفتوحة"),
        ("أكدت الحركة على لسان المتحدث باسمها نبيل الشامي رفضها للشروط.", "رفضها للشروط"),
        ("وأكد الوزير موقف بلاده الداعم للحوار.", "موقف بلاده الداعم للحوار"),
        (
            "هنأ الرئيس سامر الحلواني أخاه الملك نبيل الشامي بمناسبة العيد الوطني.",
            "بمناسبة العيد الوطني",
        ),
    ],
)
def test_content_begins_past_hearers_spokesmen_and_words_for_saying(text, expected):
    assert contents(text) == [expected]


def test_looser_verb_with_quoted_words_of_its_own_ends_the_search_of_the_verb_before():
    text = "وأضاف سامر الحلواني أن الأزمة أكدت عقم الحلول، وتابع «يجب علينا جميعا أن نفتح الحدود»."
    assert contents(text)[-1] == "يجب علينا جميعا أن نفتح الحدود"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وأكد سامر الحلواني أن الحدود مفتوحة، مشيراً إلى أن الحركة عادية.",
            ["الحدود مفتوحة", "الحركة عادية"],
        ),
        (
            "واعتبر سامر الحلواني أن الصبر فخر، وأكد أن الحدود مفتوحة.",
            ["الصبر فخر", "الحدود مفتوحة"],
        ),
        (
            "وأكد سامر الحلواني أن الحدود مفتوحة، فيما قالت رنا السبكي إن الحركة عادية.",
            ["الحدود مفتوحة", "الحركة عادية"],
        ),
        ("وقال سامر الحلواني إن الحدود مفتوحة، على حد قوله.", ["الحدود مفتوحة"]),
        ("وقال سامر الحلواني إن السعر ارتفع 2.5 بالمئة.", ["السعر ارتفع 2.5 بالمئة"]),
    ],
)
def test_content_ends_where_the_narrator_speaks_again(text, expected):
    assert contents(text) == expected


def test_statement_inside_a_statement_is_its_own():
    text = "وقال سامر الحلواني إن الوزيرة رنا السبكي أكدت أن الحدود مفتوحة."
    assert contents(text) == ["الوزيرة رنا السبكي أكدت أن الحدود مفتوحة", "الحدود مفتوحة"]


def test_sentence_in_first_person_after_the_closing_mark_belongs_to_the_quotation():
    text = "وقال سامر الحلواني «حاولنا في الأيام الماضية إقناع الجميع». نأمل أن ننجح قريباً. وانتهى اليوم."
    assert contents(text) == ["حاولنا في الأيام الماضية إقناع الجميع … نأمل أن ننجح قريباً"]


def test_what_the_content_begins_with_may_be_another_s_statement():
    text = "أكد سامر الحلواني أن الإجراءات التي أعلنتها الحكومة محدودة ولا تكفي."
    assert contents(text) == ["الإجراءات التي أعلنتها الحكومة محدودة ولا تكفي", "الإجراءات"]
    assert extract(text).quotations[1].reported_by is not None


def test_quotation_never_closed_ends_with_its_paragraph():
    text = 'وقال سامر الحلواني "الحدود مفتوحة. والحركة عادية.\nوأشرقت الشمس.'
    assert contents(text) == ["الحدود مفتوحة … والحركة عادية"]


@pytest.mark.parametrize(
    "text",
    [
        "وصل سامر الحلواني إلى العاصمة.",
        "وبحث سامر الحلواني مع رنا السبكي العلاقات بين البلدين.",
        "يُذكر أن الحدود مفتوحة.",
        "ويشار إلى أن الحدود مفتوحة.",
        "في عام 2019 افتتح المعرض أبوابه.",
    ],
)
def test_acts_topics_and_the_narrators_formulas_are_no_statements(text):
    assert contents(text) == []


def test_claim_before_its_source_is_the_sources_statement():
    text = "الحدود مفتوحة منذ يومين، بحسب وزارة خارجية أرخانيا."
    assert contents(text) == ["الحدود مفتوحة منذ يومين"]


def test_paragraph_told_twice_is_read_once():
    lead = "أكد وزير خارجية أرخانيا سامر الحلواني أن الحدود مفتوحة أمام جميع المسافرين من اليوم."
    assert len(contents(f"{lead}\nوانتهى اليوم.\n{lead}")) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وقال سامر الحلواني إن الحدود مفتوحة.", "indirect"),
        ("وقال سامر الحلواني «الحدود مفتوحة منذ أمس للجميع».", "direct"),
        ("وقال سامر الحلواني إن «الحدود مفتوحة منذ أمس للجميع».", "direct"),
        ("وقال سامر الحلواني إن الحدود «مفتوحة للجميع».", "mixed"),
        ("وقال سامر الحلواني: الحدود مفتوحة للجميع.", "direct"),
    ],
)
def test_kind_tells_how_much_is_quoted(text, kind):
    assert [q.kind for q in extract(text).quotations] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ونفى وزير الاتصال الإفراج عن السجناء.", ["الإفراج عن السجناء"]),
        ("وأدان سامر الحلواني «بشدة» الهجوم على المدينة.", ["الهجوم على المدينة"]),
        ("وانتقد سامر الحلواني الخطط الجديدة قائلاً إنها ظالمة.", ["الخطط الجديدة", "إنها ظالمة"]),
        ("وندد سامر الحلواني في مناسبات عدة بأن الحدود مغلقة.", ["الحدود مغلقة"]),
        ("وأعرب سامر الحلواني عن شكره للوزيرة على دعمها.", ["شكره … على دعمها"]),
        ("ووجّه الحلواني الشكر إلى الوزيرة على دعمها.", ["الشكر … على دعمها"]),
    ],
)
def test_object_of_a_verb_of_position_is_its_content(text, expected):
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأعلنت المنظمة إغلاق مكتبها، ما يهدد آلاف الأسر.", ["إغلاق مكتبها"]),
        ("ورفضت المنظمة إغلاق مكتبها رغم مطالب الجيران.", ["إغلاق مكتبها"]),
        ("وأكد سامر الحلواني أن «الحدود مفتوحة للناس جميعاً»، وأن «الحركة عادية».", None),
    ],
)
def test_narrator_who_adds_to_a_noun_phrase_is_left_out(text, expected):
    assert contents(text) == (expected or ["«الحدود مفتوحة للناس جميعاً»، وأن «الحركة عادية"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ويأتي ذلك بعد رفض دولة أرخانيا إعادة السجناء.", ["إعادة السجناء"]),
        ("وجرى ذلك رغم مطالبة المنظمة بوقف البناء.", ["بوقف البناء"]),
        ("ولم يعلق على دعوة المنظمة لإجراء الانتخابات.", ["لإجراء الانتخابات"]),
    ],
)
def test_verbal_noun_after_a_preposition_reports_what_its_speaker_said(text, expected):
    assert contents(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وعاد السكان إلى القرية وفق ما أعلن مسؤول محلي.",
        "وعاد السكان إلى القرية حسبما ذكرت الوكالة.",
    ],
)
def test_verb_that_names_the_source_has_no_content_of_its_own(text):
    assert all(content.startswith("وعاد السكان") for content in contents(text))


def test_comment_after_a_pause_is_left_out_of_a_clause_too():
    text = "وأعلن سامر الحلواني أن الحدود مغلقة، في خطوة أغضبت الجيران."
    assert contents(text) == ["الحدود مغلقة"]


@pytest.mark.parametrize(
    "text",
    ["وجرت القمة وسط إجراءات مشددة أدت إلى إغلاق الحدود.", "وقتل عشرة بينهم ثلاثة من «حراس الجسر»."],
)
def test_words_that_only_look_like_cues_report_nothing(text):
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأكد سامر الحلواني أن الحدود مفتوحة، وهو ما نفته الحكومة.", ["الحدود مفتوحة", "الحدود مفتوحة"]),
        ("وأعلنت الوزارة، اليوم الخميس، رفضها إغلاق الحدود.", ["رفضها إغلاق الحدود"]),
        ("وقال سامر الحلواني، الذي قالت رنا السبكي إنها تثق به، إن الحدود مفتوحة.", ["الحدود مفتوحة"]),
        ('وقال سامر الحلواني "لدينا ثقة" في الحكومة الجديدة.', ['"لدينا ثقة" في الحكومة الجديدة']),
    ],
)
def test_content_is_found_before_its_cue_and_past_what_stands_between(text, expected):
    assert [c for c in contents(text) if c in expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال سامر الحلواني إن الحكومة طلبت تقديم الوثائق، ولم يقدم المجلس شيئا.",
            "تقديم الوثائق",
        ),
        (
            "قال سامر الحلواني إن الوزيرة رفضت فتح الملف خلال لقائها مع الوفد.",
            "فتح الملف",
        ),
    ],
)
def test_inner_statement_ends_where_the_outer_speaker_goes_on(text, expected):
    assert contents(text)[1:] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وطلبت الوزيرة حضوره وطلبت منه وقف البناء في المدينة.", "وقف البناء في المدينة"),
        ("وأكد ناطق باسم الوزارة، لم يذكر اسمه، وفاة ثلاثة من الجنود.", "وفاة ثلاثة من الجنود"),
        ("ودانت حكومة النهوض التي تسيطر على القطاع طرد ثلاثة من نوابها.", "طرد ثلاثة من نوابها"),
        ("وأكد سامر الحلواني الحاجة العاجلة إلى فتح الحدود.", "الحاجة العاجلة إلى فتح الحدود"),
        ("والوزير يعرف المستوطنات ويراها عقبة في طريق السلام.", "عقبة في طريق السلام"),
        ("ورحبت الوزيرة رنا السبكي بهذا التعاون.", "بهذا التعاون"),
        ("وطالب سامر الحلواني بلقاء الوزيرة.", "بلقاء الوزيرة"),
        ("وقال السفير إن الحدود مفتوحة، مشيرا لاستمرار الحركة.", "لاستمرار الحركة"),
        ('وقال السفير إنه باق، مطالبا "بالحذر واليقظة"، وغادر المدينة.', "بالحذر واليقظة"),
        ("وتوجه الأمين العام للمنظمة بالشكر إلى الحكومة على دعمها.", "بالشكر … على دعمها"),
    ],
)
def test_object_is_found_past_what_stands_between_it_and_its_verb(text, expected):
    assert expected in contents(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال ناطق باسم المجلس لا بد من فتح الحدود أمام الجميع.", "لا بد من فتح الحدود أمام الجميع"),
        ("وقال سامر الحلواني إيران تدعم السلام في المنطقة.", "إيران تدعم السلام في المنطقة"),
        ("وقيل إن الحدود مفتوحة للجميع.", "الحدود مفتوحة للجميع"),
        ("وتابع السفير، ونحن حريصون على فتح الحدود.", "ونحن حريصون على فتح الحدود"),
        ('وأكدت الوزيرة رنا السبكي للنواب الحاضرين جميعا "حق الناس في السفر".', "حق الناس في السفر"),
    ],
)
def test_content_that_no_word_opens_is_found_after_who_speaks(text, expected):
    assert contents(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أجبر الآلاف على النزوح من منازلهم، وفقا لأرقام منظمة أمان.", "أجبر الآلاف على النزوح من منازلهم"),
        (
            "أجبر الآلاف على النزوح من منازلهم، وفق منظمة أمان (أمانة) التي أكدت أن الحرب مستمرة.",
            "أجبر الآلاف على النزوح من منازلهم",
        ),
        ("وبحسب تقديرات منظمة أمان أجبرت الحرب الآلاف على النزوح.", "أجبرت الحرب الآلاف على النزوح"),
    ],
)
def test_claim_is_of_whoever_gave_its_figures(text, expected):
    assert contents(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("واستقبل الوزير الوفد، حيث تم خلال اللقاء التأكيد على متانة العلاقات.", ["متانة العلاقات"]),
        (
            "وأوضح سامر الحلواني أنه تم خلال اللقاء التأكيد على متانة العلاقات.",
            ["أنه تم خلال اللقاء التأكيد على متانة العلاقات", "متانة العلاقات"],
        ),
        ("وتم خلال اللقاء توجيه الدعوة إلى الوفد.", []),
        ("وأرجع سامر الحلواني السبب إلى إغلاق الحدود.", ["إغلاق الحدود"]),
    ],
)
def test_what_is_stressed_at_a_meeting_or_traced_to_a_cause_is_a_statement(text, expected):
    assert contents(text) == expected


@pytest.mark.parametrize("formula", ["ويشار إلى أن", "يشار إلى أن", "ويذكر أن", "يذكر أن"])
def test_narrators_own_formula_is_no_statement(formula):
    assert extract(f"{formula} أرخانيا وقعت الاتفاق مع ذورين قبل عامين.").quotations == ()
