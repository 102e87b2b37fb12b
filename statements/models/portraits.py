"""Portraits of actors: small JPEGs made of what editors upload, kept as they are: `Actor.portrait` is the one shown."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Portrait(models.Model):
    """A picture and whose it is. Never changed and never deleted, so that the history of an actor can go back to it."""

    content = models.BinaryField(_("المحتوى"))  # a JPEG without anything but the picture
    width = models.PositiveSmallIntegerField()  # pixels
    height = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)  # pages ask for it by its beginning
    credit = models.CharField(_("صاحب الصورة"), max_length=300)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("صورة")
        verbose_name_plural = _("صور")

    def __str__(self) -> str:
        return self.credit

    def get_absolute_url(self) -> str:
        """Where the picture is; another picture has another address, so that it may be kept for long."""
        return reverse("portrait", args=[self.sha256])
