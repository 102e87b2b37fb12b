"""The picture of an actor, at an address of its own for each picture, so that browsers may keep it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from statements.models import Actor, Portrait

KEPT = 365 * 24 * 3600  # seconds
BY_ANYBODY = f"public, max-age={KEPT}, immutable"


def portrait(request: HttpRequest, digest: str) -> HttpResponse:
    """The portrait that an actor is shown by; where nobody but editors sees the actor, nobody keeps it."""
    public = Portrait.objects.filter(sha256=digest, actors__in=Actor.objects.published()).first()
    shown = public
    if public is None and request.user.is_staff:
        shown = Portrait.objects.filter(sha256=digest).first()
    shown = shown or get_object_or_404(Portrait.objects.none())
    response = HttpResponse(bytes(shown.content), content_type="image/jpeg")
    response["Cache-Control"] = BY_ANYBODY if public else "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
