"""Search narrows by what a cue does: a change of the sense is told to the indexes as well."""

import importlib

from django.db import migrations

first = importlib.import_module("statements.migrations.0003_search_log")
COLUMNS = "id, article_id, kind, spans, event_id, day, state"


def updated(columns: str) -> str:
    """The function of the update trigger, for these columns."""
    found = " UNION ".join(first.FOLLOWED["statement"][1])
    changed = first.CHANGED_BY_UPDATE.format(columns=columns)
    body = first.RECORD.format(found=f"WITH changed AS ({changed}) {found}")
    function = first.FUNCTION.format(name="search_log_statement_updated", body=body)
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("statements", "0013_author")]
    operations = [migrations.RunSQL(updated(f"{COLUMNS}, sense"), updated(COLUMNS))]
