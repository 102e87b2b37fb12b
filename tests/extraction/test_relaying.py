"""Who relays what somebody else said. All people, bodies, papers and states are made up."""

import pytest

from statements.extraction import extract

MEDIUM = "أفادت وسائل إعلام أرخانية أن المعبر أغلق. "


def relays(text: str) -> list[tuple[str, str | None, str | None]]:
    """Content, speaker and relay of each statement."""
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [
        (
            " … ".join(text[s.start : s.end] for s in q.spans),
            next((names[i] for i in q.speakers), None),
            names.get(q.reported_by),
        )
        for q in found.quotations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ونقلت صحيفة «الأفق» عن أحد كبار رجال الأعمال قوله إن السوق هادئة.",
            ("السوق هادئة", "أحد كبار رجال الأعمال", "الأفق"),
        ),
        (
            "ونقلت صحيفة «الأفق» عن مصادرها أن السوق هادئة.",
            ("السوق هادئة", "مصادرها", "الأفق"),
        ),
        (
            "ولكن وكالة الأفق للأنباء نقلت عن شهود قولهم إن السوق هادئة.",
            ("السوق هادئة", "شهود", "وكالة الأفق للأنباء"),
        ),
        (
            MEDIUM + "ونقلت عن جهات في مكتب الوزير أن الحدود مفتوحة.",
            ("الحدود مفتوحة", "جهات في مكتب الوزير", "وسائل إعلام أرخانية"),
        ),
        (
            "ونقل موقع «الأفق» عن الوزير سامر الحلواني رفضه أي تدخل في شؤون بلاده.",
            ("أي تدخل في شؤون بلاده", "سامر الحلواني", "الأفق"),
        ),
        (
            "وذكرت وكالة الأفق للأنباء عن مدير الإدارة القنصلية يوسف الحلواني قوله إن السلطات أفرجت عن المواطنين.",
            ("السلطات أفرجت عن المواطنين", "يوسف الحلواني", "وكالة الأفق للأنباء"),
        ),
        (
            "أفادت قناة الأفق عن مصدر أمني بأن الحدود مفتوحة.",
            ("الحدود مفتوحة", "مصدر أمني", "قناة الأفق"),
        ),
        (
            "كشفت وسائل الإعلام الأرخانية الأحد أن الحدود مفتوحة.",
            ("الحدود مفتوحة", "وسائل الإعلام الأرخانية", None),
        ),
        (
            "قال الرئيس نبيل الشامي إن الحرب انتهت. ونقلت الأنباء عن شهود أن الحدود مفتوحة.",
            ("الحدود مفتوحة", "شهود", None),
        ),
    ],
)
def test_who_is_told_after_of_speaks_and_who_passes_it_on_relays(text, expected):
    assert relays(text)[-1] == expected


def test_whom_a_saying_that_is_passed_on_was_told_to_is_addressed():
    text = "نقلت وكالة الأفق عن الوزير سامر الحلواني قوله لرئيس الحكومة نبيل الشامي إنه سيستقيل."
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    assert [names[i] for i in found.quotations[0].addressees] == ["نبيل الشامي"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقالت القناة نقلا عن مصدر أمني إن الطائرة سقطت.",
            ("الطائرة سقطت", "مصدر أمني", "القناة"),
        ),
        (
            "نشرت صحيفة «الأفق»، نقلاً عن تحليل لمعهد السلام، أن الجيش شن هجوما.",
            ("الجيش شن هجوما", "تحليل لمعهد السلام", "الأفق"),
        ),
        (
            "وأشار مكتب الأمم المتحدة، نقلاً عن السلطات في الإقليم، إلى أن عدد النازحين ازداد.",
            ("عدد النازحين ازداد", "السلطات", "مكتب الأمم المتحدة"),
        ),
        (
            "قال سامر الحلواني إن الحدود مفتوحة، نقلا عن وكالة الأفق.",
            ("الحدود مفتوحة", "سامر الحلواني", "وكالة الأفق"),
        ),
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_relays(text, expected):
    assert relays(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وأعلن الوزير سامر الحلواني، في تصريحات صحفية، نقلتها وكالة الأفق للأنباء، اليوم الأربعاء، ترحيب بلاده بالمبادرة.",
            ("ترحيب بلاده بالمبادرة", "سامر الحلواني", "وكالة الأفق للأنباء"),
        ),
        (
            "جاء في بيان صادر عن وزارة الخارجية الأرخانية، نقلته وكالة الأفق للأنباء، أن الحدود مفتوحة، بحسب البيان.",
            ("الحدود مفتوحة", "وزارة الخارجية الأرخانية", "وكالة الأفق للأنباء"),
        ),
    ],
)
def test_medium_that_carried_remarks_relays_and_opens_no_content(text, expected):
    assert relays(text) == [expected]


def test_who_did_something_by_a_source_goes_on_himself():
    text = "وبعث السفير سامر الحلواني، حسبما نقلت قناة «الأفق»، رسائل إلى المندوبين، داعيا إلى المشاركة في المؤتمر."
    assert relays(text)[-1] == ("المشاركة في المؤتمر", "سامر الحلواني", "الأفق")


def test_source_that_goes_on_relays_only_what_stands_before():
    text = "تجددت الاشتباكات قرب المجمع، حسبما أفادت وسائل إعلام محلية، شددت على سماع أصوات الانفجارات."
    assert relays(text) == [
        ("تجددت الاشتباكات قرب المجمع", "وسائل إعلام محلية", None),
        ("سماع أصوات الانفجارات", "وسائل إعلام محلية", None),
    ]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("وقال الوزير، وفق منشور على صفحة الخارجية، إن الحدود مفتوحة.", "الخارجية"),
        ("وتناقلت وسائل الإعلام عن الوزير سامر الحلواني قوله إن الحدود مفتوحة.", "وسائل الإعلام"),
    ],
)
def test_whose_page_it_is_and_who_spreads_it_relays(text, relay):
    assert relays(text)[0][2] == relay


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وأفاد بيان صادر عن الرئاسة بأن الرئيس سامر الحلواني أبلغ نظيره استعداد بلاده للوساطة.",
            ("استعداد بلاده للوساطة", "سامر الحلواني", "الرئاسة"),
        ),
        (
            "قال الوزير سامر الحلواني إن ليلى منصور نفت نفيا قاطعا أن تكون الحدود مغلقة.",
            ("تكون الحدود مغلقة", "ليلى منصور", "سامر الحلواني"),
        ),
        (
            "ورغم أن مكتب المراقبة يؤكد أن الحدود مفتوحة، فإن السفارة نددت بالحصار.",
            ("بالحصار", "السفارة", None),
        ),
    ],
)
def test_words_inside_anothers_words_and_what_answers_them(text, expected):
    assert relays(text)[-1] == expected


@pytest.mark.parametrize(
    "inner",
    [
        "التقديرات أشارت إلى احتمال غياب الوفود",
        "هذه الأفكار تؤكد أن الحوار ممكن",
        "على الجميع احترام الاتفاق لأنه ينبغي حث الطرفين على الحوار",
        "المشروع يقام على مساحة مئة فدان بتكلفة كبيرة",
    ],
)
def test_things_and_what_ought_to_be_said_make_no_statement_inside_anothers_words(inner):
    text = f"أكد الوزير سامر الحلواني أن {inner}."
    assert relays(text) == [(inner, "سامر الحلواني", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال الناطق ماهر الشامي إن الوزير سامر الحلواني وجه الدعوة إلى قيادة الحزب لزيارة تلبان وقبلت القيادة الدعوة.",
            ("الدعوة إلى قيادة الحزب لزيارة تلبان", "سامر الحلواني", "ماهر الشامي"),
        ),
        (
            "وأشار السفير ماهر الشامي إلى أن أهالي المحتجزين أكدوا للسفارة أن أبناءهم بخير، طبقا لما أعلنته السلطات من قبل.",
            ("أبناءهم بخير", "أهالي المحتجزين", "ماهر الشامي"),
        ),
        (
            "وقالت الناطقة هدى الحلواني إن الكاتبة سلمى الشامي نفت أن تكون كتبت هذا الكلام وذلك خلال محادثاتها معنا.",
            ("تكون كتبت هذا الكلام", "سلمى الشامي", "هدى الحلواني"),
        ),
    ],
)
def test_words_inside_anothers_words_end_where_he_goes_on(text, expected):
    assert relays(text)[-1] == expected


def test_paper_told_with_as_relays():
    text = "وقال سامر الحلواني، كما ذكرت وكالة الأفق للأنباء، إن الحدود مفتوحة."
    assert relays(text) == [("الحدود مفتوحة", "سامر الحلواني", "وكالة الأفق للأنباء")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقال بيان لوزارة الخارجية إن الوفود وصلت. كما أعربت رنا السبكي, يضيف البيان ذاته, عن «قلقها البالغ إزاء التصعيد».",
            ("قلقها البالغ إزاء التصعيد", "رنا السبكي", "وزارة الخارجية"),
        ),
        (
            "قال سامر الحلواني إن الحدود مفتوحة, حسب بيان لوزارة الداخلية. وجاء في البيان أنه «لا بد من الحوار».",
            ("أنه «لا بد من الحوار", "وزارة الداخلية", None),
        ),
        (
            "الجزائر - أنهى الرئيس سامر الحلواني مهام رئيس المرصد, حسب ما أفاد به بيان لرئاسة الجمهورية.",
            ("أنهى الرئيس سامر الحلواني مهام رئيس المرصد", "رئاسة الجمهورية", None),
        ),
    ],
)
def test_communique_told_in_passing_or_pointed_back_to_is_its_issuers(text, expected):
    assert relays(text)[-1] == expected


def test_medium_that_tells_more_than_what_it_relays_makes_a_statement_of_its_own():
    text = (
        "وأضافت صحيفة «الأفق» أن القتال في الشمال هو بمثابة حقل اختبار واستعداد لمواجهة مستقبلية محتملة، "
        "حيث ذكرت وكالة «الضحى» أن البحرية أطلقت مئة صاروخ."
    )
    assert [speaker for _, speaker, _ in relays(text)] == ["الأفق", "الضحى"]


def test_answer_of_somebody_is_no_text_in_which_something_stands():
    said = relays('ورد مسؤول عسكري كبير بالقول إن "ذلك غير صحيح".')
    assert said == [("ذلك غير صحيح", "مسؤول عسكري كبير", None)]


def test_visit_that_is_shown_says_nothing_inside_anothers_words():
    text = 'وأضاف سامر الحلواني أن "هذه الزيارة تؤكد أن هناك مؤسسات قادرة".'
    assert len(relays(text)) == 1


def test_figures_that_somebody_gave_are_told_by_him():
    text = "وحسب الأرقام التي نشرتها وزارة الداخلية بعد فرز الأصوات، فإن التحالف حصل على مقعدين."
    assert relays(text)[0][1] == "وزارة الداخلية"


@pytest.mark.parametrize(
    "text",
    [
        "رد قائد الجيش سامر الحلواني بغضب على ما ادعته صحيفة محلية.",
        "وكان التأخير متوقعا فإنه يثير التساؤل.",
    ],
)
def test_what_only_looks_like_a_relay_or_cue_makes_no_statement(text):
    assert relays(text) == []


def test_a_verb_of_relaying_may_be_the_last_word_of_a_text():
    text = "إن « وقال ” قالت"
    assert all(span.end <= len(text) for q in extract(text).quotations for span in q.spans)
