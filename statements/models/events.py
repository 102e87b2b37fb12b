"""The occasions on which statements were made."""

from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from statements.models.actors import Actor
from statements.models.articles import Article
from statements.models.groups import EventGroup
from statements.models.visibility import DELETED, published_statement


class EventQuerySet(models.QuerySet):
    def published(self) -> "EventQuerySet":
        """Events at which a published statement was made."""
        same = Event.objects.filter(pk=OuterRef("pk"))
        return self.filter(Exists(same.filter(published_statement("statements__"))))

    def visible_to(self, user) -> "EventQuerySet":
        """Everything but deleted articles' for staff, events of published statements for everybody else."""
        return self.kept() if user.is_staff else self.published()

    def kept(self) -> "EventQuerySet":
        """Without those of articles in the bin."""
        return self.exclude(article__state=DELETED)

    def once(self) -> "EventQuerySet":
        """Of the published events that are one occasion the first: what a list shows. Others lead to it."""
        earlier = Event.objects.published().filter(group=OuterRef("group"), pk__lt=OuterRef("pk"))
        return self.exclude(models.Q(group__isnull=False) & Exists(earlier))

    def newest(self) -> "EventQuerySet":
        """By their own day, or that of the article's publication where the article tells no day."""
        return self._dated().order_by(models.F("day_or_publication").desc(nulls_last=True), "-id")

    def oldest(self) -> "EventQuerySet":
        """By the same days; those without any at the end as well."""
        return self._dated().order_by(models.F("day_or_publication").asc(nulls_last=True), "id")

    def _dated(self) -> "EventQuerySet":
        return self.annotate(day_or_publication=Coalesce("day", "article__date"))


class Event(models.Model):
    """A phone call, meeting, press conference …, as an article tells of it."""

    class Type(models.TextChoices):
        PHONE_CALL = "phone_call", _("اتصال هاتفي")
        MEETING = "meeting", _("لقاء")
        PRESS_CONFERENCE = "press_conference", _("مؤتمر صحفي")
        INTERVIEW = "interview", _("مقابلة")
        SPEECH = "speech", _("كلمة")
        STATEMENT = "statement", _("بيان")
        MESSAGE = "message", _("رسالة")
        CONFERENCE = "conference", _("مؤتمر")
        OTHER = "other", _("مناسبة أخرى")

    article = models.ForeignKey(Article, models.CASCADE, related_name="events", verbose_name=_("المقال"))
    type = models.CharField(_("النوع"), max_length=20, choices=Type)
    place = models.CharField(_("المكان"), max_length=200, blank=True)
    date_text = models.CharField(_("التاريخ كما ورد"), max_length=100, blank=True)
    day = models.DateField(_("اليوم"), null=True, blank=True)
    edited = models.BooleanField(_("راجعه محرر"), default=False, help_text=_("لا يغيّره استخراج جديد"))
    # The occasion it is with what other articles tell; none where nobody else tells of it.
    group = models.ForeignKey(
        EventGroup, models.SET_NULL, null=True, blank=True, editable=False, related_name="events"
    )
    group_decided = models.BooleanField(default=False, editable=False)  # an editor said which it is, or none
    actors = models.ManyToManyField(Actor, through="EventParticipant", related_name="events")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("مناسبة")
        verbose_name_plural = _("المناسبات")
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        names = " و".join(map(str, self.participants.all()))
        return f"{self.get_type_display()}: {names}" if names else self.get_type_display()

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.pk])

    def tellings(self) -> EventQuerySet:
        """Every article's event that is this occasion, itself among them, in the order they were stored.

        Visibility is the caller's: `event.tellings().visible_to(user)`; the first of these has the page.
        """
        same = models.Q(group=self.group_id) if self.group_id else models.Q(pk=self.pk)
        return Event.objects.filter(same).order_by("pk")


class ListedEventQuerySet(models.QuerySet):
    def once(self) -> "ListedEventQuerySet":
        """Of those that are one occasion the first."""
        earlier = ListedEvent.objects.filter(group=OuterRef("group"), event__lt=OuterRef("event"))
        return self.exclude(models.Q(group__isnull=False) & Exists(earlier))

    def newest(self) -> "ListedEventQuerySet":
        return self.order_by(models.F("day").desc(nulls_last=True), "-event_id")

    def oldest(self) -> "ListedEventQuerySet":
        return self.order_by(models.F("day").asc(nulls_last=True), "event_id")


class ListedEvent(models.Model):
    """A published event as the list of all needs it. Triggers keep the rows (migration 0032): nobody else writes them."""

    event = models.OneToOneField(
        Event, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="listed"
    )
    day = models.DateField(null=True)  # the event's own, or that of the article's publication
    type = models.CharField(max_length=20)
    group = models.BigIntegerField(null=True)

    objects = ListedEventQuerySet.as_manager()

    class Meta:
        indexes = [
            # A page of the list.
            models.Index(
                models.F("day").desc(nulls_last=True), models.F("event").desc(), name="listed_event_newest"
            ),
            # Which of those that are one occasion is the first.
            models.Index(
                fields=["group", "event"], condition=models.Q(group__isnull=False), name="listed_event_group"
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)


class EventParticipant(models.Model):
    """Somebody who took part; `actor` is empty where the name is unknown or ambiguous."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="participants")
    actor = models.ForeignKey(
        Actor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("الجهة الفاعلة"),
    )
    name = models.CharField(_("كما ورد"), max_length=300)

    class Meta:
        verbose_name = _("مشارك")
        verbose_name_plural = _("المشاركون")
        ordering = ["id"]

    def __str__(self) -> str:
        """The actor by its present name, else the words of the article."""
        return self.actor.name if self.actor else self.name
