"""Publications that articles come from."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from statements.models.slugs import SLUG_LENGTH, unique_slug
from statements.models.sorting import sorted_by


class Outlet(models.Model):
    """A newspaper, agency or channel that published an article."""

    name = models.CharField(_("الاسم"), max_length=200, unique=True)
    name_sorted = sorted_by("name")
    slug = models.SlugField(
        _("العنوان الدائم"), max_length=SLUG_LENGTH, unique=True, allow_unicode=True, editable=False
    )
    url = models.URLField(_("الموقع"), blank=True)

    class Meta:
        verbose_name = _("جهة نشر")
        verbose_name_plural = _("جهات النشر")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs) -> None:
        if not self.slug:
            self.slug = unique_slug(Outlet, self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("outlet", args=[self.slug])
