"""Publications that articles come from."""

from django.db import models
from django.db.models import Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from statements.models.slugs import SLUG_LENGTH, unique_slug
from statements.models.sorting import sorted_by


class Outlet(models.Model):
    """A newspaper, agency or channel that published an article."""

    class Kind(models.TextChoices):
        NEWSPAPER = "newspaper", _("صحيفة")
        AGENCY = "agency", _("وكالة أنباء")
        CHANNEL = "channel", _("قناة")
        RADIO = "radio", _("إذاعة")
        MAGAZINE = "magazine", _("مجلة")
        SITE = "site", _("موقع إخباري")

    # By this name files and editors find it; the two others are what readers see.
    name = models.CharField(_("الاسم كما يرد في الملفات"), max_length=200, unique=True)
    name_ar = models.CharField(_("الاسم بالعربية"), max_length=200, blank=True)
    name_en = models.CharField(_("الاسم بالإنجليزية"), max_length=200, blank=True)
    name_sorted = sorted_by(Coalesce(NullIf("name_ar", Value("")), "name"))
    kind = models.CharField(_("النوع"), max_length=10, choices=Kind.choices, blank=True)
    country = models.CharField(_("البلد"), max_length=2, blank=True)
    slug = models.SlugField(
        _("العنوان الدائم"), max_length=SLUG_LENGTH, unique=True, allow_unicode=True, editable=False
    )
    url = models.URLField(_("الموقع"), blank=True)

    class Meta:
        verbose_name = _("جهة نشر")
        verbose_name_plural = _("جهات النشر")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.called

    def save(self, **kwargs) -> None:
        if not self.slug:
            self.slug = unique_slug(Outlet, self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])

    @property
    def called(self) -> str:
        """Its name in the language of the page; the files' own where that is not known."""
        return (self.name_ar if get_language() == "ar" else self.name_en) or self.name

    @property
    def names(self) -> list[str]:
        """All it is called, each once."""
        return list(dict.fromkeys(filter(None, (self.name, self.name_ar, self.name_en))))
