"""What shows that one report was carried by several: publications of one text, and texts that are nearly one."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from statements.models.articles import Article
from statements.models.outlets import Outlet
from statements.models.visibility import DELETED


class Publication(models.Model):
    """The text of an article as another outlet, or another address, published it too."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="publications", verbose_name=_("المقال")
    )
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, related_name="publications", verbose_name=_("جهة النشر")
    )
    url = models.URLField(_("الرابط"), max_length=2000, blank=True)
    date = models.DateField(_("تاريخ النشر"), null=True)

    class Meta:
        verbose_name = _("نشر آخر")
        verbose_name_plural = _("مرات النشر الأخرى")
        ordering = ["date", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "outlet", "url"], nulls_distinct=False, name="one_publication_an_address"
            )
        ]

    def __str__(self) -> str:
        return str(self.outlet or self.url)


class ArticleSketch(models.Model):
    """The MinHash signature of an article's words; `bands` of it are alike where texts are nearly one."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="sketch")
    signature = models.BinaryField()  # unsigned 32-bit numbers
    bands = ArrayField(models.BigIntegerField())

    class Meta:
        indexes = [GinIndex(fields=["bands"], name="sketch_bands")]

    def __str__(self) -> str:
        return f"sketch of {self.article_id}"


# How alike the texts of one report are at least. An outlet's next story on a matter, and a court's next
# session, repeat most of the one before; what another outlet brings within a day is the report itself.
# See benchmarks/README.md: of 50 such pairs of the news corpus 48 are one report.
ELSEWHERE_AT_ONCE, ELSEWHERE_OR_AT_ONCE, ANYWHERE = 0.6, 0.9, 0.97
AT_ONCE = datetime.timedelta(days=1)


def least_similarity(one: Article, other: Article) -> float:
    """How alike two articles have to be for one report; an unknown day or outlet speaks for one."""
    at_once = not one.date or not other.date or abs(one.date - other.date) <= AT_ONCE
    elsewhere = not one.outlet_id or one.outlet_id != other.outlet_id
    if at_once and elsewhere:
        return ELSEWHERE_AT_ONCE
    return ELSEWHERE_OR_AT_ONCE if at_once or elsewhere else ANYWHERE


class ArticleKinQuerySet(models.QuerySet):
    def of_one_report(self) -> "ArticleKinQuerySet":
        """The pairs that bring one report, and of which no editor has made one a publication of the other.

        By `least_similarity`, in the database; when asked for, as an editor may tell outlet and day later.
        """
        day = F("second__date")
        at_once = Q(first__date=None) | Q(second__date=None)
        at_once |= Q(first__date__range=(day - AT_ONCE, day + AT_ONCE))
        elsewhere = Q(first__outlet=None) | Q(second__outlet=None) | ~Q(first__outlet=F("second__outlet"))
        alike = Q(similarity__gte=ANYWHERE)
        alike |= Q(similarity__gte=ELSEWHERE_OR_AT_ONCE) & (at_once | elsewhere)
        alike |= Q(similarity__gte=ELSEWHERE_AT_ONCE) & at_once & elsewhere
        both = self.filter(alike, first__publication_of=None, second__publication_of=None)
        return both.exclude(first__state=DELETED).exclude(second__state=DELETED)


class ArticleKin(models.Model):
    """Two articles whose texts are alike; each pair once, the earlier article first."""

    first = models.ForeignKey(Article, models.CASCADE, related_name="+")
    second = models.ForeignKey(Article, models.CASCADE, related_name="+")
    # Estimated share of the runs of words that both have, 0 to 1; 1 where one is the other with a line more.
    similarity = models.FloatField()

    objects = ArticleKinQuerySet.as_manager()

    class Meta:
        verbose_name = _("نصان متقاربان")
        verbose_name_plural = _("نصوص متقاربة")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_row_a_pair_of_kin"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="earlier_kin_first"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}: {self.similarity:.2f}"


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where a text was published too: a row of Publication (`publication`), or an article made one (`copy`)."""

    outlet: Outlet | None
    url: str
    date: datetime.date | None
    publication: int | None = None
    copy: Article | None = None


def kin_of(article: Article) -> models.QuerySet[Article]:
    """Articles that bring the same report in nearly the same words, the earliest first."""
    pairs = ArticleKin.objects.of_one_report()
    behind, before = (
        pairs.filter(first=article).values("second"),
        pairs.filter(second=article).values("first"),
    )
    # A union, and not one or the other: PostgreSQL would look at every article there is.
    return Article.objects.filter(pk__in=behind.union(before)).order_by("date", "id")


def kin_of_each(articles: Iterable[Article]) -> dict[int, list[Article]]:
    """The kin of each of `articles` that has any, by its primary key, without their texts; in two queries."""
    wanted = {article.pk for article in articles}
    pairs = ArticleKin.objects.of_one_report().filter(Q(first__in=wanted) | Q(second__in=wanted))
    pairs = list(pairs.order_by("pk").values_list("first", "second"))
    others = (
        Article.objects.defer("text").select_related("outlet").in_bulk({pk for pair in pairs for pk in pair})
    )
    kin: dict[int, list[Article]] = {}
    for pair in pairs:
        for one, other in (pair, pair[::-1]):
            if one in wanted and other in others:
                kin.setdefault(one, []).append(others[other])
    return kin


def having_kin(articles: models.QuerySet[Article]) -> models.QuerySet[Article]:
    """Those of `articles` that have kin."""
    pairs = ArticleKin.objects.of_one_report()
    return articles.filter(Q(pk__in=pairs.values("first")) | Q(pk__in=pairs.values("second")))


def appearances_of(article: Article) -> list[Appearance]:
    """Where else the article's text was published, in the same words or nearly so, the earliest first."""
    again = Publication.objects.filter(Q(article=article) | Q(article__publication_of=article))
    found = [Appearance(p.outlet, p.url, p.date, publication=p.pk) for p in again.select_related("outlet")]
    copies = article.copies.select_related("outlet").defer("text").order_by("pk")
    found += [Appearance(copy.outlet, copy.url, copy.date, copy=copy) for copy in copies]
    return sorted(found, key=lambda one: one.date or datetime.date.max)
