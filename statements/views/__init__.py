"""The public pages, one file a noun. The query string belongs to filters, queries to QuerySets."""

from statements.views.actors import actor, actor_to
from statements.views.articles import article
from statements.views.calendar import choose_calendar
from statements.views.crawlers import favicon, robots
from statements.views.directories import actor_list, outlet, outlet_list
from statements.views.event import event
from statements.views.events import event_list
from statements.views.home import home
from statements.views.names import names
from statements.views.network import actor_network, event_network
from statements.views.over_time import over_time
from statements.views.portraits import portrait
from statements.views.quality import quality
from statements.views.reports import report
from statements.views.saved import confirm, leave, save
from statements.views.search import cut_short, facet, search
from statements.views.search_help import search_help
from statements.views.statements import cite, statement

__all__ = [
    "actor",
    "actor_list",
    "actor_network",
    "actor_to",
    "article",
    "choose_calendar",
    "cite",
    "confirm",
    "cut_short",
    "event",
    "event_list",
    "event_network",
    "facet",
    "favicon",
    "home",
    "leave",
    "names",
    "outlet",
    "outlet_list",
    "over_time",
    "portrait",
    "quality",
    "report",
    "robots",
    "save",
    "search",
    "search_help",
    "statement",
]
