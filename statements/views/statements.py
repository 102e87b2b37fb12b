"""A statement's permanent page, and its citation as a file. One that no longer stands is gone, and the page says so."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from statements.calendars import write_day
from statements.editing.corrections import corrections_of
from statements.models import Article, Statement
from statements.pages.citing import FILES, STYLES, Cited
from statements.views.articles import gone


def statement(request: HttpRequest, id: int) -> HttpResponse:
    statement = _statements(request).filter(pk=id).first()
    if statement is None and Article.objects.deleted().filter(statements=id).exists():
        return gone(request)
    if statement is None:  # of an article that became another publication of one that readers see
        return redirect(get_object_or_404(Article.objects.published(), copies__statements=id))
    if not statement.stands:
        return _gone(request, statement)
    cited = _cited(request, statement)
    context = {
        "statement": statement,
        "mentions": statement.article.mentions.exclude(actor=None),
        "citations": [(label, parts(cited), foreign) for label, parts, foreign in STYLES.values()],
        "share": _share(cited),
        "versions": _other_versions(statement, request.user),
        "corrections": corrections_of(statement),
    }
    return render(request, "statement.html", context | _place_in_article(statement))


def cite(request: HttpRequest, id: int, kind: str) -> HttpResponse:
    """The citation as a file that reference managers take in: `bib` or `ris`."""
    if kind not in FILES:
        raise Http404
    statement = get_object_or_404(_statements(request), pk=id)
    if not statement.stands:
        return _gone(request, statement)
    write, content_type = FILES[kind]
    response = HttpResponse(write(_cited(request, statement)), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="statement-{id}.{kind}"'
    return response


def _statements(request: HttpRequest) -> QuerySet[Statement]:
    """Those that the reader may see, with all that a page shows."""
    seen = Article.objects.visible_to(request.user)
    statements = (
        Statement.objects.filter(article__in=seen).with_parts().prefetch_related("parties__actor__names")
    )
    return statements.prefetch_related("event__participants__actor")


def _other_versions(statement: Statement, user) -> list[Statement]:
    """The same utterance as other articles quote it; no query where nobody else does."""
    if not statement.group_id:
        return []
    others = statement.versions().visible_to(user).exclude(pk=statement.pk)
    return list(others.select_related("article__outlet").prefetch_related("parties__actor"))


def _gone(request: HttpRequest, statement: Statement) -> HttpResponse:
    return render(request, "statement_gone.html", {"statement": statement}, status=410)


def _cited(request: HttpRequest, statement: Statement) -> Cited:
    address = request.build_absolute_uri(statement.get_absolute_url())
    return Cited(statement, address, timezone.localdate())


def _share(cited: Cited) -> dict[str, str]:
    """What is shared: the words, who said them, where and when they were published, and the address; the words alone."""
    who = "، ".join(cited.speakers)
    words = f"«{cited.words}»" if cited.marks else cited.words
    text = _("%(words)s — %(who)s") % {"words": words, "who": who} if who else words
    text = f"{text} ({cited.paraphrased})" if cited.paraphrased else text
    source = _("، ").join(filter(None, (cited.outlet, write_day(cited.day) if cited.day else "")))
    text = "\n".join(filter(None, (text, source, cited.unreviewed)))
    return {"words": words, "text": text, "address": cited.address, "message": f"{text}\n{cited.address}"}


def _place_in_article(statement: Statement) -> dict:
    """Its number among the article's statements, how many there are, and the two beside it (ids or None)."""
    standing = statement.article.statements.standing().order_by("start", "id")
    ids = [None, *standing.values_list("pk", flat=True), None]
    at = ids.index(statement.pk)
    return {"number": at, "statement_count": len(ids) - 2, "previous": ids[at - 1], "next": ids[at + 1]}
