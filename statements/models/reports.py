"""Errors that readers report: what is wrong, where. Nothing of a reader is kept but what he writes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from statements.models.statements import Statement


class ErrorReportQuerySet(models.QuerySet):
    def open(self) -> "ErrorReportQuerySet":
        """Those that no editor has settled."""
        return self.filter(settled_at=None)


class ErrorReport(models.Model):
    """A reader's word that something is wrong on a page; an editor looks at it and settles it."""

    class What(models.TextChoices):
        SPEAKER = "speaker", _("المتحدث خطأ")
        ADDRESSEE = "addressee", _("المخاطَب خطأ")
        WORDS = "words", _("الكلام ناقص أو زائد")
        NOTHING = "nothing", _("ليس هذا تصريحًا")
        MISSING = "missing", _("تصريح فات الأرشيف")
        OCCASION = "occasion", _("المناسبة أو التاريخ أو المكان خطأ")
        OTHER = "other", _("غير ذلك")

    what = models.CharField(_("ما الخطأ؟"), max_length=10, choices=What)
    told = models.TextField(_("ما الصواب؟"), max_length=2000, blank=True)
    page = models.CharField(_("الصفحة"), max_length=1000)
    statement = models.ForeignKey(
        Statement,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="reports",
        verbose_name=_("التصريح"),
    )
    email = models.EmailField(_("البريد الإلكتروني"), blank=True)
    # A keyed digest of the sender's address that changes every day: it counts reports, and tells nobody.
    sender = models.CharField(max_length=32, editable=False)
    created_at = models.DateTimeField(_("وصل"), auto_now_add=True)
    settled_at = models.DateTimeField(_("سُوّي"), null=True, editable=False)

    objects = ErrorReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("بلاغ عن خطأ")
        verbose_name_plural = _("بلاغات القراء")
        ordering = ["-id"]
        indexes = [
            # How many came in the last hour, of all and of one sender.
            models.Index(fields=["created_at", "sender"], name="report_rate"),
            # How many are open, in the header of every page of the desk.
            models.Index(
                fields=["statement"], condition=models.Q(settled_at__isnull=True), name="report_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.page}"
