"""What the admin shows, in the order of an editor's day."""

from django.contrib import admin
from django.contrib.auth.models import Group, User
from procrastinate.contrib.django.models import ProcrastinateJob

from statements.admin.actors import ActorAdmin
from statements.admin.articles import ArticleAdmin
from statements.admin.events import EventAdmin
from statements.admin.imports import ImportAdmin
from statements.admin.outlets import OutletAdmin
from statements.admin.reports import ErrorReportAdmin
from statements.admin.saved import SavedSearchAdmin
from statements.admin.statements import StatementAdmin
from statements.admin.users import EditorAdmin
from statements.models import Actor, Article, ErrorReport, Event, Import, Outlet, SavedSearch, Statement

admin.site.register(Article, ArticleAdmin)
admin.site.register(Import, ImportAdmin)
admin.site.register(Statement, StatementAdmin)
admin.site.register(Actor, ActorAdmin)
admin.site.register(Event, EventAdmin)
admin.site.register(Outlet, OutletAdmin)
admin.site.register(ErrorReport, ErrorReportAdmin)
admin.site.register(SavedSearch, SavedSearchAdmin)

# One role each, whose rights are statements/roles.py's.
admin.site.unregister([Group, User])
admin.site.register(User, EditorAdmin)

# The queue's own page speaks English and of jobs; the desk speaks of articles whose extraction failed.
admin.site.unregister(ProcrastinateJob)
