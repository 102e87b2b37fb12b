"""Statements: who said what to whom, always as spans into the article's text."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from statements.models import visibility
from statements.models.actors import Actor
from statements.models.articles import Article
from statements.models.events import Event
from statements.models.groups import StatementGroup


class StatementQuerySet(models.QuerySet):
    def published(self) -> "StatementQuerySet":
        """What the public sees: statements of published articles that stand."""
        return self.filter(visibility.published_statement())

    def visible_to(self, user) -> "StatementQuerySet":
        """Every standing statement for staff, of no deleted article; the published ones for everybody else."""
        return self.standing().kept() if user.is_staff else self.published()

    def standing(self) -> "StatementQuerySet":
        """Neither rejected by an editor nor withdrawn by a later extraction."""
        return self.filter(state__in=visibility.STANDING)

    def kept(self) -> "StatementQuerySet":
        """Without those of articles in the bin."""
        return self.exclude(article__state=visibility.DELETED)

    def by(self, actor: Actor) -> "StatementQuerySet":
        return self._with(Party.Role.SPEAKER, actor)

    def to(self, actor: Actor) -> "StatementQuerySet":
        return self._with(Party.Role.ADDRESSEE, actor)

    def relayed_by(self, actor: Actor) -> "StatementQuerySet":
        return self._with(Party.Role.REPORTER, actor)

    def at(self, event: Event) -> "StatementQuerySet":
        """What was said on the occasion, whichever article tells it."""
        same = Q(event__group=event.group_id) if event.group_id else Q(event=event)
        return self.filter(same)

    def between(self, one: Actor, other: Actor) -> "StatementQuerySet":
        """What either said to the other."""
        ways = [self.by(a).to(b).values("pk") for a, b in ((one, other), (other, one))]
        return self.filter(Q(pk__in=ways[0]) | Q(pk__in=ways[1]))

    def newest(self) -> "StatementQuerySet":
        return self.order_by(models.F("day").desc(nulls_last=True), "-article_id", "start", "id")

    def with_parts(self) -> "StatementQuerySet":
        """With all that a line of a list shows, in a fixed number of queries."""
        parties = models.Prefetch("parties", Party.objects.select_related("actor"))
        return self.select_related("article__outlet", "event").prefetch_related(parties)

    def _with(self, role: str, actor: Actor) -> "StatementQuerySet":
        return self.filter(Exists(Party.objects.filter(statement=OuterRef("pk"), role=role, actor=actor)))


class Statement(models.Model):
    """A quotation once stored. The row keeps its address through later extractions."""

    class Kind(models.TextChoices):
        DIRECT = "direct", _("مباشر")
        INDIRECT = "indirect", _("غير مباشر")
        MIXED = "mixed", _("مختلط")

    class State(models.TextChoices):
        MACHINE = visibility.MACHINE, _("استخراج آلي")
        CONFIRMED = visibility.CONFIRMED, _("راجعه محرر")
        CORRECTED = visibility.CORRECTED, _("صححه محرر")
        ADDED = visibility.ADDED, _("أضافه محرر")
        REJECTED = visibility.REJECTED, _("مرفوض")
        WITHDRAWN = visibility.WITHDRAWN, _("سحبه استخراج لاحق")

    article = models.ForeignKey(Article, models.CASCADE, related_name="statements", verbose_name=_("المقال"))
    kind = models.CharField(_("النوع"), max_length=8, choices=Kind)
    spans = models.JSONField(
        _("مواضع المحتوى"), help_text="[[start, end], …]: code points into article.text, half open"
    )
    start = models.PositiveIntegerField(editable=False)  # of the first span; the order of the article
    cue_start = models.PositiveIntegerField(null=True, blank=True)
    cue_end = models.PositiveIntegerField(null=True, blank=True)
    cue_lemma = models.CharField(_("فعل القول"), max_length=40, blank=True)
    sense = models.CharField(_("معنى الفعل"), max_length=20, blank=True)
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="statements", verbose_name=_("المناسبة")
    )
    day = models.DateField(
        _("اليوم"), null=True, blank=True, help_text=_("يوم المناسبة، وإلا فيوم نشر المقال")
    )
    # The utterance it is with what other articles quote; none where nobody else quotes it.
    group = models.ForeignKey(
        StatementGroup, models.SET_NULL, null=True, blank=True, editable=False, related_name="statements"
    )
    group_decided = models.BooleanField(default=False, editable=False)  # an editor said which it is, or none
    rule = models.CharField(_("القاعدة"), max_length=80, blank=True)
    extractor_version = models.CharField(_("إصدار المستخرِج"), max_length=40, blank=True)
    confidence = models.FloatField(_("الثقة"), default=1.0)
    state = models.CharField(_("الحالة"), max_length=10, choices=State, default=State.MACHINE)
    # The state it was rejected from, to go back to.
    state_before = models.CharField(max_length=10, choices=State, blank=True, default="", editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("المراجع"),
    )
    reviewed_at = models.DateTimeField(_("روجع"), null=True, blank=True, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("تصريح")
        verbose_name_plural = _("التصريحات")
        ordering = ["article_id", "start", "id"]
        indexes = [
            # The latest statements on the home page and in every list, as `newest` sorts them.
            models.Index(
                models.F("day").desc(nulls_last=True),
                models.F("article").desc(),
                models.F("start"),
                models.F("id"),
                name="statement_newest",
            ),
            # What was said on a day at some event: which events may be one occasion.
            models.Index(
                fields=["day", "event"], condition=Q(event__isnull=False), name="statement_at_event"
            ),
            # What editors decided last: the extractor learns it, groups follow it.
            models.Index(
                fields=["reviewed_at"], condition=Q(reviewed_at__isnull=False), name="statement_reviewed"
            ),
        ]

    def __str__(self) -> str:
        return self.content[:80]

    def save(self, **kwargs) -> None:
        self.start = self.spans[0][0]
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("statement", args=[self.pk])

    def get_state_display(self) -> str:
        """As Django's, which reads the words of all states anew for each row of a list."""
        return str(self.State(self.state).label)

    def versions(self) -> StatementQuerySet:
        """Every statement that is this utterance, itself among them, as published first.

        Visibility is the caller's: `statement.versions().visible_to(user)`.
        """
        same = Q(group=self.group_id) if self.group_id else Q(pk=self.pk)
        return Statement.objects.filter(same).order_by(models.F("article__date").asc(nulls_last=True), "pk")

    @property
    def content(self) -> str:
        """What was said, letter for letter; several spans are joined by an ellipsis."""
        return " … ".join(self.article.text[start:end] for start, end in self.spans)

    @property
    def end(self) -> int:
        return max(end for _start, end in self.spans)

    @property
    def cue(self) -> str:
        """The reporting word as it stands in the article; empty for a quotation without one."""
        return "" if self.cue_start is None else self.article.text[self.cue_start : self.cue_end]

    @property
    def is_reviewed(self) -> bool:
        return self.stands and self.state != self.State.MACHINE

    @property
    def stands(self) -> bool:
        return self.state in visibility.STANDING

    @property
    def speakers(self) -> list["Party"]:
        return self._parties(Party.Role.SPEAKER)

    @property
    def addressees(self) -> list["Party"]:
        return self._parties(Party.Role.ADDRESSEE)

    @property
    def reporters(self) -> list["Party"]:
        return self._parties(Party.Role.REPORTER)

    def _parties(self, role: str) -> list["Party"]:
        return [party for party in self.parties.all() if party.role == role]


class Party(models.Model):
    """Somebody's part in a statement; `actor` is empty where the name is unknown or ambiguous."""

    class Role(models.TextChoices):
        SPEAKER = "speaker", _("المتحدث")
        ADDRESSEE = "addressee", _("المخاطَب")
        REPORTER = "reporter", _("الناقل")

    statement = models.ForeignKey(Statement, models.CASCADE, related_name="parties")
    role = models.CharField(_("الدور"), max_length=10, choices=Role)
    actor = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="parties", verbose_name=_("الجهة الفاعلة")
    )
    name = models.CharField(_("كما ورد"), max_length=300, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)  # the mention near the cue, if there is one
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("طرف")
        verbose_name_plural = _("الأطراف")
        ordering = ["id"]
        indexes = [
            # «everything A said», «everything said to B», newest first through the statement.
            models.Index(fields=["actor", "role", "statement"], name="party_actor_role"),
        ]

    def __str__(self) -> str:
        return self.name or str(self.actor)


class Mention(models.Model):
    """A span that names or points to an actor; `actor` is empty where that is unknown or ambiguous."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="mentions")
    actor = models.ForeignKey(Actor, models.PROTECT, null=True, blank=True, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("ذِكر")
        verbose_name_plural = _("مواضع الذكر")
        ordering = ["start", "end"]

    def __str__(self) -> str:
        return self.article.text[self.start : self.end]
