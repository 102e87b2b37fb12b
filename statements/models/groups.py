"""What several articles tell of once: an event told by each of them, a statement quoted by each of them.

Who makes the groups: statements/grouping.py; readers of a group use `Event.tellings`, `Event.objects.once()`
and `Statement.versions`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventGroup(models.Model):
    """One occasion, told as an Event by each article that reports it; at least two of them."""

    created_at = models.DateTimeField(_("أُنشئت"), auto_now_add=True)

    class Meta:
        verbose_name = _("مناسبة واحدة")
        verbose_name_plural = _("مناسبات واحدة")

    def __str__(self) -> str:
        return f"event group {self.pk}"


class StatementGroup(models.Model):
    """One utterance, quoted as a Statement by each article that reports it; at least two of them."""

    created_at = models.DateTimeField(_("أُنشئت"), auto_now_add=True)

    class Meta:
        verbose_name = _("تصريح واحد")
        verbose_name_plural = _("تصريحات واحدة")

    def __str__(self) -> str:
        return f"statement group {self.pk}"
