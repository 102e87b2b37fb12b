"""What several articles tell of once: an event told by each of them, a statement quoted by each of them.

Who makes the groups: statements/grouping; readers of a group use `Event.tellings`, `Event.objects.once()`
and `Statement.versions`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Group(models.Model):
    """At least two rows, each of another article, that are one."""

    created_at = models.DateTimeField(_("أُنشئت"), auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class EventGroup(Group):
    """One occasion, told as an Event by each article that reports it."""

    class Meta:
        verbose_name = _("مناسبة واحدة")
        verbose_name_plural = _("مناسبات واحدة")


class StatementGroup(Group):
    """One utterance, quoted as a Statement by each article that reports it."""

    class Meta:
        verbose_name = _("تصريح واحد")
        verbose_name_plural = _("تصريحات واحدة")
