"""A file may hold many articles: the article points to its file, and each file is kept once."""

import django.db.models.deletion
from django.db import migrations, models


def point_to_files(apps, schema_editor):
    Article, SourceFile = apps.get_model("statements", "Article"), apps.get_model("statements", "SourceFile")
    kept = {}
    for pk, article_id, sha256 in SourceFile.objects.order_by("pk").values_list("pk", "article_id", "sha256"):
        first = kept.setdefault(sha256, pk)
        Article.objects.filter(pk=article_id).update(source_id=first)
    SourceFile.objects.exclude(pk__in=kept.values()).delete()


class Migration(migrations.Migration):
    dependencies = [("statements", "0004_state_before")]

    operations = [
        migrations.AddField(
            "article",
            "source",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="statements.sourcefile",
                verbose_name="الملف الأصلي",
            ),
        ),
        migrations.AddField(
            "article", "source_place", models.CharField(blank=True, editable=False, max_length=500)
        ),
        migrations.RunPython(point_to_files, migrations.RunPython.noop),
        # The rows written above leave checks of foreign keys waiting, which would forbid what follows.
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RemoveField("sourcefile", "article"),
        migrations.AlterField("sourcefile", "sha256", models.CharField(max_length=64, unique=True)),
        migrations.AlterField(
            "sourcefile", "encoding", models.CharField(blank=True, max_length=40, verbose_name="الترميز")
        ),
    ]
