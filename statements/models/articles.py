"""The files articles came from, the articles, and the runs of the extractor over them."""

import html

from django.conf import settings
from django.db import models
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from statements.models import visibility
from statements.models.outlets import Outlet


class ArticleQuerySet(models.QuerySet):
    def published(self) -> "ArticleQuerySet":
        """What the public sees."""
        return self.filter(state=Article.State.PUBLISHED)

    def visible_to(self, user) -> "ArticleQuerySet":
        """Everything but what was deleted for staff, what is published for everybody else."""
        return self.kept() if user.is_staff else self.published()

    def deleted(self) -> "ArticleQuerySet":
        """Those in the bin that readers had seen."""
        return self.filter(state=Article.State.DELETED, published_at__isnull=False)

    def kept(self) -> "ArticleQuerySet":
        """Without those in the bin."""
        return self.exclude(state=Article.State.DELETED)


class SourceFile(models.Model):
    """The bytes an editor uploaded or pasted, kept beside the articles that were read from them; once each."""

    name = models.CharField(_("اسم الملف"), max_length=255, blank=True)
    content = models.BinaryField(_("المحتوى"))
    sha256 = models.CharField(max_length=64, unique=True)
    encoding = models.CharField(_("الترميز"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("ملف أصلي")
        verbose_name_plural = _("الملفات الأصلية")

    def __str__(self) -> str:
        return self.name or str(_("نص ملصق"))

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)


class Article(models.Model):
    """An article as an outlet published it. `text` never changes once stored: spans point into it."""

    class State(models.TextChoices):
        DRAFT = visibility.DRAFT, _("مسودة")
        PUBLISHED = visibility.PUBLISHED, _("منشور")
        DELETED = (
            visibility.DELETED,
            _("محذوف"),
        )  # in the bin: nobody's to read or work on, until it is restored

    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("جهة النشر")
    )
    title = models.CharField(_("العنوان"), max_length=500, blank=True)
    author = models.CharField(_("الكاتب"), max_length=200, blank=True)
    url = models.URLField(_("الرابط"), max_length=2000, blank=True)
    date = models.DateField(_("تاريخ النشر"), null=True, blank=True, help_text=_("يوم نشرته جهة النشر"))
    text = models.TextField(_("النص"), editable=False)
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    state = models.CharField(_("الحالة"), max_length=10, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(_("نُشر في الأرشيف"), null=True, editable=False)
    deleted_at = models.DateTimeField(_("حُذف"), null=True, editable=False)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("أُدخل"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, verbose_name=_("أدخله")
    )
    source = models.ForeignKey(
        SourceFile,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="articles",
        verbose_name=_("الملف الأصلي"),
    )
    # The article that brings the same report, where an editor judged so: this one is shown there, as another
    # publication, and is no draft that waits for anybody; its text and statements stay.
    publication_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="copies",
        verbose_name=_("نشر آخر للمقال"),
    )
    # Where in its file it stands, where that holds more than one: see statements.documents.Part.
    source_place = models.CharField(max_length=500, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("مقال")
        verbose_name_plural = _("المقالات")
        ordering = ["-created_at", "-id"]
        permissions = [
            ("publish_article", _("نشر المقالات وسحبها من النشر")),
            ("import_article", _("إدخال ملفات فيها مقالات كثيرة")),
        ]
        indexes = [
            # Lists of an outlet's published articles, newest first.
            models.Index(fields=["state", "-date"], name="article_state_date"),
            # The desk's lists, the latest first, of tens of thousands that came in at once.
            models.Index(fields=["-created_at", "-id"], name="article_newest"),
        ]

    def __str__(self) -> str:
        return self.title or self.first_words()

    def get_absolute_url(self) -> str:
        return reverse("article", args=[self.pk])

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def is_deleted(self) -> bool:
        return self.state == self.State.DELETED

    def publish(self) -> None:
        """Show the article and its statements to the public, on its own; a second time changes nothing."""
        if not self.is_published:
            self.state = self.State.PUBLISHED
            self.published_at = timezone.now()
            self.publication_of = None
            self.save(update_fields=["state", "published_at", "publication_of"])

    def unpublish(self) -> None:
        """Take the article and its statements back from the public."""
        self.state = self.State.DRAFT
        self.save(update_fields=["state"])

    def put_in_bin(self, by) -> None:
        """Take the article with all that is in it from everybody's sight; `restore` brings it back."""
        self.state, self.deleted_at, self.deleted_by = self.State.DELETED, timezone.now(), by
        self.save(update_fields=["state", "deleted_at", "deleted_by"])

    def restore(self) -> None:
        """Bring the article back from the bin, as a draft; one that is not there stays as it is."""
        if self.is_deleted:
            self.state, self.deleted_at, self.deleted_by = self.State.DRAFT, None, None
            self.save(update_fields=["state", "deleted_at", "deleted_by"])

    def latest_run(self) -> "ExtractionRun | None":
        """The run of the extractor that was asked for last."""
        return self.runs.order_by("-id").first()

    def begins_with_title(self) -> bool:
        """Whether the text's first line is the title; «&quot;» in it is the mark it means."""
        first = next(iter(self.text.strip().splitlines()), "")
        return bool(self.title) and html.unescape(first).split() == self.title.split()

    def first_words(self, count: int = 12) -> str:
        """The first `count` words of the first line, for an article without a title."""
        line = self.text[:500].strip().partition("\n")[0]
        words = line.split()
        return " ".join(words[:count]) + ("…" if len(words) > count else "")


@receiver(models.signals.post_delete, sender=Article)
def forget_file(sender, instance: Article, **kwargs) -> None:
    """A file goes with the last of its articles."""
    SourceFile.objects.filter(pk=instance.source_id, articles=None).delete()


class ExtractionRun(models.Model):
    """One pass of the extractor over one article: asked for, running, done or failed with its error."""

    class State(models.TextChoices):
        WAITING = "waiting", _("في الانتظار")
        RUNNING = "running", _("جارٍ")
        DONE = "done", _("تم")
        FAILED = "failed", _("أخفق")

    article = models.ForeignKey(Article, models.CASCADE, related_name="runs", verbose_name=_("المقال"))
    version = models.CharField(_("إصدار المستخرِج"), max_length=40, blank=True)
    state = models.CharField(_("الحالة"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField(_("المحاولات"), default=0)
    error = models.TextField(_("الخطأ"), blank=True)
    created_at = models.DateTimeField(_("طُلب"), auto_now_add=True)
    finished_at = models.DateTimeField(_("انتهى"), null=True)

    class Meta:
        verbose_name = _("عملية استخراج")
        verbose_name_plural = _("عمليات الاستخراج")
        ordering = ["-id"]
        indexes = [
            # What waits, runs and failed, among millions that are done.
            models.Index(fields=["state", "id"], condition=~models.Q(state="done"), name="run_not_done"),
        ]

    def __str__(self) -> str:
        return f"{self.article} – {self.get_state_display()}"
