"""The list of occasions, kept by triggers: which are public, of which day, type and group.

Whether an occasion is public depends on its statements and their articles; to ask all of a large archive takes
seconds.
"""

import django.db.models.deletion
from django.db import migrations, models

# Nobody waits for another transaction: what two did to one occasion at once, the hourly upkeep puts right.
LIST = """
CREATE FUNCTION list_events(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF ids IS NULL THEN RETURN; END IF;
    DELETE FROM statements_listedevent WHERE event_id = ANY(ids) AND event_id NOT IN (SELECT public_events(ids));
    INSERT INTO statements_listedevent (event_id, day, type, "group")
        SELECT e.id, coalesce(e.day, a.date), e.type, e.group_id
        FROM statements_event e JOIN statements_article a ON a.id = e.article_id
        WHERE e.id IN (SELECT public_events(ids)) AND NOT EXISTS (
            SELECT FROM statements_listedevent l WHERE l.event_id = e.id
            AND (l.day, l.type, l."group") IS NOT DISTINCT FROM (coalesce(e.day, a.date), e.type, e.group_id)
        )
    ON CONFLICT (event_id) DO UPDATE SET day = excluded.day, type = excluded.type, "group" = excluded."group";
END $$;

CREATE FUNCTION public_events(ids bigint[]) RETURNS SETOF bigint LANGUAGE sql AS $$
    SELECT DISTINCT s.event_id
    FROM statements_statement s JOIN statements_article a ON a.id = s.article_id
    WHERE s.event_id = ANY(ids) AND a.state = 'published'
        AND s.state IN ('machine', 'confirmed', 'corrected', 'added')
$$;
"""
FORGET = "DROP FUNCTION list_events; DROP FUNCTION public_events;"

TRIGGER = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM list_events((SELECT array_agg(DISTINCT event) FROM ({found}) AS found (event) WHERE event IS NOT NULL));
    RETURN NULL;
END $$;
CREATE TRIGGER {name} AFTER {act} ON {table} REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {name}();
"""
NEW, OLD = "NEW TABLE AS fresh", "OLD TABLE AS stale"
# Of a table and what happens to its rows: the events that it may concern.
FOUND = {
    ("statement", "INSERT", NEW): "SELECT event_id FROM fresh",
    ("statement", "DELETE", OLD): "SELECT event_id FROM stale",
    ("statement", "UPDATE", f"{OLD} {NEW}"): """
        SELECT unnest(ARRAY[stale.event_id, fresh.event_id]) FROM stale JOIN fresh USING (id)
        WHERE (stale.event_id, stale.article_id, stale.state)
            IS DISTINCT FROM (fresh.event_id, fresh.article_id, fresh.state)
    """,
    ("article", "UPDATE", f"{OLD} {NEW}"): """
        WITH changed AS (
            SELECT id FROM stale JOIN fresh USING (id)
            WHERE (stale.state, stale.date) IS DISTINCT FROM (fresh.state, fresh.date)
        )
        SELECT id FROM statements_event WHERE article_id IN (SELECT id FROM changed)
        UNION SELECT event_id FROM statements_statement WHERE article_id IN (SELECT id FROM changed)
    """,
    ("event", "DELETE", OLD): "SELECT id FROM stale",
    ("event", "UPDATE", f"{OLD} {NEW}"): """
        SELECT id FROM stale JOIN fresh USING (id)
        WHERE (stale.day, stale.type, stale.group_id, stale.article_id)
            IS DISTINCT FROM (fresh.day, fresh.type, fresh.group_id, fresh.article_id)
    """,
}


def trigger(table: str, act: str, rows: str) -> migrations.RunSQL:
    name, table_name = f"listed_events_{table}_{act.lower()}", f"statements_{table}"
    made = TRIGGER.format(name=name, act=act, table=table_name, rows=rows, found=FOUND[table, act, rows])
    return migrations.RunSQL(made, f"DROP TRIGGER {name} ON {table_name}; DROP FUNCTION {name};")


class Migration(migrations.Migration):
    dependencies = [("statements", "0031_bin_group_decisions_portraits")]
    operations = [
        migrations.CreateModel(
            name="ListedEvent",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="listed",
                        serialize=False,
                        to="statements.event",
                    ),
                ),
                ("day", models.DateField(null=True)),
                ("type", models.CharField(max_length=20)),
                ("group", models.BigIntegerField(null=True)),
            ],
        ),
        migrations.AddIndex(
            model_name="listedevent",
            index=models.Index(
                models.OrderBy(models.F("day"), descending=True, nulls_last=True),
                models.OrderBy(models.F("event"), descending=True),
                name="listed_event_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="listedevent",
            index=models.Index(
                condition=models.Q(("group__isnull", False)), fields=["group", "event"], name="listed_event_group"
            ),
        ),
        migrations.RunSQL(LIST, FORGET),
        *(trigger(*key) for key in FOUND),
        migrations.RunSQL(
            "SELECT list_events(array_agg(id)) FROM statements_event", migrations.RunSQL.noop
        ),
    ]
