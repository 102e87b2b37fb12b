"""What was taken in together: an import, its files, and what became of each article in them."""

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from statements.models.articles import Article


class ImportQuerySet(models.QuerySet):
    def with_counts(self) -> "ImportQuerySet":
        """Imports with `file_counts` (all, failed, unclear), `outcome_counts` (by outcome) and `first_file` (a name).

        In the one query; None for none.
        """
        files = ImportFile.objects.filter(imported=models.OuterRef("pk")).order_by().values("imported")
        failed = Count("pk", filter=Q(state=ImportFile.State.FAILED))
        unclear = Count("pk", filter=Q(state=ImportFile.State.UNCLEAR))
        results = ImportResult.objects.filter(file__imported=models.OuterRef("pk")).order_by()
        outcomes = {o.value: Count("pk", filter=Q(outcome=o)) for o in ImportResult.Outcome}
        first = ImportFile.objects.filter(imported=models.OuterRef("pk")).order_by("pk").values("name")
        return self.annotate(
            first_file=models.Subquery(first[:1]),
            file_counts=_counts(files, all=Count("pk"), failed=failed, unclear=unclear),
            outcome_counts=_counts(results.values("file__imported"), **outcomes),
        )


def _counts(rows: models.QuerySet, **counts: Count) -> models.Subquery:
    """The counts of grouped `rows`, read once for all of them."""
    return models.Subquery(rows.annotate(_counts=JSONObject(**counts)).values("_counts"))


class Import(models.Model):
    """Files that came together, from an upload or the command line, with what was said of all of them."""

    class Origin(models.TextChoices):
        UPLOAD = "upload", _("رفع")
        COMMAND = "command", _("سطر الأوامر")

    origin = models.CharField(_("الطريق"), max_length=10, choices=Origin, default=Origin.UPLOAD)
    outlet = models.CharField(_("جهة النشر"), max_length=200, blank=True)
    date = models.DateField(_("تاريخ النشر"), null=True, blank=True)
    title = models.CharField(_("العنوان"), max_length=500, blank=True)
    url = models.URLField(_("الرابط"), max_length=2000, blank=True)
    expected = models.PositiveIntegerField(
        default=1, editable=False
    )  # files; the first is read before the last comes
    created_at = models.DateTimeField(_("بدأ"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, verbose_name=_("أدخله")
    )

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("عملية إدخال")
        verbose_name_plural = _("عمليات الإدخال")
        ordering = ["-id"]

    def __str__(self) -> str:
        return str(_("إدخال رقم %(n)d")) % {"n": self.pk}

    def get_absolute_url(self) -> str:
        return reverse("admin:statements_import_change", args=[self.pk])

    def known_by(self) -> str:
        """What an editor knows an import read `with_counts` by: its first file and how many more, the outlet typed."""
        more = (self.file_counts or {}).get("all", 0) - 1
        first = self.first_file or (_("نص ملصق") if more == 0 else "")
        told = _("%(file)s و%(n)d غيره") % {"file": first, "n": more} if more > 0 and first else first
        return " · ".join(filter(None, [str(told), self.outlet]))

    def kin(self) -> "ImportQuerySet":
        """The other imports that had some of the same files, byte for byte."""
        same = self.files.exclude(sha256="").values("sha256")
        others = ImportFile.objects.filter(sha256__in=same).exclude(imported=self)
        return Import.objects.filter(pk__in=others.values("imported"))

    def counts(self) -> dict[str, int]:
        """Files by how far they are (`expected`: those still to come too), and articles by what became of them."""
        State, Outcome = ImportFile.State, ImportResult.Outcome
        files = self.files.aggregate(
            files=Count("pk"),
            unread=Count("pk", filter=Q(state__in=[State.WAITING, State.READING])),
            failed=Count("pk", filter=Q(state=State.FAILED)),
            unclear=Count("pk", filter=Q(state=State.UNCLEAR)),
        )
        files["expected"] = max(self.expected, files["files"])
        results = ImportResult.objects.filter(file__imported=self)
        return files | results.aggregate(**{o.value: Count("pk", filter=Q(outcome=o)) for o in Outcome})


class ImportFile(models.Model):
    """One file of an import. Its bytes are kept here until it is read, then with its articles."""

    class State(models.TextChoices):
        WAITING = "waiting", _("في الانتظار")
        READING = "reading", _("يُقرأ")
        UNCLEAR = "unclear", _("ينتظر تسمية أعمدته")
        DONE = "done", _("قُرئ")
        FAILED = "failed", _("تعذّرت قراءته")

    imported = models.ForeignKey(Import, models.CASCADE, related_name="files")
    name = models.CharField(_("اسم الملف"), max_length=1000, blank=True)
    size = models.BigIntegerField(_("الحجم"), help_text="bytes")
    sha256 = models.CharField(max_length=64, db_index=True)  # empty where its bytes were not read
    content = models.BinaryField(null=True)
    known_columns = models.JSONField(default=list)  # those of a table, for an editor to choose from
    samples = models.JSONField(default=list)  # the first rows of such a table, a list of cells each
    columns = models.JSONField(null=True)  # field of an article -> column of a table, as an editor told
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    error = models.TextField(blank=True)
    attempts = models.PositiveIntegerField(default=0)  # to read it

    class Meta:
        verbose_name = _("ملف مُدخل")
        verbose_name_plural = _("الملفات المُدخلة")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name or str(_("نص ملصق"))


class ImportResultQuerySet(models.QuerySet):
    def of(self, imported: Import) -> "ImportResultQuerySet":
        """The results of an import with file and article at hand, without what is long of these."""
        files = ImportFile.objects.filter(imported=imported)
        long = ["file__content", "file__known_columns", "file__samples", "file__columns", "article__text"]
        return self.filter(file__in=files).select_related("file", "article__outlet").defer(*long)


class ImportResult(models.Model):
    """What became of one article of a file."""

    class Outcome(models.TextChoices):
        STORED = "stored", _("أُدخل")
        ALREADY_THERE = "already_there", _("موجود من قبل")
        REFUSED = "refused", _("رُفض")
        PASSED_OVER = "passed_over", _("تُرك")  # what came with an article and is none

    file = models.ForeignKey(ImportFile, models.CASCADE, related_name="results")
    position = models.IntegerField()  # of the article in its file, from 0
    place = models.CharField(max_length=1000, blank=True)
    outcome = models.CharField(max_length=15, choices=Outcome)
    reason = models.TextField(blank=True)
    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="+")

    objects = ImportResultQuerySet.as_manager()

    class Meta:
        verbose_name = _("نتيجة إدخال")
        verbose_name_plural = _("نتائج الإدخال")
        ordering = ["file_id", "position"]
        constraints = [models.UniqueConstraint(fields=["file", "position"], name="one_result_a_part")]

    def __str__(self) -> str:
        return f"{self.file} › {self.place}" if self.place else str(self.file)
