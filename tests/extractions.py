"""Extractions for tests, made the short way: contents, cues and names are found in the text."""

from statements.extraction.annotations import Actor, Cue, Extraction, Mention, Quotation, Span, SpeechEvent

HALWANI = Actor("a1", "سامر الحلواني", "person", ("سامر الحلواني", "الحلواني"), ("وزير خارجية أرخانيا",))
BAROUDI = Actor("a2", "ليث البارودي", "person", ("ليث البارودي", "البارودي"))
OFOQ = Actor("a3", "وكالة الأفق", "agency", ("وكالة الأفق",))


def span(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def quote(text: str, content: str, *, cue: str = "", by=(), to=(), relay=None, event=None, **fields):
    """A Quotation whose cue is the last `cue` before `content`; `by`, `to`, `relay` are actor ids."""
    where = span(text, content)
    at = text.rindex(cue, 0, where.start) if cue else 0
    fields = {"kind": "indirect", "rule": "test", "confidence": 0.9} | fields
    return Quotation(
        spans=(where,),
        cue=Cue(Span(at, at + len(cue)), cue.lstrip("و"), "said") if cue else None,
        speakers=tuple(by),
        addressees=tuple(to),
        reported_by=relay,
        event=event,
        **fields,
    )


def mention(text: str, words: str, actor: str | None) -> Mention:
    return Mention(span(text, words), actor)


def extraction(*quotations, actors=(HALWANI, BAROUDI, OFOQ), events=(), mentions=(), version="1"):
    return Extraction(tuple(actors), tuple(mentions), tuple(events), tuple(quotations), version)


def phone_call(text: str, **fields) -> Extraction:
    """What is to be found in tests.conftest.PHONE_CALL."""
    call = SpeechEvent("e1", "phone_call", ("a1", "a2"))
    peace = quote(
        text,
        "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق",
        cue="وقال",
        by=["a1"],
        to=["a2"],
        event="e1",
        kind="direct",
        speaker_mentions=(span(text, "الحلواني", text.index("وقال")),),
    )
    refusal = quote(
        text, "بلاده ترفض المواقف السابقة وتدعم الحوار", cue="وأكد", by=["a2"], to=["a1"], event="e1"
    )
    crossings = quote(text, "ضرورة فتح المعابر", cue="شدد", by=["a1"], relay="a3")
    return extraction(
        peace,
        refusal,
        crossings,
        events=[call],
        mentions=[mention(text, "سامر الحلواني", "a1"), mention(text, "ليث البارودي", "a2")],
        **fields,
    )
