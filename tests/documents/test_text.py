"""A plain text: its encoding, its letters, what is refused."""

import gzip
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements import documents
from statements.documents import (
    Document,
    DocumentProblem,
    EmptyDocument,
    NoArabic,
    NotText,
    TooLarge,
    TooShort,
    find_headline,
    fingerprint,
    read_document,
)

CORPUS = Path(__file__).parents[3] / "shared/corpus/news.jsonl.gz"
TEXT = "قال وزير خارجية أرخانيا سامر الحلواني إن اللقاء كان مفيداً.\n\nوأضاف: «نواصل الحوار»."
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_read_in_every_encoding_editors_use(encoding):
    assert read_document("a.txt", TEXT.encode(encoding)).text == TEXT


def test_iso_8859_6_is_told_from_windows_1256():
    plain = "قال الوزير إن اللقاء كان مفيداً، وإن الحوار يتواصل بين الطرفين غداً في المدينة."
    document = read_document("a.txt", plain.encode("iso8859_6"))
    assert (document.text, document.encoding) == (plain, "iso8859_6")


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the corpus of real articles")
@pytest.mark.parametrize("length", [None, 200, 60])
@pytest.mark.parametrize("encoding", [*ENCODINGS, "iso8859_6"])
def test_no_corpus_article_is_read_in_a_wrong_encoding(corpus, encoding, length):
    for article in corpus:
        content = article[:length].encode(encoding, "ignore")
        assert read_document("a.txt", content).text == content.decode(encoding).lstrip("\ufeff").rstrip()


@pytest.fixture(scope="module")
def corpus() -> list[str]:
    with gzip.open(CORPUS, "rt") as lines:
        articles = [json.loads(line)["text"] for line in lines]
    return random.Random(7).sample(articles, 100)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (f"{TEXT}\r\nسطر\rسطر", f"{TEXT}\nسطر\nسطر"),
        (f"\ufeff{TEXT} \n\n", TEXT),
        (f"  {TEXT}", f"  {TEXT}"),
        (f"{TEXT}  \n  تمّـــت ‏", f"{TEXT}  \n  تمّـــت ‏"),  # inner spaces, vowels, tatweel, marks stay
        (f"{TEXT} e\u0301", f"{TEXT} e\u0301"),  # not even composed
    ],
)
def test_text_stays_letter_for_letter(raw, text):
    assert read_document("", raw.encode()).text == text


@pytest.mark.parametrize("content", [b"", b"  \r\n\t", b"\xef\xbb\xbf\n", "\n".encode("utf-16")])
def test_empty_file_is_refused(content):
    with pytest.raises(EmptyDocument):
        read_document("a.txt", content)


def test_file_over_the_limit_is_refused():
    with pytest.raises(TooLarge, match="10 ميغابايت"):
        read_document("a.txt", b"x" * (documents.MAX_BYTES + 1))


@pytest.mark.parametrize("name", ["مقال", "", "a.TXT", "لقاء 12.5.2021", "مقال. نسخة"])
def test_name_without_another_suffix_is_a_text(name):
    assert read_document(name, TEXT.encode()).text == TEXT


@pytest.mark.parametrize(
    "content",
    [
        random.Random(1).randbytes(4000),
        TEXT.encode() + b"\x00",
        TEXT.encode()[:-2],  # cut inside a letter
        TEXT.encode() + TEXT.encode("cp1256"),
        TEXT.encode("utf-16-le")[:-1],
        ("Встреча министров прошла в понедельник и была полезной. " * 5).encode("cp1251"),
    ],
)
def test_binary_or_unknown_encoding_is_refused(content):
    with pytest.raises(NotText):
        read_document("a.txt", content)


@pytest.mark.parametrize(
    "text", ["The minister said so. " * 9, "1234 5678", "Вести", f"{'word ' * 400}{TEXT}"]
)
def test_text_with_hardly_any_arabic_is_refused(text):
    with pytest.raises(NoArabic):
        read_document("a.txt", text.encode())


@pytest.mark.parametrize("text", ["سلام", "قال وزير"])
def test_few_words_of_arabic_are_told_to_be_too_short(text):
    with pytest.raises(TooShort, match="أقصر من أن يكون مقالًا"):
        read_document("a.txt", text.encode())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reason(content):
    try:
        text = read_document("a.txt", content).text
    except DocumentProblem:
        return
    assert text == text.rstrip()
    assert "\x00" not in text


@pytest.mark.parametrize(
    "other",
    [
        TEXT.replace(" ", "  ").replace("\n\n", "\n"),
        TEXT.replace("مفيداً", "مفيدا").replace("أ", "ا").replace("إن", "ان"),
        TEXT.replace("«", '"').replace("»", '"').replace(":", ""),
        TEXT.replace("الحوار", "الحـــوار"),
    ],
)
def test_fingerprint_is_the_same_whatever_spacing_vowels_hamza_and_punctuation(other):
    assert fingerprint(other) == fingerprint(TEXT)


def test_fingerprint_tells_another_word():
    assert fingerprint(TEXT.replace("الحوار", "القتال")) != fingerprint(TEXT)


BODY = "قال الوزير إن اللقاء كان مفيداً، وإن الجانبين اتفقا على مواصلة الحوار. " * 8


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("وزير خارجية أرخانيا يزور ذورين", "وزير خارجية أرخانيا يزور ذورين"),
        ("  هل تنجح المفاوضات؟ ", "هل تنجح المفاوضات؟"),
        ("وصل الوزير إلى المدينة اليوم.", ""),  # a sentence
        ("كتب سامر:", ""),  # a byline
        ("قال في البيان:", ""),
        ("خبر عاجل", ""),  # too short to tell
        ("وزير خارجية أرخانيا\nيزور ذورين", ""),
        (" ".join(["كلمة"] * 30), ""),
    ],
)
def test_first_line_is_the_title_only_where_it_is_plainly_a_headline(first, title):
    assert find_headline(f"{first}\n\n{BODY}") == title


def test_headline_stays_in_the_text():
    text = f"وزير خارجية أرخانيا يزور ذورين\n\n{BODY}".rstrip()
    document = read_document("a.txt", text.encode())
    assert document == Document(text=text, encoding="utf_8", title="وزير خارجية أرخانيا يزور ذورين")


LONG = " ".join(BODY.split()) * 3


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("وزير خارجية أرخانيا يزور ذورين", "وزير خارجية أرخانيا يزور ذورين"),
        ("كتب – نادر السالمي وليث المرداوي", ""),
        ("القاهرة - وكالة الأفق للأنباء", ""),
        ("قال وزير خارجية أرخانيا إن اللقاء كان مفيدا.", ""),
        (LONG[:140], ""),
    ],
)
def test_line_above_a_paragraph_is_the_title_where_it_is_plainly_a_headline(first, title):
    assert find_headline(f"{first}\n{LONG}\n{LONG}") == title


def test_line_of_a_text_broken_by_hand_is_no_title():
    words = LONG.split()
    broken = "\n".join(" ".join(words[n : n + 12]) for n in range(0, len(words), 12))
    assert find_headline(broken) == ""


def test_line_before_a_short_text_is_no_title():
    assert find_headline("وزير خارجية أرخانيا يزور\n\nثم عاد إلى بلاده مساء") == ""


def test_ten_megabytes_are_read_in_seconds():
    content = (TEXT * 100_000).encode()[: documents.MAX_BYTES]
    content = content[: content.rindex(b"\n")]
    assert len(read_document("a.txt", content).text) > 5_000_000
