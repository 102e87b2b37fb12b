"""Following a search by e-mail: asking for it, confirming it, leaving it."""

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from statements import digests
from statements.filters.searches import search
from statements.models import SavedSearch
from statements.views.search import describe


class FollowForm(forms.Form):
    email = forms.EmailField(
        label=_("بريدك الإلكتروني"),
        max_length=254,
        error_messages={
            "required": _("اكتب بريدك الإلكتروني."),
            "invalid": _("ليس هذا بريدًا إلكترونيًا صحيحًا: اكتبه كاملًا، مثل name@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr", "required": True}),
    )


@require_http_methods(["GET", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """The form for an address (GET with the search in the query string), and what became of it (POST)."""
    query = digests.followable(request.GET)
    results = search(QueryDict(query))
    form = FollowForm(request.POST if request.method == "POST" else None)
    context = {"form": form, "title": describe(results), "search": query, "done": False}
    if request.method == "POST" and not results.errors and form.is_valid():
        site = request.build_absolute_uri(reverse("home")).rstrip("/")
        try:
            digests.ask(form.cleaned_data["email"], query, context["title"], site)
            context["done"] = True
        except digests.TooMany as problem:
            form.add_error("email", str(problem))
    status = 400 if results.errors or form.errors else 200
    return render(request, "saved.html", context | {"errors": results.errors}, status=status)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button, so that no program which only looks at the links of a mail confirms it."""
    saved = get_object_or_404(SavedSearch, token=token)
    if request.method == "POST":
        digests.confirm(saved)
    return _answer(request, saved, "confirm", done=saved.confirmed_at is not None)


@csrf_exempt  # the token is the proof; mail programs post here by themselves (RFC 8058)
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Forget the search and the address; who has left already is told the same."""
    saved = SavedSearch.objects.filter(token=token).first()
    if saved and request.method == "POST":
        saved.delete()
        saved = None
    return _answer(request, saved, "leave", done=saved is None)


def _answer(request: HttpRequest, saved: SavedSearch | None, act: str, *, done: bool) -> HttpResponse:
    response = render(request, "saved_act.html", {"saved": saved, "act": act, "done": done})
    response["Cache-Control"] = "no-store"  # the address holds the token
    return response
