"""Promise 1 kept by the database itself: article.text never changes once stored."""

from django.db import migrations

FORBID = """
CREATE FUNCTION statements_text_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'article.text never changes once stored (article %)', OLD.id
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER article_text_never_changes BEFORE UPDATE OF text ON statements_article
    FOR EACH ROW WHEN (NEW.text IS DISTINCT FROM OLD.text)
    EXECUTE FUNCTION statements_text_never_changes();
"""
ALLOW = """
DROP TRIGGER article_text_never_changes ON statements_article;
DROP FUNCTION statements_text_never_changes();
"""


class Migration(migrations.Migration):
    dependencies = [("statements", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
