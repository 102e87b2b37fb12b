"""What changed for search: written by triggers inside the changing transaction, read by each index's follower."""

from django.db import models
from django.db.models.functions import Now


class SearchChange(models.Model):
    """A row whose index entry is out of date.

    Ids are not given out in the order of commits, so a reader goes by transaction: it reads only
    rows of transactions older than every running one, and remembers the last (xid, id) it applied.
    """

    class What(models.TextChoices):
        STATEMENT = "statement"
        ARTICLE = "article"
        ACTOR = "actor"
        EVERYTHING = "everything"  # a table was truncated
        PRUNED = "pruned"  # rows up to this one, of transaction `xid` and with this id, are no longer here

    xid = models.BigIntegerField()
    what = models.CharField(max_length=10, choices=What)
    row = models.BigIntegerField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["xid", "id"]
        indexes = [
            # A follower reads on from its position.
            models.Index(fields=["xid", "id"], name="search_change_position"),
        ]

    def __str__(self) -> str:
        return f"{self.xid}: {self.what} {self.row}"
