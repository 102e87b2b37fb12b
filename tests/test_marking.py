"""Where marks begin and end: every word once, in the right elements, however spans cross."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statements.pages.marking import CONTEXT, Mark, around, marks_of, paragraphs, pieces


def mark(start: int, end: int, role: str = "content", number: int = 1) -> Mark:
    return Mark(start, end, role, number, f"/statements/{number}/")


def cut(marks: list[Mark], text: str = "abcdefghij") -> list[tuple[str, str]]:
    """The pieces of `text`, each with the numbers of its marks, outermost first."""
    found = pieces(marks, 0, len(text))
    return [(text[p.start : p.end], "".join(str(m.number) for m in p.marks)) for p in found]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("abcdefghij", "")]),
        ([mark(2, 4)], [("ab", ""), ("cd", "1"), ("efghij", "")]),
        ([mark(0, 10)], [("abcdefghij", "1")]),
        # one statement inside another's content
        (
            [mark(1, 9), mark(3, 5, number=2)],
            [("a", ""), ("bc", "1"), ("de", "12"), ("fghi", "1"), ("j", "")],
        ),
        # crossing: neither is inside the other
        (
            [mark(1, 5), mark(3, 8, number=2)],
            [("a", ""), ("bc", "1"), ("de", "12"), ("fgh", "2"), ("ij", "")],
        ),
        # the same words twice
        ([mark(2, 4, number=2), mark(2, 4)], [("ab", ""), ("cd", "12"), ("efghij", "")]),
        # side by side
        ([mark(0, 3), mark(3, 6, number=2)], [("abc", "1"), ("def", "2"), ("ghij", "")]),
        # over the end of the paragraph
        ([mark(8, 50)], [("abcdefgh", ""), ("ij", "1")]),
    ],
)
def test_text_is_cut_where_marks_begin_and_end(marks, expected):
    assert cut(marks) == expected


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12), st.text(min_size=1, max_size=30)
)
def test_every_character_comes_once_under_just_its_marks(spans, text):
    marks = [mark(start, start + length, number=n) for n, (start, length) in enumerate(spans)]
    found = list(pieces(marks, 0, len(text)))
    assert "".join(text[p.start : p.end] for p in found) == text
    for piece in found:
        assert set(piece.marks) == {m for m in marks if m.start <= piece.start and piece.end <= m.end}


def test_the_content_is_outside_the_cue_that_stands_in_it():
    found = list(pieces([mark(2, 4, "cue", 2), mark(2, 4, "content")], 2, 4))
    assert [m.role for m in found[0].marks] == ["content", "cue"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أ\n\nب", ["أ", "ب"]),
        ("أ\r\nب\n", ["أ", "ب"]),
        ("  \n أ ب \n\t\n", [" أ ب "]),
        ("أ\u2029ب", ["أ", "ب"]),
        ("\n", []),
    ],
)
def test_paragraphs_are_lines_with_words(text, expected):
    assert [text[start:end] for start, end in paragraphs(text)] == expected


def context(text: str, words: str) -> list[str]:
    start = text.index(words)
    return [text[s:e] for s, e in around(text, start, start + len(words))]


def test_the_context_is_the_paragraph_with_its_neighbours():
    assert context("أ\nب\nج هنا د\nه\nو", "هنا") == ["ب", "ج هنا د", "ه"]


@pytest.mark.parametrize("words", ["أ", "ج"])
def test_the_first_and_last_paragraph_have_one_neighbour(words):
    assert "ب" in context("أ\nب\nج", words)
    assert len(context("أ\nب\nج", words)) == 2


def test_words_over_two_paragraphs_have_both_and_their_neighbours():
    assert context("أ\nب هنا\nوهناك ج\nد\nه", "هنا\nوهناك") == ["أ", "ب هنا", "وهناك ج", "د"]


def test_a_long_paragraph_is_cut_between_sentences():
    before, after = "جملة قبل ذلك. " * 90, " جملة بعد ذلك." * 90
    (shown,) = context(before + "هنا." + after, "هنا.")
    assert shown.startswith("جملة قبل ذلك. جملة")
    assert shown.rstrip().endswith("بعد ذلك.")
    assert len(shown) <= 2 * CONTEXT + 4


def test_a_long_sentence_is_cut_between_words():
    (shown,) = context("كلمة " * 300 + "هنا" + " كلمة" * 300, "هنا")
    assert set(shown.split()) == {"كلمة", "هنا"}
    assert len(shown) <= 2 * CONTEXT + 3


def test_words_without_any_space_are_cut_all_the_same():
    (shown,) = context("ا" * 1000 + "هنا" + "ا" * 1000, "هنا")
    assert len(shown) == 2 * CONTEXT + 3


def nearest(text: str, cue: str, said: str, *named: str) -> list[str]:
    """What is marked as the speaker, whom no words at the cue name, of the places that name them."""
    party = SimpleNamespace(role="speaker", start=None, end=None, actor_id=7)
    spans = [(text.index(words), text.index(words) + len(words)) for words in (said, cue, *named)]
    statement = SimpleNamespace(
        article=SimpleNamespace(text=text),
        spans=[spans[0]],
        cue_start=spans[1][0],
        cue_end=spans[1][1],
        parties=SimpleNamespace(all=lambda: [party]),
        get_absolute_url=lambda: "/s/",
    )
    mentions = [SimpleNamespace(actor_id=7, start=start, end=end) for start, end in spans[2:]]
    return [text[m.start : m.end] for m in marks_of([statement], mentions) if m.role == "speaker"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سامر هنا\nثم قال إن الأمر تم", []),  # another paragraph
        ("سامر وصل ثم قال إن الأمر تم", ["سامر"]),
        ("سامر وصل، والوزير قال إن الأمر تم", ["الوزير"]),  # the nearer one
        ("قال إن الأمر تم كما يريد سامر", ["سامر"]),
    ],
)
def test_a_party_is_marked_by_the_nearest_mention_of_the_paragraph(text, expected):
    assert (
        nearest(text, "قال", "الأمر تم", *(name for name in ("سامر", "الوزير") if name in text)) == expected
    )


def test_a_mention_inside_what_was_said_does_not_mark_the_speaker():
    assert nearest("ثم قال إن سامر قادم", "قال", "سامر قادم", "سامر") == []


def test_a_statement_is_numbered_where_its_content_begins():
    parties = SimpleNamespace(all=lambda: [SimpleNamespace(role="speaker", start=0, end=1)])
    statement = SimpleNamespace(
        spans=[[7, 9], [3, 5]], cue_start=1, cue_end=2, parties=parties, get_absolute_url=lambda: "/s/"
    )
    found = marks_of([statement])
    assert [(m.role, m.start) for m in found] == [("content", 7), ("content", 3), ("cue", 1), ("speaker", 0)]
    assert [m.start for m in found if m.numbered] == [3]
    assert not any(m.numbered for m in marks_of([statement], numbered=False))
