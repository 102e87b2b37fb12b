"""What stood before each change: triggers of the database write a row here, whoever changes what and how.

An update or deletion keeps the row as it was, an insertion the row as it came. What comes into being outside
a context (`pghistory.context`), as everything that a first extraction finds, leaves nothing here.
statements/history.py reads these rows as acts of editors and machines.
"""

import pghistory
import pgtrigger

from statements.models.actors import Actor, ActorName
from statements.models.articles import Article
from statements.models.events import Event, EventParticipant
from statements.models.statements import Party, Statement

BEFORE = "OLD"
IN_CONTEXT = pgtrigger.Condition("NULLIF(CURRENT_SETTING('pghistory.context_id', TRUE), '') IS NOT NULL")


def _changes(model, *, inserts: bool = True, **which):
    """The model of `model`'s changes: one row an update or deletion, and an insertion within a context."""
    trackers = [pghistory.UpdateEvent(row=BEFORE), pghistory.DeleteEvent(row=BEFORE)]
    if inserts:
        trackers.append(pghistory.InsertEvent(condition=IN_CONTEXT))
    return pghistory.create_event_model(
        model, *trackers, obj_field=pghistory.ObjForeignKey(related_name="changes"), **which
    )


class ArticleChange(
    _changes(
        Article,
        inserts=False,
        fields=["title", "author", "url", "date", "outlet", "state", "published_at", "publication_of"],
    )
):
    class Meta:
        verbose_name = "article change"


class StatementChange(
    _changes(
        Statement,
        fields=[
            *("article", "kind", "spans", "cue_start", "cue_end", "cue_lemma", "sense", "event", "day"),
            *("rule", "state", "state_before", "reviewed_by", "reviewed_at"),
        ],
    )
):
    class Meta:
        verbose_name = "statement change"


class PartyChange(_changes(Party, fields=["statement", "role", "actor", "name", "start", "end"])):
    class Meta:
        verbose_name = "party change"


class EventChange(_changes(Event, fields=["article", "type", "place", "date_text", "day", "edited"])):
    class Meta:
        verbose_name = "event change"


class ParticipantChange(_changes(EventParticipant, fields=["event", "actor", "name"])):
    class Meta:
        verbose_name = "participant change"


class ActorChange(_changes(Actor, inserts=False, exclude=["name_sorted"])):
    class Meta:
        verbose_name = "actor change"


class ActorNameChange(_changes(ActorName, fields=["actor", "text", "kind", "held_from", "held_until"])):
    class Meta:
        verbose_name = "actor name change"
