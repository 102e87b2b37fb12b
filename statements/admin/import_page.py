"""The page of an import: how far it is, what became of every file and article, and what to do then."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements import importing_again
from statements.admin.progress import in_work
from statements.documents.columns import likely_columns, recognised_columns
from statements.models import Article, Import, ImportFile, ImportResult, SourceFile, having_kin, kin_of_each

ROWS = 100  # results a page
KIN = 5  # other imports of the same files
Outcome, State = ImportResult.Outcome, ImportFile.State


class ColumnsForm(forms.Form):
    """Which column of a table holds what of an article; those it was read with, else the likely ones, are offered."""

    text = forms.ChoiceField(label=gettext_lazy("نص المقال"))
    title = forms.ChoiceField(label=gettext_lazy("العنوان"), required=False)
    author = forms.ChoiceField(label=gettext_lazy("الكاتب"), required=False)
    outlet = forms.ChoiceField(label=gettext_lazy("جهة النشر"), required=False)
    date = forms.ChoiceField(label=gettext_lazy("تاريخ النشر"), required=False)
    url = forms.ChoiceField(label=gettext_lazy("الرابط"), required=False)

    def __init__(self, file: ImportFile, data=None):
        recognise = recognised_columns if file.state == State.DONE else likely_columns
        used = file.columns or recognise(file.known_columns, file.samples)
        super().__init__(data, initial=used, auto_id=f"file-{file.pk}-%s")
        choices = [(column, column) for column in file.known_columns]
        for name, field in self.fields.items():
            field.choices = [("", _("اختر العمود") if name == "text" else _("لا يوجد")), *choices]

        self.without_title = file.state == State.DONE and "title" not in used

    def columns(self) -> dict[str, str]:
        """Field of an article -> column, of those that were chosen."""
        return {field: column for field, column in self.cleaned_data.items() if column}


def show(model_admin: ModelAdmin, request: HttpRequest, imported: Import) -> HttpResponse:
    """How far the import is; the results, a hundred a page, those of one outcome where asked."""
    outcome = request.GET.get("outcome", "")
    results = ImportResult.objects.of(imported)
    if outcome in Outcome.values:
        results = results.filter(outcome=outcome)
    counts = imported.counts()
    extracting = in_work(_articles(imported)).count()
    told_of_day = (
        ImportResult.objects.filter(file__imported=imported, outcome=Outcome.STORED)
        .exclude(reason="")
        .count()
    )
    page = Paginator(results, ROWS).get_page(request.GET.get("page"))
    kin = kin_of_each(result.article for result in page if result.article)
    context = model_admin.admin_site.each_context(request) | {
        "title": str(imported),
        "opts": model_admin.opts,
        "imported": imported,
        "counts": counts,
        "busy": counts["unread"] > 0,
        "read_files": counts["files"] - counts["unread"],
        "missing": counts["expected"] - counts["files"],
        "by_command": imported.origin == Import.Origin.COMMAND,
        "extracting": extracting,
        "extracted": counts["stored"] - extracting,
        "troubled": _troubled(imported),
        "held_up": imported.files.filter(state=State.WAITING).exclude(error="").exists(),
        "kin": imported.kin()[:KIN],
        "page": page,
        "rows": [(result, kin.get(result.article_id, [])) for result in page],
        "doubled": having_kin(_articles(imported)).count(),
        "outcome": outcome,
        "undated": 0 if imported.date else told_of_day,
        "redated": told_of_day if imported.date else 0,
        "left_out": (imported.title or imported.url) and counts["stored"] + counts["already_there"] > 1,
        "only": _only_article(counts, page),
    }
    return render(request, "admin/desk/import.html", context)


def read_again(request: HttpRequest, imported: Import, file_id: int) -> HttpResponse:
    """Read a file that failed again, or a table with the columns the editor chose, for the first time or anew."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not request.user.has_perm("statements.add_article"):
        raise PermissionDenied
    file = get_object_or_404(_waiting_for_editor(imported), pk=file_id)
    columns = file.columns
    if file.known_columns:
        form = ColumnsForm(file, request.POST)
        if not form.is_valid():
            messages.error(request, _("اختر العمود الذي فيه نص المقال."))
            return redirect(imported)
        columns = form.columns()
    left = importing_again.read_again(file, columns)
    messages.success(request, _("أُعيد الملف إلى القراءة."))
    if left:
        messages.warning(request, _told_left(left))
    return redirect(imported)


def _told_left(count: int) -> str:
    return ngettext(
        "بقي مقال من القراءة السابقة لأنه نُشر أو روجع أو جاء في إدخال آخر: احذفه بنفسك إن كان خطأ.",
        "بقي %(n)d مقالًا من القراءة السابقة لأنها نُشرت أو روجعت أو جاءت في إدخال آخر: احذفها بنفسك إن كانت خطأ.",
        count,
    ) % {"n": count}


def _waiting_for_editor(imported: Import) -> QuerySet[ImportFile]:
    """What failed, tables whose columns an editor is to name, and then those whose columns he may think of anew."""
    files = imported.files.defer("content").order_by(Case(When(state=State.DONE, then=1), default=0), "pk")
    kept = Exists(SourceFile.objects.filter(sha256=OuterRef("sha256"))) | Q(content__isnull=False)
    tables = Q(state=State.DONE) & ~Q(known_columns=[]) & kept
    return files.filter(Q(state__in=[State.FAILED, State.UNCLEAR]) | tables)


def _articles(imported: Import) -> QuerySet[Article]:
    stored = ImportResult.objects.filter(file__imported=imported, outcome=Outcome.STORED)
    return Article.objects.filter(pk__in=stored.values("article"))


def _troubled(imported: Import) -> list[tuple[ImportFile, ColumnsForm | None]]:
    """Files that wait for an editor, or would if he thought again; tables with their form."""
    files = _waiting_for_editor(imported)[:ROWS]
    return [(file, ColumnsForm(file) if file.known_columns else None) for file in files]


def _only_article(counts: dict[str, int], page) -> Article | None:
    """The article of an import that has one, for the way on to its review."""
    results = list(page)
    return results[0].article if len(results) == 1 and counts["unread"] == 0 else None
