"""Reporting words in their inflections."""

import pytest

from statements.extraction.annotations import CUE_SENSES
from statements.extraction.cues import find_cues, load_verbs, read_word
from statements.extraction.normalize import fold
from statements.extraction.segment import read


@pytest.mark.parametrize(
    ("word", "lemma", "form", "gender", "number"),
    [
        ("قال", "قال", "past", "m", 1),
        ("وقالت", "قال", "past", "f", 1),
        ("فقالوا", "قال", "past", "m", 3),
        ("يقولون", "قال", "present", "m", 3),
        ("وأكدا", "أكد", "past", "m", 2),
        ("سيؤكد", "أكد", "present", "m", 1),
        ("مؤكداً", "أكد", "participle", "m", 1),
        ("مؤكدة", "أكد", "participle", "f", 1),
        ("مشيرين", "أشار", "participle", "m", 3),
        ("ودعت", "دعا", "past", "f", 1),
        ("ندعو", "دعا", "present", "", 3),
        ("نفتا", "نفى", "past", "f", 2),
        ("رأوا", "رأى", "past", "m", 3),
        ("أبلغه", "أبلغ", "past", "m", 1),
        ("قوله", "قال", "masdar", "", 0),
        ("بحسب", "بحسب", "preposition", "", 0),
    ],
)
def test_inflections_are_read(word, lemma, form, gender, number):
    reading = read_word(fold(word))[0]
    assert (reading.verb.lemma, reading.form, reading.gender, reading.number) == (lemma, form, gender, number)


@pytest.mark.parametrize("word", ["الحلواني", "وعدن", "هناك", "مدينة", "كتاب", "مركزا", ""])
def test_other_words_are_no_cues(word):
    assert not any(r.verb.strength == "s" and r.form != "masdar" for r in read_word(fold(word)))


def test_object_pronoun_is_kept_apart():
    assert read_word(fold("أبلغته"))[0].suffix == "ه"


def test_every_verb_has_a_known_sense():
    assert {verb.sense for verb in load_verbs()} <= set(CUE_SENSES)
    assert len(load_verbs()) > 150


@pytest.mark.parametrize(
    ("text", "is_cue"),
    [
        ("هنا الوزير بتعيينه سفيرا", True),  # هنأ, where no hamza is written
        ("هنأ الوزير بتعيينه سفيرا", True),
        ("هنا الوزير بتعيينه، وأكد", False),
        ("هنا تعيش عائلات بلا ماء", False),
        ("وعدة كتائب أخرى", False),  # no «وعده»
        ("إدانة الهجوم", True),
        ("إقرأ أيضا: وفاة", False),  # no «أقرّا»
        ("أقرّا بأن", True),
        ('عبر "تويتر"', False),
        ("عبر حسابه", False),
        ("عبر الوزير عن قلقه", True),
    ],
)
def test_spelling_tells_a_cue_from_another_word(text, is_cue):
    assert bool(find_cues(read(text), 0, 1)) == is_cue


@pytest.mark.parametrize(
    ("text", "is_cue"),
    [
        ("الحدود مفتوحة، مشير إلى أن", True),  # the alif of «مشيراً» left out
        ("الحدود مفتوحة، مشير الحلواني", False),  # somebody's name
        ("الوفد مشير إلى أن", False),
    ],
)
def test_participle_without_its_alif_is_a_cue_after_a_pause_only(text, is_cue):
    doc = read(text)
    assert bool(find_cues(doc, 0, len(doc))) == is_cue
