"""How often a run or a file was tried; an index of what is not done, for the page of the queue."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statements", "0011_samples_and_passed_over")]
    operations = [
        migrations.AddField(
            "extractionrun", "attempts", models.PositiveIntegerField(default=0, verbose_name="المحاولات")
        ),
        migrations.AddField("importfile", "attempts", models.PositiveIntegerField(default=0)),
        migrations.AddIndex(
            "extractionrun",
            models.Index(
                condition=models.Q(("state", "done"), _negated=True),
                fields=["state", "id"],
                name="run_not_done",
            ),
        ),
    ]
