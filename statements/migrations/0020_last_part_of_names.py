"""The last part of a name: «عبد الرحمن» and «نصر الله» are one part, not their last word."""

from django.db import migrations, models

LAST_PART = "(([^ ]+ (الله|الدين)|(عبد|ابو|ابي|ام|ابن|بن|ال) [^ ]+|[^ ]+))$"


class Migration(migrations.Migration):
    dependencies = [("statements", "0019_another_publication")]
    operations = [
        migrations.RemoveIndex("actorname", "actor_name_last_word"),
        migrations.RemoveField("actorname", "last_word"),
        migrations.AddField(
            "actorname",
            "last_word",
            models.GeneratedField(
                db_persist=True,
                expression=models.Func(models.F("folded"), models.Value(LAST_PART), function="substring"),
                output_field=models.CharField(max_length=300, null=True),
            ),
        ),
        migrations.AddIndex("actorname", models.Index(fields=["last_word"], name="actor_name_last_word")),
    ]
