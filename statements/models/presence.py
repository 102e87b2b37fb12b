"""Who has an article's review page open, so that a second editor is told."""

import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone

from statements.models.articles import Article

# An open page tells of itself every 20 seconds; without script it is seen when it is loaded.
LASTING = datetime.timedelta(seconds=90)


class PresenceQuerySet(models.QuerySet):
    def beside(self, user, article: Article) -> list[str]:
        """The names of the others who have the article open."""
        since = timezone.now() - LASTING
        others = self.filter(article=article, seen_at__gte=since).exclude(user=user).select_related("user")
        return [one.user.get_full_name() or one.user.get_username() for one in others.order_by("pk")]

    def see(self, user, article: Article) -> None:
        """`user` has the article open now; who has not told of himself for long is forgotten."""
        now = timezone.now()
        self.filter(seen_at__lt=now - LASTING).delete()
        self.bulk_create(
            [Presence(user=user, article=article, seen_at=now)],
            update_conflicts=True,
            unique_fields=["article", "user"],
            update_fields=["seen_at"],
        )


class Presence(models.Model):
    article = models.ForeignKey(Article, models.CASCADE, related_name="present")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = "presence"
        constraints = [
            # One row for each editor on an article, however many windows.
            models.UniqueConstraint(fields=["article", "user"], name="presence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.article_id}"
