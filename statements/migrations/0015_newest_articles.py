"""The desk's lists begin with the articles that came last."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statements", "0014_search_follows_senses")]
    operations = [
        migrations.AddIndex(
            "article", models.Index(fields=["-created_at", "-id"], name="article_newest")
        ),
    ]
