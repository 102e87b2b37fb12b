"""Who is who: actors merged and split, undoable; pairs that an editor said are two, and pairs that may be one."""

from itertools import chain

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Greatest, Least
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


class LikelyDoubleQuerySet(models.QuerySet):
    def open(self) -> "LikelyDoubleQuerySet":
        """Those to go through, the likeliest first: both actors stand, and no editor said that they are two."""
        pair = OuterRef("one"), OuterRef("other")
        apart = ActorsApart.objects.filter(first=Least(*pair), second=Greatest(*pair))
        return self.filter(~Exists(apart), one__merged_into=None, other__merged_into=None).order_by("place")

    def follow(self, gone: Actor, kept: Actor) -> None:
        """After a merger: who may be one with `gone` may be one with `kept`."""
        partners = {kept.pk, *chain(*self.filter(Q(one=kept) | Q(other=kept)).values_list("one", "other"))}
        for pair in self.filter(Q(one=gone) | Q(other=gone)).order_by("place"):
            partner = pair.other_id if pair.one_id == gone.pk else pair.one_id
            if partner not in partners:
                partners.add(partner)
                self.create(one=kept, other_id=partner, evidence=pair.evidence, place=pair.place)
        self.filter(Q(one=gone) | Q(other=gone)).delete()


class LikelyDouble(models.Model):
    """Two actors that may be one, the busier first, as they were last looked for (statements/actors/stored_doubles.py)."""

    one = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    other = models.ForeignKey(Actor, models.CASCADE, related_name="+")
    evidence = models.JSONField(default=list)  # [[kind, what is shared], …]: see statements/actors/doubles.py
    place = models.PositiveIntegerField()  # in the order of the list

    objects = LikelyDoubleQuerySet.as_manager()

    class Meta:
        verbose_name = _("جهتان قد تكونان واحدة")
        verbose_name_plural = _("جهات قد تكون واحدة")

    def __str__(self) -> str:
        return f"{self.one_id} ≈ {self.other_id}"

    @property
    def both(self) -> tuple[Actor, Actor]:
        return self.one, self.other
