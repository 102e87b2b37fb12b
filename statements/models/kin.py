"""What shows that one report was carried by several: publications of one text, and texts that are nearly one."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from statements.models.articles import Article
from statements.models.outlets import Outlet


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


class ArticleKin(models.Model):
    """Two articles whose texts are alike; each pair once, the earlier article first."""

    first = models.ForeignKey(Article, models.CASCADE, related_name="+")
    second = models.ForeignKey(Article, models.CASCADE, related_name="+")
    # Estimated share of the runs of words that both have, 0 to 1; 1 where one is the other with a line more.
    similarity = models.FloatField()

    class Meta:
        verbose_name = _("نصان متقاربان")
        verbose_name_plural = _("نصوص متقاربة")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_row_a_pair_of_kin"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="earlier_kin_first"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}: {self.similarity:.2f}"


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


def kin_of(article: Article) -> models.QuerySet[Article]:
    """Articles that bring the same report in nearly the same words, the earliest first.

    Judged when asked for: an editor may tell outlet and day later.
    """
    pairs = ArticleKin.objects.filter(Q(first=article) | Q(second=article)).values_list(
        "first", "second", "similarity"
    )
    alike = {first if second == article.pk else second: share for first, second, share in pairs}
    others = Article.objects.filter(pk__in=alike).only("outlet", "date")
    kin = [other.pk for other in others if alike[other.pk] >= least_similarity(article, other)]
    return Article.objects.filter(pk__in=kin).order_by("date", "id")
