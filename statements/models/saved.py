"""Searches that readers follow by e-mail. An address and a search: nothing else of a reader is kept."""

import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from statements.languages import in_language, language_of


def new_token() -> str:
    """What only the reader's own mail knows; 192 random bits."""
    return secrets.token_urlsafe(24)


class SavedSearch(models.Model):
    """A search whose new statements are sent to an address, once its owner confirmed it."""

    email = models.EmailField(_("البريد الإلكتروني"))
    query = models.CharField(_("البحث"), max_length=4000, blank=True, help_text=_("كما في عنوان صفحة البحث"))
    title = models.CharField(_("العنوان"), max_length=500)
    site = models.CharField(_("الموقع"), max_length=300, help_text=_("العنوان الذي تبدأ به الروابط"))
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    created_at = models.DateTimeField(_("طُلبت"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("أُكدت"), null=True, editable=False)
    sent_until = models.DateTimeField(_("أُرسل ما نُشر حتى"), null=True, editable=False)

    class Meta:
        verbose_name = _("بحث متابَع")
        verbose_name_plural = _("الأبحاث المتابَعة")
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["email", "query"], name="saved_search_once")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the search."""
        return reverse("search") + (f"?{self.query}" if self.query else "")

    def whole(self, address: str) -> str:
        """An address of the site as a mail needs it, in the language in which the search was followed."""
        return self.site + in_language(address, settings.LANGUAGE_CODE)

    @property
    def language(self) -> str:
        """Of its mails: that of the pages which `site` leads to."""
        return language_of(urlsplit(self.site).path)

    @property
    def confirm_address(self) -> str:
        return self.whole(reverse("saved_confirm", args=[self.token]))

    @property
    def leave_address(self) -> str:
        return self.whole(reverse("saved_leave", args=[self.token]))
