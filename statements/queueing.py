"""Jobs are queued in the transaction of whoever calls, also inside a worker.

A worker's own app speaks to the queue over other connections: what a task defers through that is taken
by the next worker before the task has committed the rows it is about, or although it never does.
"""

from collections.abc import Iterable

from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job
from procrastinate.manager import JobManager

_queue = JobManager(DjangoConnector())


def queue_jobs(jobs: Iterable[Job]) -> None:
    """Queue `jobs` in one statement, over Django's connection."""
    if jobs := list(jobs):
        _queue.batch_defer_jobs(jobs)
