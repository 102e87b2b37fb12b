"""What shows that one report was carried by several: publications of one text, and texts that are nearly one."""

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
    """Two articles whose texts are nearly one; each pair once, the earlier article first."""

    first = models.ForeignKey(Article, models.CASCADE, related_name="+")
    second = models.ForeignKey(Article, models.CASCADE, related_name="+")
    similarity = models.FloatField()  # estimated share of the runs of words that both have, 0 to 1

    class Meta:
        verbose_name = _("نصان متقاربان")
        verbose_name_plural = _("نصوص متقاربة")
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_row_a_pair_of_kin"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="earlier_kin_first"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}: {self.similarity:.2f}"


def kin_of(article: Article) -> models.QuerySet[Article]:
    """Articles whose text is nearly that of `article`, the earliest first."""
    firsts = ArticleKin.objects.filter(second=article).values("first")
    seconds = ArticleKin.objects.filter(first=article).values("second")
    return Article.objects.filter(Q(pk__in=firsts) | Q(pk__in=seconds)).order_by("date", "id")
