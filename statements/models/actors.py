"""Who speaks, is spoken to, or relays: actors, and the names and offices articles used for them."""

from typing import Self

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, Exists, F, Func, OuterRef, Q, Value
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from statements.models.portraits import Portrait
from statements.models.slugs import SLUG_LENGTH, unique_slug, unique_slugs
from statements.models.sorting import sorted_by
from statements.models.visibility import published_statement

# The last part of a folded name: a word, or two that are one name («عبد الرحمن», «بن سلمان», «نصر الله»).
LAST_PART = "([^ ]+ (الله|الدين)|(عبد|ابو|ابي|ام|ابن|بن|ال) [^ ]+|[^ ]+)$"


class ActorQuerySet(models.QuerySet):
    def published(self) -> "ActorQuerySet":
        """Actors who speak, are spoken to or relay in a published statement, or took part in its event."""
        same = Actor.objects.filter(pk=OuterRef("pk"))
        party = same.filter(published_statement("parties__statement__"))
        took_part = same.filter(published_statement("participations__event__statements__"))
        return self.filter(Q(Exists(party)) | Q(Exists(took_part)))

    def visible_to(self, user) -> "ActorQuerySet":
        """Everyone for staff, those of published statements for everybody else."""
        return self if user.is_staff else self.published()

    def with_portrait(self) -> "ActorQuerySet":
        """With the portrait, but for its bytes."""
        return self.select_related("portrait").defer("portrait__content")

    def standing(self) -> "ActorQuerySet":
        """Without those that were merged into others."""
        return self.filter(merged_into=None)

    def at(self, slug: str) -> "Actor | None":
        """Who of these has the address, or took it over in a merger."""
        if found := self.filter(slug=slug, merged_into=None).first():
            return found
        gone = Actor.objects.filter(slug=slug).exclude(merged_into=None).select_related("merged_into").first()
        return self.filter(pk=gone.standing().pk).first() if gone else None

    def named(self, folded: str) -> "ActorQuerySet":
        """Actors that carry the name `folded` (as statements.extraction.normalize.fold writes it)."""
        names = ActorName.objects.filter(actor=OuterRef("pk"), folded=folded, kind=ActorName.Kind.NAME)
        return self.filter(Exists(names))

    def most_quoted(self) -> "ActorQuerySet":
        """Speakers of published statements with their `statement_count`, most first; nobody unnamed."""
        spoke = self.filter(published_statement("parties__statement__"), parties__role="speaker")
        counted = spoke.annotate(statement_count=Count("parties__statement", distinct=True))
        return counted.exclude(kind=Actor.Kind.UNNAMED).order_by("-statement_count", "name")

    def busiest(self) -> "ActorQuerySet":
        """Who said or was told anything in published statements, with the numbers `said` and `told`, most first."""
        counted = {
            name: Count("parties__statement", distinct=True, filter=Q(parties__role=role))
            for name, role in (("said", "speaker"), ("told", "addressee"))
        }
        took_part = self.filter(
            published_statement("parties__statement__"), parties__role__in=("speaker", "addressee")
        )
        return took_part.annotate(**counted).order_by(-(F("said") + F("told")), "name", "pk")


class Actor(models.Model):
    """A person, body, state, medium or group that mentions resolve to."""

    class Kind(models.TextChoices):
        PERSON = "person", _("شخص")
        ORGANIZATION = "organization", _("هيئة")
        COUNTRY = "country", _("دولة")
        AGENCY = "agency", _("وسيلة إعلام")
        GROUP = "group", _("مجموعة")
        UNNAMED = "unnamed", _("مصدر غير مسمى")

    name = models.CharField(_("الاسم"), max_length=300)
    name_sorted = sorted_by("name")
    slug = models.SlugField(
        _("العنوان الدائم"), max_length=SLUG_LENGTH, unique=True, allow_unicode=True, editable=False
    )
    kind = models.CharField(_("النوع"), max_length=12, choices=Kind)
    name_en = models.CharField(_("الاسم بالإنجليزية"), max_length=300, blank=True)
    # ISO 3166 (statements/countries.py): the state itself, or whose office-holder, body or medium it is.
    country = models.CharField(_("البلد"), max_length=2, blank=True)
    note = models.TextField(_("ملاحظة"), blank=True, help_text=_("تظهر للقراء"))
    wikidata = models.CharField(
        _("رقم ويكي بيانات"),
        max_length=20,
        blank=True,
        help_text=_("مثل Q42"),
        validators=[RegexValidator(r"^Q[1-9]\d*\Z", _("رقم ويكي بيانات حرف Q تليه أرقام، مثل Q42."))],
    )
    portrait = models.ForeignKey(
        Portrait,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="actors",
        verbose_name=_("الصورة"),
    )
    # Whom an editor merged it into; it keeps nothing but its address, which leads there.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )
    created_at = models.DateTimeField(_("أُدخل"), auto_now_add=True)

    objects = ActorQuerySet.as_manager()

    class Meta:
        verbose_name = _("جهة فاعلة")
        verbose_name_plural = _("الجهات الفاعلة")
        ordering = ["name"]
        permissions = [("merge_actor", _("دمج الجهات الفاعلة وفصلها"))]
        indexes = [
            # The list by letter and by name.
            models.Index(fields=["name_sorted", "id"], name="actor_name_sorted"),
            # The actors of a country, of which kind they are.
            models.Index(
                fields=["country", "kind"], condition=~models.Q(country=""), name="actor_country_kind"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs) -> None:
        if not self.slug:
            self.slug = unique_slug(Actor, self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("actor", args=[self.slug])

    @property
    def called(self) -> str:
        """Its name in the language of the page, where editors gave one."""
        return self.name if get_language() == "ar" else self.name_en or self.name

    def standing(self) -> Self:
        """The actor itself, or the one it was merged into, however often that was merged again."""
        actor = self
        while actor.merged_into_id:
            actor = actor.merged_into
        return actor

    def names_used(self) -> list["ActorName"]:
        return [n for n in self.names.all() if n.kind == ActorName.Kind.NAME]

    def offices_used(self) -> list["ActorName"]:
        return [n for n in self.names.all() if n.kind == ActorName.Kind.OFFICE]


def store_actors(actors: list[Actor]) -> None:
    """Store new actors, however many there are, in two queries."""
    for actor, slug in zip(actors, unique_slugs(Actor, [actor.name for actor in actors]), strict=True):
        actor.slug = slug
    Actor.objects.bulk_create(actors)


class ActorName(models.Model):
    """A name or office that an article used for an actor, with the days it was first and last seen."""

    class Kind(models.TextChoices):
        NAME = "name", _("اسم")
        OFFICE = "office", _("منصب")

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="names", verbose_name=_("الجهة الفاعلة"))
    text = models.CharField(_("كما ورد"), max_length=300)
    folded = models.CharField(max_length=300, editable=False)
    last_word = models.GeneratedField(
        expression=Func(F("folded"), Value(f"({LAST_PART[:-1]})$"), function="substring"),
        output_field=models.CharField(max_length=300, null=True),
        db_persist=True,
    )
    kind = models.CharField(_("النوع"), max_length=6, choices=Kind, default=Kind.NAME)
    first_seen = models.DateField(_("أول ورود"), null=True, blank=True)
    last_seen = models.DateField(_("آخر ورود"), null=True, blank=True)
    # An office's term as an editor knows it; either end may be open.
    held_from = models.DateField(_("من يوم"), null=True, blank=True)
    held_until = models.DateField(_("إلى يوم"), null=True, blank=True)

    class Meta:
        verbose_name = _("اسم أو منصب")
        verbose_name_plural = _("الأسماء والمناصب")
        ordering = ["kind", "text"]
        constraints = [
            # One row a spelling: days are widened, rows are not multiplied.
            models.UniqueConstraint(fields=["actor", "kind", "text"], name="actor_name_once"),
        ]
        indexes = [
            # Linking looks every mention up by its folded words.
            models.Index(fields=["folded"], name="actor_name_folded"),
            # A surname alone: whose name ends in it.
            models.Index(fields=["last_word"], name="actor_name_last_word"),
        ]

    def __str__(self) -> str:
        return self.text

    def seen(self, day) -> bool:
        """Widen the first and last day by `day` (a date or None); whether that changed anything."""
        if day is None or (self.first_seen and self.last_seen and self.first_seen <= day <= self.last_seen):
            return False
        self.first_seen = min(day, self.first_seen or day)
        self.last_seen = max(day, self.last_seen or day)
        return True
