from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statements", "0010_saved_searches")]

    operations = [
        migrations.AddField("importfile", "samples", models.JSONField(default=list)),
        migrations.AlterField(
            "importresult",
            "outcome",
            models.CharField(
                choices=[
                    ("stored", "أُدخل"),
                    ("already_there", "موجود من قبل"),
                    ("refused", "رُفض"),
                    ("passed_over", "تُرك"),
                ],
                max_length=15,
            ),
        ),
    ]
