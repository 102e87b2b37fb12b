"""Names that the words around them bound, and how they are written down. All people are made up."""

import pytest

from statements.extraction import extract
from statements.extraction.written import without_marks


def speaker(text: str) -> str:
    found = extract(text)
    return next(a.name for a in found.actors if a.id == found.quotations[0].speakers[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال رئيس الوزراء الهولندي مارك دروته إن الطريق طويل.", "مارك دروته"),
        ("قال وزير الخارجية الفيتنامي بوي ثانه سون إن الطريق طويل.", "بوي ثانه سون"),
        ("وأدان وزير الخارجية الألماني غويدو فيسترهوله بشدة إغلاق الطريق.", "غويدو فيسترهوله"),
        ("صرح المتحدث باسم وزارة الخارجية الصينية وانغ لين بين إن الطريق طويل.", "وانغ لين بين"),
        (
            "وقال الرئيس البرازيلي كارلوس إيناسيو لولا دا كوستا إن الطريق طويل.",
            "كارلوس إيناسيو لولا دا كوستا",
        ),
        ("قال الرئيس الإندونيسي جوكو ويتودو إن الطريق طويل.", "جوكو ويتودو"),
        ("وقال صباح الساعدي، وهو رئيس لجنة النزاهة، إن الطريق طويل.", "صباح الساعدي"),
        ("وقال صباح أمس سامر البارودي إن الطريق طويل.", "سامر البارودي"),
        (
            "قال الأمير ليث بن سالم بن عبد العزيز آل بارود إن الطريق طويل.",
            "ليث بن سالم بن عبد العزيز آل بارود",
        ),
        ("أكد الدكتور محسوب بأن الطريق طويل.", "محسوب"),
        ("وأكد الرئيس سامر البارودي للوزير ليث الحلواني أن الطريق طويل.", "سامر البارودي"),
        ("وأفاد مراسلالميادينفي جنوب لبنان بأن الطريق طويل.", "مراسل الميادين في جنوب لبنان"),
        ("وقالت نهاد أبوالقمصان، رئيس المركز، إن الطريق طويل.", "نهاد أبوالقمصان"),
        ("قال الدكتور باسم عودة وزير التموين إن الطريق طويل.", "باسم عودة"),
        ("وإلى جانب ذلك، حذر البارودي من إغلاق الطريق.", "البارودي"),
        ("قال مسؤول، طلب عدم ذكر اسمه، إن الطريق طويل.", "مسؤول"),
        ("قال مسؤول أمني رافضا الكشف عن هويته إن الطريق طويل.", "مسؤول أمني"),
        ('وأكدت حركة "النهوض" أن الطريق طويل.', 'حركة "النهوض"'),
        ("وفق ما أعلن مستشار الرئيس الفرنسي للصحافيين، فإن الطريق طويل.", "مستشار الرئيس الفرنسي"),
    ],
)
def test_name_and_office_end_where_the_words_around_them_say(text, name):
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('"النهوض"', "النهوض"),
        ("«النهوض»", "النهوض"),
        ('حركة "النهوض"', 'حركة "النهوض"'),
        ('حركة النهوض"', "حركة النهوض"),
        ('"النهوض في الجنوب', "النهوض في الجنوب"),
        ('"النهوض" و"الأفق"', '"النهوض" و"الأفق"'),
        ("«", ""),
        ("", ""),
    ],
)
def test_marks_go_where_they_have_no_partner_inside(text, written):
    assert without_marks(text) == written


def test_head_of_the_government_is_one_office_under_two_words():
    text = "قال رئيس الحكومة سامر البارودي إن الطريق طويل. وأضاف رئيس الوزراء أن الحدود مفتوحة."
    found = extract(text)
    assert [q.speakers for q in found.quotations] == [found.quotations[0].speakers] * 2


@pytest.mark.parametrize("word", ["لديهم", "ضدهم", "لتعيين", "معقلا"])
def test_small_words_and_accusatives_do_not_speak(word):
    found = extract(f"وصل الوزير سامر البارودي أمس. وقال {word} إن الطريق طويل.")
    assert all(word not in actor.name for actor in found.actors)


def test_the_world_is_no_scholar():
    found = extract("دعا سامر البارودي العالم إلى فتح الحدود.")
    kinds = {actor.id: actor.kind for actor in found.actors}
    assert [kinds[i] for i in found.quotations[0].addressees] == ["group"]
