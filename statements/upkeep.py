"""What the queue's workers do by themselves, so that nobody has to: strays are queued, statistics renewed,
groups brought into step with what editors changed, sure doubles merged."""

import datetime

from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from statements.actors.doubles import merge_sure_doubles
from statements.actors.stored_doubles import renew_doubles
from statements.grouping.groups import group_changed
from statements.models import ExtractionRun
from statements.queueing import LATER, queue_runs

LATELY = datetime.timedelta(minutes=5)  # looked at every minute: none is missed while workers are busy


@app.periodic(cron="* * * * *")
@app.task(name="analyze_grown_tables", queueing_lock="analyze_grown_tables")
def analyze_grown_tables(timestamp: int) -> None:
    """Let PostgreSQL count again in tables that have much grown: for the size it last counted it would choose
    ways through a bulk import's rows that take minutes where seconds do. Each table in a transaction of its own.
    """
    with connection.cursor() as cursor:
        cursor.execute(_GROWN)
        for (table,) in cursor.fetchall():
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")


@app.periodic(cron="* * * * *")
@app.task(name="group_changed", queueing_lock="group_changed")
def group_what_editors_changed(timestamp: int) -> None:
    """Bring what editors corrected, merged or split lately into the groups where it belongs now."""
    group_changed(timezone.now() - LATELY)


@app.periodic(cron="17 * * * *")
@app.task(name="merge_sure_doubles", queueing_lock="merge_sure_doubles")
def merge_doubles(timestamp: int) -> None:
    """Make one of two actors whose office, told since they were stored, shows that they are one; list the others
    that may be."""
    merge_sure_doubles()
    renew_doubles()


@app.periodic(cron="47 * * * *")
@app.task(name="list_events", queueing_lock="list_events")
def list_events_again(timestamp: int) -> None:
    """Put right what two transactions at once made of one occasion in the list that triggers keep."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT list_events(array_agg(id)) FROM statements_event")


@app.periodic(cron="*/10 * * * *")
@app.task(name="queue_strays", queueing_lock="queue_strays")
def queue_strays(timestamp: int) -> None:
    """Queue extractions that wait although no job is about them; there should be none."""
    with connection.cursor() as cursor:
        cursor.execute(_STRAYS)
        strays = [run for (run,) in cursor.fetchall()]
    queue_runs(ExtractionRun.objects.filter(pk__in=strays), priority=LATER)


_GROWN = """
    SELECT relname FROM pg_stat_user_tables JOIN pg_class USING (relname)
    WHERE (relname LIKE 'statements\\_%' OR relname LIKE 'procrastinate\\_%')
    AND pg_class.oid = relid AND n_mod_since_analyze > 1000 + greatest(reltuples, 0) / 5
    ORDER BY relname
"""
_STRAYS = """
    WITH queued AS (
        SELECT (args->>'run_id')::bigint AS run FROM procrastinate_jobs
        WHERE status IN ('todo', 'doing') AND task_name = 'extract_article'
        UNION ALL
        SELECT jsonb_array_elements_text(args->'run_ids')::bigint FROM procrastinate_jobs
        WHERE status IN ('todo', 'doing') AND task_name = 'extract_articles'
    )
    SELECT id FROM statements_extractionrun
    WHERE state IN ('waiting', 'running') AND created_at < now() - interval '10 minutes'
    AND id NOT IN (SELECT run FROM queued) ORDER BY id
"""
