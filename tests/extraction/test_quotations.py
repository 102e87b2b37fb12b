"""Words in quotation marks: whose they are, and how far they reach. All people, bodies and states are made up."""

import pytest

from statements.extraction import extract

SAID = 'وقال سامر الحلواني "هذا شيء ضروري ونتيجة طبيعية لتنفيذ المرحلة الأولى."\n'


def contents(text: str) -> list[str]:
    return [" … ".join(span.of(text) for span in q.spans) for q in extract(text).quotations]


def test_paragraph_that_is_all_quotation_goes_on_the_one_before():
    after = '"أثر الإغلاق سيكون أن البلاد لن يبقى لها وجود دائم هناك."\nوللبلاد ألف جندي.'
    assert contents(SAID + after) == [
        "هذا شيء ضروري ونتيجة طبيعية لتنفيذ المرحلة الأولى … أثر الإغلاق سيكون أن البلاد لن يبقى لها وجود دائم هناك"
    ]


@pytest.mark.parametrize(
    "after",
    [
        '"هذا شيء ضروري ونتيجة طبيعية لتنفيذ المرحلة الأولى"\nوللبلاد ألف جندي.',  # shown again
        '"بيت الأفق" الذي بني منذ مئة عام في العاصمة هو اليوم متحف.',
    ],
)
def test_other_marks_at_the_beginning_of_a_paragraph_go_on_nothing(after):
    assert contents(SAID + after) == ["هذا شيء ضروري ونتيجة طبيعية لتنفيذ المرحلة الأولى"]


def test_narrator_does_not_speak_inside_marks_that_close():
    said = "هذه مصيبة والناس يكفرون ويسبون الجيران ويتهمون السيدة بالكذب ثم تفتح لهم الباب"
    assert said in contents(f'وقال سامر الحلواني: "{said}".')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وتساءل سامر الحلواني، كيف يسمح الوزير بهذا؟، مضيفا: «هذا غزو».",
            ["كيف يسمح الوزير بهذا؟", "هذا غزو"],
        ),
        ("وتساءل سامر الحلواني لماذا أغلقت الحدود.", ["لماذا أغلقت الحدود"]),
    ],
)
def test_question_opens_with_its_own_word(text, expected):
    assert contents(text) == expected


def test_source_that_would_not_be_named_speaks_on():
    text = "وقالت ليلى الراوي إن الأمر صعب. وأضافت من دون أن تكشف عن اسمه أن الناجيين عادا."
    assert contents(text) == ["الأمر صعب", "الناجيين عادا"]
