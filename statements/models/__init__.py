"""What the archive stores, one file a noun."""

from statements.models.actors import Actor, ActorName
from statements.models.articles import Article, ExtractionRun, SourceFile
from statements.models.differences import Difference
from statements.models.events import Event, EventParticipant, ListedEvent
from statements.models.group_decisions import GroupDecision
from statements.models.groups import EventGroup, StatementGroup
from statements.models.history import (
    ActorChange,
    ActorNameChange,
    ArticleChange,
    EventChange,
    ParticipantChange,
    PartyChange,
    StatementChange,
)
from statements.models.imports import Import, ImportFile, ImportResult
from statements.models.kin import (
    ArticleKin,
    ArticleSketch,
    Publication,
    appearances_of,
    having_kin,
    kin_of,
    kin_of_each,
)
from statements.models.moves import ActorMove, ActorsApart, LikelyDouble
from statements.models.outlets import Outlet
from statements.models.portraits import Portrait
from statements.models.presence import Presence
from statements.models.reports import ErrorReport
from statements.models.saved import SavedSearch
from statements.models.search_log import SearchChange
from statements.models.slugs import unique_slug
from statements.models.statements import Mention, Party, Statement

__all__ = [
    "Actor",
    "ActorChange",
    "ActorMove",
    "ActorName",
    "ActorNameChange",
    "ActorsApart",
    "Article",
    "ArticleChange",
    "ArticleKin",
    "ArticleSketch",
    "Difference",
    "ErrorReport",
    "Event",
    "EventChange",
    "EventGroup",
    "EventParticipant",
    "ExtractionRun",
    "GroupDecision",
    "Import",
    "ImportFile",
    "ImportResult",
    "LikelyDouble",
    "ListedEvent",
    "Mention",
    "Outlet",
    "ParticipantChange",
    "Party",
    "PartyChange",
    "Portrait",
    "Presence",
    "Publication",
    "SavedSearch",
    "SearchChange",
    "SourceFile",
    "Statement",
    "StatementChange",
    "StatementGroup",
    "appearances_of",
    "having_kin",
    "kin_of",
    "kin_of_each",
    "unique_slug",
]
