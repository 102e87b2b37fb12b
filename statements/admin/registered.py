"""What the admin shows, in the order of an editor's day."""

from django.contrib import admin
from procrastinate.contrib.django.models import ProcrastinateJob

from statements.admin.outlets import OutletAdmin
from statements.models import Outlet

admin.site.register(Outlet, OutletAdmin)

# The queue's own page speaks English and of jobs; the desk speaks of articles whose extraction failed.
admin.site.unregister(ProcrastinateJob)
