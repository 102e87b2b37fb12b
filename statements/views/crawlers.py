"""What programs ask every site for: robots.txt, and the icon under its oldest address."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control

from statements.languages import in_language


@cache_control(max_age=86400, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """Every page may be read; not each of the endless combinations of a search, nor the editors' desk."""
    searches = [in_language(reverse("search"), code) + "?" for code, _name in settings.LANGUAGES]
    closed = [*searches, reverse("admin:index")]
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@cache_control(max_age=86400, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static("site/favicon.svg"))
