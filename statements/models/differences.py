"""What a later extraction sees otherwise than an editor decided: shown to accept or refuse, never done by itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.statements import Statement


class Difference(models.Model):
    """One for each decided statement; refused, it stays, so that the same is not proposed again."""

    class State(models.TextChoices):
        OPEN = "open", _("ينتظر قرارًا")
        REFUSED = "refused", _("رُفض")

    statement = models.OneToOneField(Statement, models.CASCADE, related_name="difference")
    # As statements/differing.py makes it; empty where the extractor finds no such statement any more.
    seen = models.JSONField()
    version = models.CharField(_("إصدار المستخرِج"), max_length=40)
    state = models.CharField(_("الحالة"), max_length=8, choices=State, default=State.OPEN)
    noted_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("اختلاف")
        verbose_name_plural = _("الاختلافات")
        indexes = [
            # What waits for an editor, among all that was refused.
            models.Index(fields=["statement"], condition=models.Q(state="open"), name="difference_open"),
        ]

    def __str__(self) -> str:
        return str(self.statement)
