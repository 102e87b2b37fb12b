"""To whom. All people, bodies and states but the addressed ones are made up."""

import pytest

from statements.extraction import extract


def addressees(text: str) -> list[list[str]]:
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    return [[names[i] for i in quotation.addressees] for quotation in found.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طالب سامر الحلواني مجلس الأمن بفتح الحدود.", ["مجلس الأمن"]),
        ("دعا سامر الحلواني الأمم المتحدة إلى فتح الحدود.", ["الأمم المتحدة"]),
        ("حذر سامر الحلواني، ليث البارودي من إغلاق الحدود.", ["ليث البارودي"]),
        ("طلب سامر الحلواني من مجلس الأمن فتح الحدود.", ["مجلس الأمن"]),
        ("قال سامر الحلواني لوكالة الأفق إن الحدود مفتوحة.", ["وكالة الأفق"]),
        ("قال سامر الحلواني لـ«الأفق» إن الحدود مفتوحة.", ["الأفق"]),
        ("قال سامر الحلواني لبي بي سي إن الحدود مفتوحة.", ["بي بي سي"]),
        ("قال سامر الحلواني في مقابلة مع قناة (أفق 2) إن الحدود مفتوحة.", ["أفق 2"]),
        ("وقال سامر الحلواني أمام مجلس الأمن إن الحدود مفتوحة.", ["مجلس الأمن"]),
        ("اتهم سامر الحلواني ليث البارودي بإغلاق الحدود.", []),
        ("قال سامر الحلواني إن الحدود مفتوحة.", []),
    ],
)
def test_frame_of_the_cue_names_the_addressee(text, expected):
    assert addressees(text) == [expected]


def test_other_side_of_a_call_is_addressed_by_all_that_is_said_in_it():
    text = (
        "أجرى وزير خارجية أرخانيا سامر الحلواني اتصالاً هاتفياً مع ليث البارودي، أكد خلاله ضرورة فتح الحدود.\n"
        "وأضاف الحلواني أن الحركة عادية.\n"
        "بدوره أكد ليث البارودي أن الأسعار ثابتة."
    )
    assert addressees(text) == [["ليث البارودي"], ["ليث البارودي"], ["سامر الحلواني"]]


def test_medium_hears_what_its_speaker_goes_on_to_say():
    text = "قال سامر الحلواني لوكالة الأفق إن الحدود مفتوحة. وأضاف أن الحركة عادية."
    assert addressees(text) == [["وكالة الأفق"]] * 2
