"""Two statements made of one, and one of two: where the extractor cut otherwise than the editor would."""

from django.utils.translation import gettext as _

from statements.editing.acting import BY_HAND, act, decide, locked
from statements.editing.locating import BadSpans, Spans, WordsProblem, checked_spans
from statements.editing.quoting import kind_of, without_marks
from statements.editing.review import reject_locked
from statements.models import Party, Statement

State = Statement.State


class OtherSpeakers(WordsProblem):
    """Two statements of different speakers were to become one."""

    def __init__(self):
        super().__init__(_("متحدث التصريح التالي غير متحدث هذا: إن كان واحدًا فصححه أولًا، ثم ضُمّه."))


@act
def split(statement: Statement, at: int, *, by) -> tuple[Statement, Statement]:
    """Cut the content before the code point `at`: what follows becomes a statement of its own.

    It is of the same people, under the same reporting word, at the same event. A comma at the cut is in
    neither half. Raises BadSpans where either half would be empty.
    """
    statement = locked(statement)
    text = statement.article.text
    first = _content(text, [[start, min(end, at)] for start, end in statement.spans if start < at])
    second = _content(text, [[max(start, at), end] for start, end in statement.spans if end > at])
    parties = list(statement.parties.all())
    other = _copy(statement, second)
    statement.spans, statement.kind = first, kind_of(text, first)
    decide(statement, State.ADDED if statement.state == State.ADDED else State.CORRECTED, by)
    decide(other, State.ADDED, by)
    Party.objects.bulk_create(
        Party(statement=other, role=p.role, actor_id=p.actor_id, name=p.name, start=p.start, end=p.end)
        for p in parties
    )
    return statement, other


@act
def join(statement: Statement, other: Statement, *, by) -> Statement:
    """Make the content of `other` part of `statement`, whose people it keeps; `other` is rejected, so that no
    later extraction brings it back. Raises OtherSpeakers, BadSpans."""
    statement, other = locked(statement), locked(other)
    if statement.article_id != other.article_id or statement.pk == other.pk:
        raise BadSpans()
    if _speakers(other) and _speakers(statement) != _speakers(other):
        raise OtherSpeakers()
    text = statement.article.text
    statement.spans = checked_spans(text, _united(text, [*statement.spans, *other.spans]))
    statement.kind = kind_of(text, statement.spans)
    reject_locked(other, by)
    return decide(statement, State.ADDED if statement.state == State.ADDED else State.CORRECTED, by)


def _speakers(statement: Statement) -> set[tuple[int | None, str]]:
    return {
        (party.actor_id, "" if party.actor_id else party.name)
        for party in statement.parties.filter(role=Party.Role.SPEAKER)
    }


def following(statement: Statement) -> Statement | None:
    """The standing statement after this one in the text."""
    standing = list(statement.article.statements.standing().order_by("start", "id"))
    places = [one.pk for one in standing]
    at = places.index(statement.pk) + 1 if statement.pk in places else len(places)
    return standing[at] if at < len(standing) else None


def _copy(statement: Statement, spans: Spans) -> Statement:
    same = ("article", "cue_start", "cue_end", "cue_lemma", "sense", "event", "day")
    kind = kind_of(statement.article.text, spans)
    return Statement(
        **{name: getattr(statement, name) for name in same}, spans=spans, kind=kind, rule=BY_HAND
    )


def _content(text: str, spans: Spans) -> Spans:
    """The worded ones of `spans`, without commas at their edges. Raises BadSpans where none is left."""
    worded = [[start, end] for start, end in spans if any(map(str.isalnum, text[start:end]))]
    if not worded:
        raise BadSpans()
    return checked_spans(text, without_marks(text, checked_spans(text, worded)))


def _united(text: str, spans: Spans) -> Spans:
    """Spans that overlap, or have nothing but spaces and marks between them, made one."""
    united: Spans = []
    for start, end in sorted(spans):
        if united and (start <= united[-1][1] or not any(map(str.isalnum, text[united[-1][1] : start]))):
            united[-1][1] = max(end, united[-1][1])
        else:
            united.append([start, end])
    return united
