"""The public pages, one file a noun. The query string belongs to filters, queries to QuerySets."""

from statements.views.actors import actor, actor_to
from statements.views.articles import article
from statements.views.events import event
from statements.views.home import home
from statements.views.search import search
from statements.views.statements import statement

__all__ = ["actor", "actor_to", "article", "event", "home", "search", "statement"]
