"""The last word of a folded name, indexed: who bears a surname is looked up for every article."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statements", "0008_expected_files")]
    operations = [
        migrations.AddField(
            "actorname",
            "last_word",
            models.GeneratedField(
                db_persist=True,
                expression=models.Func(models.F("folded"), models.Value("[^ ]+$"), function="substring"),
                output_field=models.CharField(max_length=300, null=True),
            ),
        ),
        migrations.AddIndex("actorname", models.Index(fields=["last_word"], name="actor_name_last_word")),
    ]
