from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statements", "0012_attempts")]

    operations = [
        migrations.AddField(
            "article", "author", models.CharField(blank=True, default="", max_length=200, verbose_name="الكاتب"), preserve_default=False
        ),
    ]
