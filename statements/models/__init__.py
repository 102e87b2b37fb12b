"""What the archive stores, one file a noun."""

from statements.models.actors import Actor, ActorName
from statements.models.articles import Article, ExtractionRun, SourceFile
from statements.models.events import Event, EventParticipant
from statements.models.imports import Import, ImportFile, ImportResult
from statements.models.kin import ArticleKin, ArticleSketch, Publication, kin_of
from statements.models.outlets import Outlet
from statements.models.saved import SavedSearch
from statements.models.search_log import SearchChange
from statements.models.slugs import unique_slug
from statements.models.statements import Mention, Party, Statement

__all__ = [
    "Actor",
    "ActorName",
    "Article",
    "ArticleKin",
    "ArticleSketch",
    "Event",
    "EventParticipant",
    "ExtractionRun",
    "Import",
    "ImportFile",
    "ImportResult",
    "Mention",
    "Outlet",
    "Party",
    "Publication",
    "SavedSearch",
    "SearchChange",
    "SourceFile",
    "Statement",
    "kin_of",
    "unique_slug",
]
