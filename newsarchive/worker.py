"""What the queue's workers do beyond their jobs; `settings.PROCRASTINATE_WORKER_DEFAULTS` puts it in."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any


async def end_where_the_end_of_a_job_is_lost(call_next: Callable[[], Awaitable], context, worker) -> Any:
    """Worker middleware: end the worker where the database could not take how a job ended.

    Such a job stands in the queue as in the hands of a living worker, and nobody else would take it up;
    once its worker has ended it counts as lost and is done again (tasks.retry_lost_jobs).
    """

    def look(job: asyncio.Task) -> None:
        if not job.cancelled() and job.exception():
            worker.stop()

    asyncio.current_task().add_done_callback(look)
    return await call_next()
