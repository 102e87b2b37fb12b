"""Search narrows by the states of those who speak and are spoken to: when one changes, so does what they said."""

import importlib

from django.db import migrations

first = importlib.import_module("statements.migrations.0003_search_log")
# Whose country changed: rare, so that all he said and was told may be told to the indexes at once.
TURNED = """
    new_rows JOIN old_rows USING (id) JOIN statements_party p ON p.actor_id = new_rows.id
    JOIN statements_statement s ON s.id = p.statement_id
    WHERE new_rows.country <> old_rows.country AND p.role IN ('speaker', 'addressee')
"""
COUNTRY = [f"SELECT 'statement', s.id FROM {TURNED}", f"SELECT 'article', s.article_id FROM {TURNED}"]


def updated(also: list[str]) -> str:
    """The function of the update trigger of actors, with what else is out of date."""
    columns, out_of_date = first.FOLLOWED["actor"]
    changed = first.CHANGED_BY_UPDATE.format(columns=columns)
    found = " UNION ".join([*out_of_date, *also])
    body = first.RECORD.format(found=f"WITH changed AS ({changed}) {found}")
    function = first.FUNCTION.format(name="search_log_actor_updated", body=body)
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("statements", "0020_last_part_of_names")]
    operations = [migrations.RunSQL(updated(COUNTRY), updated([]))]
