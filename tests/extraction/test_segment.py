"""Words, pairs of quotation marks, sentences and paragraphs. All people and states are made up."""

import pytest

from statements.extraction.segment import CLOSE, OPEN, read


def sentences(text: str) -> list[str]:
    doc = read(text)
    return [doc.of(*span) for span in doc.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال سامر. وأكد ليث.", ["قال سامر.", "وأكد ليث."]),
        ("بلغت النسبة 2.5 بالمئة. انتهى.", ["بلغت النسبة 2.5 بالمئة.", "انتهى."]),
        ("قال د. سامر الحلواني نعم.", ["قال د. سامر الحلواني نعم."]),
        ("قال «نريد السلام. لن نتراجع». وأضاف", ["قال «نريد السلام. لن نتراجع».", "وأضاف"]),
        ('قال "نريد السلام." وأضاف', ['قال "نريد السلام."', "وأضاف"]),
        ("هل يقبلون؟ لا.", ["هل يقبلون؟", "لا."]),
    ],
)
def test_sentences_end_at_stops_outside_numbers_initials_and_quotations(text, expected):
    assert sentences(text) == expected


def test_line_that_breaks_in_the_middle_of_a_sentence_does_not_end_a_paragraph():
    text = "وقال وزير خارجية أرخانيا سامر الحلواني في العاصمة\nإن بلاده تريد السلام.\nوأضاف كلاماً."
    doc = read(text)
    assert len(doc.paragraphs) == 2


@pytest.mark.parametrize(
    "text",
    ["قال «نعم» ثم مضى", 'قال "نعم" ثم مضى', "قال “نعم” ثم مضى", "قال ''نعم'' ثم مضى", 'قال ب"نعم" ثم مضى'],
)
def test_quotation_marks_of_every_style_make_pairs(text):
    doc = read(text)
    (opening,) = [i for i, kind in enumerate(doc.kinds) if kind == OPEN]
    (closing,) = [i for i, kind in enumerate(doc.kinds) if kind == CLOSE]
    assert doc.match[opening] == closing
    assert doc.of(opening + 1, closing) == "نعم"


@pytest.mark.parametrize("text", ["قال »نعم« اليوم", "قال «نعم« اليوم", "قال «نعم «وليس» لا« اليوم"])
def test_marks_that_face_the_wrong_way_are_read_by_their_spaces(text):
    doc = read(text)
    first, last = doc.words.index(text.split()[1][0]), len(doc) - 2
    assert doc.match[first] == last
    assert doc.depth[-1] == 0


def test_mark_never_closed_has_no_pair_and_holds_no_depth():
    doc = read('وقال الحلواني "نريد السلام. ولن نتراجع')
    assert all(match == -1 for match in doc.match)
    assert len(doc.sentences) == 2


def test_words_glued_by_a_lost_space_are_parted():
    doc = read("أكد أنّالحكومة باقية")
    assert doc.words == ["اكد", "ان", "الحكومه", "باقيه"]
    assert doc.of(1, 3) == "أنّالحكومة"


def test_offsets_are_those_of_the_text_as_given():
    text = "  قالَ\u200f سامرٌ:\r\n«نعم»"
    doc = read(text)
    assert [doc.raw(i) for i in range(len(doc)) if doc.is_word(i)] == ["قالَ", "سامرٌ", "نعم"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ذكرموقع الخبر", ["ذكر", "موقع", "الخبر"]),
        ("وأكد أنّوزير", ["وأكد", "أنّ", "وزير"]),
        ("أرخان الحرةعلى النهر", ["أرخان", "الحرة", "على", "النهر"]),
        ("قناةالأفقالإخبارية", ["قناة", "الأفق", "الإخبارية"]),
        ("قال وزيرالخارجية", ["قال", "وزير", "الخارجية"]),
        ("أعلن الاحتلالالإسرائيلي", ["أعلن", "الاحتلال", "الإسرائيلي"]),
        ("بدرالدين في سيراليون", ["بدرالدين", "في", "سيراليون"]),
        ("مضى يومياًفي سلام", ["مضى", "يومياً", "في", "سلام"]),
        ("سامر الحلوانيإن ذلك", ["سامر", "الحلواني", "إن", "ذلك"]),
        ("دعا إلىوقفها", ["دعا", "إلى", "وقفها"]),
        ("إليه عليها عليهما", ["إليه", "عليها", "عليهما"]),
        ("خطر الانفجاروقال", ["خطر", "الانفجار", "وقال"]),
        ("تطهير عرقيحذرت", ["تطهير", "عرقي", "حذرت"]),
        ("السفير الأميركيأنّ", ["السفير", "الأميركي", "أنّ"]),
        ("وكان أكدفي معالي الوزير", ["وكان", "أكد", "في", "معالي", "الوزير"]),
        ("والدورات ديكورات", ["والدورات", "ديكورات"]),
        ("وأكد أنّها انضمّت", ["وأكد", "أنّها", "انضمّت"]),
    ],
)
def test_word_that_lost_its_space_is_two_words(text, expected):
    doc = read(text)
    assert [doc.raw(i) for i in range(len(doc))] == expected


@pytest.mark.parametrize("word", ["منإعلان", "وشدّدحاكم", "إذقال", "عقبدعوة"])
def test_small_word_or_verb_of_saying_is_parted_from_a_known_word(word):
    assert len(read(word)) == 2


@pytest.mark.parametrize("word", ["معاداة", "منافسيه", "معلوماتها", "عناوين", "انفراج", "منصور"])
def test_word_that_begins_like_a_small_word_stays_whole(word):
    assert len(read(word)) == 1


def test_first_line_without_a_stop_is_a_headline_where_a_long_paragraph_begins_with_its_verb():
    after = "نفى المجلس ما تردد حول غياب الوفد عن الجلسة الأولى، وأوضح أن الوفد حضر الجلسة كلها وألقى كلمة البلاد فيها أمام الحاضرين جميعا."
    doc = read("المجلس يؤكد حضور الوفد جلسة المنظمة\n" + after)
    assert len(doc.paragraphs) == 2


def test_lines_of_a_list_of_other_stories_are_paragraphs():
    doc = read(
        "قال شيئا.\nاقرأ أيضا\nالوزير يزور الجنوب في زيارة طويلة\nالوزيرة تزور الشمال في زيارة قصيرة\nوتابع يقول."
    )
    assert len(doc.paragraphs) == 5


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ("“", "”")])
def test_line_ends_just_inside_marks_are_no_tokens(opening, closing):
    doc = read(f"في قناة {opening}\nالأفق\n{closing}، إن")
    assert "\n" not in doc.words


def test_single_mark_behind_a_drawn_out_letter_opens():
    doc = read("قال لـ‘الأفق’ إن")
    assert doc.depth[doc.words.index("الافق")] == 1
