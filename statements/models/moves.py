"""What editors decided about who is who: actors merged and split, undoable, and pairs that are two."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from statements.models.actors import Actor


class ActorMove(models.Model):
    """Rows that went from one actor to another: all in a merger, those under some names in a split."""

    class Act(models.TextChoices):
        MERGE = "merge", _("دمج")
        SPLIT = "split", _("فصل")

    act = models.CharField(_("الفعل"), max_length=5, choices=Act)
    source = models.ForeignKey(Actor, models.CASCADE, related_name="moves_from")
    target = models.ForeignKey(Actor, models.CASCADE, related_name="moves_to")
    # {"party": [pk, …], "participant": […], "mention": […], "names": [{…}, …], …}: see statements/moving.py.
    moved = models.JSONField(default=dict)
    at = models.DateTimeField(_("متى"), auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(_("أُلغي"), null=True)

    class Meta:
        verbose_name = _("دمج أو فصل")
        verbose_name_plural = _("عمليات الدمج والفصل")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.source} ← {self.target}"


class ActorsApart(models.Model):
    """Two actors that an editor said are two, however alike; each pair once, the lower key first."""

    first = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    second = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_row_a_pair_apart"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="lower_actor_first"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"
