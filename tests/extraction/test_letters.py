"""Letters and cables: who wrote them speaks, who receives them is addressed. All people are made up."""

import pytest

from statements.extraction import extract


def told(text: str) -> list[tuple[list[str], list[str], str]]:
    found = extract(text)
    names = {actor.id: actor.name for actor in found.actors}
    types = {event.id: event.type for event in found.events}
    return [
        ([names[i] for i in q.speakers], [names[i] for i in q.addressees], types.get(q.event, ""))
        for q in found.quotations
    ]


@pytest.mark.parametrize(
    "text",
    [
        "وجه سامر البارودي رسالة إلى الأمين العام ليث الحلواني، أكد فيها أن الحدود مفتوحة.",
        "بعث الملك سامر البارودي برقية عزاء ومواساة للرئيس ليث الحلواني، أعرب فيها عن تعازيه في الضحايا.",
        "وتلقى الرئيس ليث الحلواني برقية تهنئة من نظيره سامر البارودي، أعرب فيها عن أطيب التمنيات.",
        "وتلقى الرئيس ليث الحلواني برقية من نظيره سامر البارودي، أعرب فيها الأخير عن أطيب التمنيات.",
    ],
)
def test_writer_speaks_to_the_receiver(text):
    assert told(text) == [(["سامر البارودي"], ["ليث الحلواني"], "message")]


def test_letter_is_no_statement_beside_what_is_said_in_it():
    text = "وجه سامر البارودي رسالة إلى ليث الحلواني قال فيها إن الحدود مفتوحة. وأضاف أن الطريق طويل."
    assert told(text) == [(["سامر البارودي"], ["ليث الحلواني"], "message")] * 2


def test_several_receive_letters_at_once():
    text = "بعث الرئيس سامر البارودي ببرقيتي تهنئة إلى الرئيس ليث الحلواني ورئيس الوزراء رشاد السبكي، أكد فيهما عمق العلاقات."
    assert told(text) == [(["سامر البارودي"], ["ليث الحلواني", "رشاد السبكي"], "message")]


def test_subject_of_the_cue_wrote_what_it_tells():
    text = "تسلم الرئيس ليث الحلواني رسالة خطية من نظيره سامر البارودي، أكد فيها البارودي متانة العلاقات."
    assert told(text) == [(["سامر البارودي"], ["ليث الحلواني"], "message")]
