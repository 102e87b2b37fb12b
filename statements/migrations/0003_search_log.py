"""The log that search indexes follow, written by triggers: whoever changes a row, search hears of it.

Triggers fire once a statement, whatever the number of rows, and only for changes of columns that search shows.
"""

import django.db.models.functions.datetime
from django.db import migrations, models

# table -> (columns that matter to search, what is then out of date)
STATEMENT_OF_EVENT = "changed JOIN statements_statement s ON s.event_id = changed.id"
STATEMENT_OF_PARTY = "changed JOIN statements_statement s ON s.id = changed.statement_id"
FOLLOWED = {
    "article": (
        "id, outlet_id, title, date, state",
        [
            "SELECT 'article', id FROM changed",
            "SELECT 'statement', s.id FROM changed JOIN statements_statement s ON s.article_id = changed.id",
        ],
    ),
    "statement": (
        "id, article_id, kind, spans, event_id, day, state",
        ["SELECT 'statement', id FROM changed", "SELECT 'article', article_id FROM changed"],
    ),
    "party": (
        "id, statement_id, role, actor_id, name",
        [
            "SELECT 'statement', statement_id FROM changed",
            f"SELECT 'article', s.article_id FROM {STATEMENT_OF_PARTY}",
        ],
    ),
    "event": (
        "id, type",
        [
            f"SELECT 'statement', s.id FROM {STATEMENT_OF_EVENT}",
            f"SELECT 'article', s.article_id FROM {STATEMENT_OF_EVENT}",
        ],
    ),
    "actor": ("id, name", ["SELECT 'actor', id FROM changed"]),
    "actorname": ("id, actor_id, text", ["SELECT 'actor', actor_id FROM changed"]),
}

RECORD = """
    INSERT INTO statements_searchchange (xid, what, "row", at)
    SELECT pg_current_xact_id()::text::bigint, stale.what, stale."row", now()
    FROM ({found}) AS stale (what, "row") WHERE stale."row" IS NOT NULL;
    IF FOUND THEN PERFORM pg_notify('search_changes', ''); END IF;
    RETURN NULL;
"""
FUNCTION = "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$;"
TRIGGER = "CREATE TRIGGER {name} AFTER {event} ON statements_{table} {tables} FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
CHANGED_BY_UPDATE = """
    (SELECT {columns} FROM new_rows EXCEPT SELECT {columns} FROM old_rows)
    UNION
    (SELECT {columns} FROM old_rows EXCEPT SELECT {columns} FROM new_rows)
"""


def follow(table: str, columns: str, out_of_date: list[str]) -> str:
    """Functions and triggers that log what changes of `table` put out of date."""
    found = " UNION ".join(out_of_date)
    updated = f"WITH changed AS ({CHANGED_BY_UPDATE.format(columns=columns)}) {found}"
    name = f"search_log_{table}"
    return "".join(
        [
            FUNCTION.format(name=name, body=RECORD.format(found=found)),
            FUNCTION.format(name=f"{name}_updated", body=RECORD.format(found=updated)),
            TRIGGER.format(
                name=f"{name}_insert",
                event="INSERT",
                table=table,
                function=name,
                tables="REFERENCING NEW TABLE AS changed",
            ),
            TRIGGER.format(
                name=f"{name}_delete",
                event="DELETE",
                table=table,
                function=name,
                tables="REFERENCING OLD TABLE AS changed",
            ),
            TRIGGER.format(
                name=f"{name}_update",
                event="UPDATE",
                table=table,
                function=f"{name}_updated",
                tables="REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
            ),
            TRIGGER.format(
                name=f"{name}_truncate",
                event="TRUNCATE",
                table=table,
                function="search_log_truncated",
                tables="",
            ),
        ]
    )


def forget(table: str) -> str:
    name = f"search_log_{table}"
    triggers = [
        f"DROP TRIGGER {name}_{event} ON statements_{table};"
        for event in ("insert", "delete", "update", "truncate")
    ]
    return "".join([*triggers, f"DROP FUNCTION {name}; DROP FUNCTION {name}_updated;"])


FOLLOW = FUNCTION.format(
    name="search_log_truncated", body=RECORD.format(found="SELECT 'everything', 0")
) + "".join(follow(table, *followed) for table, followed in FOLLOWED.items())
FORGET = "".join(map(forget, FOLLOWED)) + "DROP FUNCTION search_log_truncated;"


class Migration(migrations.Migration):
    dependencies = [("statements", "0002_text_never_changes")]
    operations = [
        migrations.CreateModel(
            name="SearchChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("xid", models.BigIntegerField()),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("statement", "Statement"),
                            ("article", "Article"),
                            ("actor", "Actor"),
                            ("everything", "Everything"),
                            ("pruned", "Pruned"),
                        ],
                        max_length=10,
                    ),
                ),
                ("row", models.BigIntegerField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "ordering": ["xid", "id"],
                "indexes": [models.Index(fields=["xid", "id"], name="search_change_position")],
            },
        ),
        migrations.RunSQL(FOLLOW, FORGET),
    ]
