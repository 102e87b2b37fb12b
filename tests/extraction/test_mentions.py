"""Who is named where: offices, names, bodies. People and bodies are made up; some states are real."""

import pytest

from statements.extraction.mentions import parse_parties, parse_party
from statements.extraction.segment import read


def party(text: str):
    doc = read(text)
    found = parse_party(doc, 0, len(doc))
    name = doc.of(*found.name) if found.name else None
    return found.kind, name, [doc.of(*title) for title in found.titles]


@pytest.mark.parametrize(
    ("text", "kind", "name", "titles"),
    [
        ("وزير الخارجية سامر الحلواني أن", "person", "سامر الحلواني", ["وزير الخارجية"]),
        ("وزير الخارجية، سامر الحلواني، أن", "person", "سامر الحلواني", ["وزير الخارجية"]),
        ('وزير الخارجية "سامر الحلواني" أن', "person", "سامر الحلواني", ["وزير الخارجية"]),
        ("سامر الحلواني، وزير الخارجية، أن", "person", "سامر الحلواني", ["وزير الخارجية"]),
        ("سامر عبد الكريم، أن", "person", "سامر عبد الكريم", []),
        ("السفير سامر بن ليث آل بارود أن", "person", "سامر بن ليث آل بارود", ["السفير"]),
        ("المتحدث باسم وزارة الصحة، رنا السبكي، إن", "person", "رنا السبكي", ["المتحدث باسم وزارة الصحة"]),
        (
            "الأمين العام لحركة النهوض سامر الحلواني أن",
            "person",
            "سامر الحلواني",
            ["الأمين العام لحركة النهوض"],
        ),
        ("آن الحلواني أن", "person", "آن الحلواني", []),
        ("سعيد الحلواني الخبير أن", "person", "سعيد الحلواني", ["الخبير"]),
        ("الدكتور رفعت الحلواني، إن", "person", "رفعت الحلواني", ["الدكتور"]),
        ("سامر نصر الله، أن", "person", "سامر نصر الله", []),
        ("السفير على الحلوانى، فى", "person", "على الحلوانى", ["السفير"]),
        ("السفير على دمشقيه، فى", "person", "على دمشقيه", ["السفير"]),
        ("السفير على أكبر دمشقيه فى", "person", "على أكبر دمشقيه", ["السفير"]),
        ("السفير محمود على الحلوانى فى", "person", "محمود على الحلوانى", ["السفير"]),
        ("سامر الحلواني رحلته إلى", "person", "سامر الحلواني", []),
        ("سامر يهاتف", "person", "سامر", []),
        ("مدير عام الهيئة في", "person", None, ["مدير عام الهيئة"]),
        ("الأمين العام الرئيس الحلواني إلى", "person", None, ["الأمين العام"]),
        ("المسؤول الجنوب أفريقي، فإن", "person", None, ["المسؤول الجنوب أفريقي"]),
        ("المتحدثة باسم الحلواني إن", "person", None, ["المتحدثة باسم الحلواني"]),
        ("الإعلامي باسم الحلواني إن", "person", "باسم الحلواني", ["الإعلامي"]),
        ("القيادي في حركة النور سامر الحلواني إن", "person", "سامر الحلواني", ["القيادي في حركة النور"]),
        ("مسؤول أمني في مرساليا إن", "unnamed", "مسؤول أمني في مرساليا", []),
        ("مصدر دبلوماسي أن", "unnamed", "مصدر دبلوماسي", []),
        ("مسؤول أمني رفيع لبي بي سي أن", "unnamed", "مسؤول أمني رفيع", []),
        ("قناة (أفق 2) أن", "agency", "أفق 2", []),
        ("مراسل بي بي سي سامر الحلواني إن", "person", "سامر الحلواني", ["مراسل بي بي سي"]),
        ("صحيفة مرساليا المصرية أن", "agency", "صحيفة مرساليا", []),
        ("وزارة الخارجية أن", "organization", "وزارة الخارجية", []),
        ("صحيفة «الأفق» المحلية أن", "agency", "الأفق", []),
    ],
)
def test_noun_phrases_are_bounded_and_parted_into_office_and_name(text, kind, name, titles):
    assert party(text) == (kind, name, titles)


def test_state_is_known_by_its_capital_and_its_government():
    doc = read("طهران")
    assert parse_party(doc, 0, len(doc)).country == "إيران"
    doc = read("الحكومة الإيرانية")
    assert parse_party(doc, 0, len(doc)).country == "إيران"


def test_coordinated_names_are_several():
    doc = read("سامر الحلواني ورنا السبكي أن")
    assert [doc.of(*p.name) for p in parse_parties(doc, 0, len(doc))] == ["سامر الحلواني", "ورنا السبكي"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("الرئيس الإسباني سامر الحلواني التقى وزير الدفاع", "سامر الحلواني"),
        ("الوزير سامر الحلواني الأمين العام للحركة", "سامر الحلواني"),
        ("وزير الخارجية الصيني شيا جين بينغ، أن", "شيا جين بينغ"),
        ("الرئيس سامر الحلواني ضرورة فتح الحدود", "سامر الحلواني"),
    ],
)
def test_name_ends_before_verbs_offices_and_common_words(text, name):
    doc = read(text)
    assert doc.of(*parse_party(doc, 0, len(doc)).name) == name


@pytest.mark.parametrize(
    "text",
    ["إلى العاصمة", "أن الحدود", "خلال اللقاء", "مؤكداً أن", "معهم", "معنا", "هناك", "إحدى", "لنص", "غزة"],
)
def test_small_words_and_verbs_begin_no_noun_phrase(text):
    doc = read(text)
    assert parse_party(doc, 0, len(doc)) is None
