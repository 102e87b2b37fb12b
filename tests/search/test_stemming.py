"""The rules by themselves, the lists that correct them, and how the lists are learnt."""

import json

import pytest

from statements.search.learn import Words, learn, texts, write
from statements.search.stemming import (
    DATA,
    FILES,
    Stemmer,
    lists_digest,
    read,
    read_rows,
    read_stemmer,
    stem,
)

NEWS = [
    "قال الوزير إن وزير الدفاع ووزير المالية التقيا بالوزير، وقال وزيران ووزيرين إن لوزير رأياً",
    "المسؤولون والمسؤولين ومسؤول ومسؤولين ومسؤولون",
    "فلسطين وفلسطين لفلسطين بفلسطين",
    "القانون وقانون لقانون بالقانون",
    "الدولة ودولة والدولتين ودولتهم",
] * 12


@pytest.fixture(scope="module")
def learnt() -> Stemmer:
    return learn(Words(NEWS), Stemmer())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وبدولتهم", "دول"),
        ("فللفلسطينيين", "فلسطيني"),
        ("والسعوديه", "سعودي"),
        ("بلادها", "لاد"),
        ("ok", "ok"),
    ],
)
def test_rules_alone_know_no_words(word, expected):
    assert Stemmer().stem(word) == expected


@pytest.mark.parametrize("word", ["وزير", "ووزير", "الوزير", "بالوزير", "لوزير", "وزيرين", "وزيران"])
def test_a_letter_that_stands_after_the_article_is_learnt_to_be_the_words_own(learnt, word):
    assert learnt.stem(word) == "وزير"


def test_a_letter_that_never_does_is_a_particle(learnt):
    assert learnt.stem("وقال") == "قال"


@pytest.mark.parametrize("word", ["فلسطين", "قانون"])
def test_an_ending_without_a_word_before_it_is_learnt_to_be_none(learnt, word):
    assert Stemmer().stem(word) != word
    assert learnt.stem(word) == word


@pytest.mark.parametrize("word", ["المسوولون", "والمسوولين", "مسوول"])
def test_an_ending_that_changes_is_one(learnt, word):
    assert learnt.stem(word) == "مسوول"


def test_hand_written_lists_come_first():
    stemmer = Stemmer(functions=["بما"], irregular={"ابا": "ابو"}, endings={"ابا": "اب"})
    assert (stemmer.stem("بما"), stemmer.stem("وابا")) == ("بما", "ابو")


def test_what_was_learnt_is_written_and_read_again(learnt, tmp_path):
    for name in set(FILES) - {"own_beginnings.txt", "endings.tsv"}:
        (tmp_path / name).write_text("# none\n")
    write(learnt, tmp_path, len(NEWS))
    again = read_stemmer(tmp_path)
    assert again.own_beginnings == learnt.own_beginnings
    assert again.known == learnt.known
    assert lists_digest(tmp_path) != lists_digest()


def test_texts_are_read_from_json_lines(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in ("أ", "ب")))
    assert list(texts(path)) == ["أ", "ب"]


@pytest.mark.parametrize("name", ["function_words.txt", "irregular.tsv", "joined.tsv"])
def test_hand_written_words_are_folded_and_stand_once(name):
    lines = [line for line in (DATA / name).read_text().splitlines() if not line.startswith("#")]
    assert len(lines) == len(set(lines))
    assert all("ى" not in line and "ة" not in line and "أ" not in line for line in lines)


@pytest.mark.parametrize(
    ("word", "stem_of_singular"),
    [("والوزراء", "وزير"), ("حقوقنا", "حق"), ("للامم", "امه"), ("جنودا", "جندي"), ("قادتهم", "قايد")],
)
def test_a_broken_plural_becomes_its_singular(word, stem_of_singular):
    assert stem(word) == stem_of_singular


@pytest.mark.parametrize(
    ("word", "written", "expected"),
    [
        ("مكتبه", "مكتبة", ("مكتبه",)),
        ("مكتبه", "مكتبه", ("مكتبه", "مكتب")),  # his office, or the library without its dots
        ("المكتبه", "المكتبه", ("مكتبه",)),  # no pronoun after the article
        ("مواقفه", "مواقفه", ("موقف",)),
        ("وعلي", "وعلى", ("على",)),
        ("اعداد", "أعداد", ("عدد",)),
        ("اعداد", "إعداد", ("اعداد",)),
        ("اعداد", "اعداد", ("اعداد", "عدد")),
        ("reuters", "Reuters", ("reuters",)),
    ],
)
def test_spelling_tells_words_apart_that_folding_joins(word, written, expected):
    assert read(word, written)[1] == expected


def test_plurals_stand_once_each_with_a_singular_and_a_count():
    rows = read_rows(DATA / "plurals.tsv")
    assert len({plural for plural, _singular, _count in rows}) == len(rows) > 500
    assert all(int(count) >= 15 for _plural, _singular, count in rows)
