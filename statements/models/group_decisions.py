"""What editors decided about groups, kept so that it can be told and taken back: statements/grouping/decisions.py."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.articles import Article


class GroupDecision(models.Model):
    """Events, or statements, put together or apart, or left to the machine again."""

    class Act(models.TextChoices):
        TOGETHER = "together", _("جمع في واحد")
        APART = "apart", _("فصل عن غيره")
        LEFT = "left", _("ترك للآلة")

    class Of(models.TextChoices):
        EVENT = "event", _("المناسبة")
        STATEMENT = "statement", _("التصريح")

    of = models.CharField(max_length=9, choices=Of)
    act = models.CharField(max_length=8, choices=Act)
    # {a row's key: [its group or null, whether an editor had decided it]}: before, of every row the act changed.
    before = models.JSONField(default=dict)
    articles = models.ManyToManyField(Article, related_name="group_decisions")  # the rows'
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("قرار في ما هو واحد")
        verbose_name_plural = _("قرارات في ما هو واحد")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {', '.join(self.before)}"

    @property
    def rows(self) -> list[int]:
        """The keys of the rows it changed."""
        return [int(key) for key in self.before]
