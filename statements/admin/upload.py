"""Upload: files chosen, dropped or pasted become articles; every file gets an answer of its own."""

from dataclasses import asdict, dataclass

from django import forms
from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from statements import intake
from statements.admin.fields import PastDayField, WebAddressField
from statements.documents import MAX_TABLE_BYTES
from statements.models import Outlet

SESSION_KEY = "statements.upload"
OUTCOMES = (intake.STORED, intake.ALREADY_THERE, intake.REFUSED)
ACCEPTED = (
    ".txt,.html,.htm,.mhtml,.mht,.docx,.pdf,.csv,.tsv,.xlsx,.jsonl,.ndjson,.xml,.rss,.atom,.zip,text/plain"
)
KNOWN_OUTLETS = 500  # offered while typing; an archive has fewer


class FilesWidget(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of uploaded files, as a list; empty ones and wrong ones are answered one by one later."""

    widget = FilesWidget(attrs={"accept": ACCEPTED})

    def __init__(self, **kwargs):
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data, initial=None) -> list:
        return [super(FilesField, self).clean(file) for file in data or []]

    def to_python(self, data):
        return data


class UploadForm(forms.Form):
    files = FilesField(label=_("ملفات المقالات"), required=False)
    text = forms.CharField(
        label=_("أو الصق نص مقال"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    outlet = forms.CharField(
        label=_("جهة النشر"),
        required=False,
        max_length=Outlet._meta.get_field("name").max_length,
        help_text=_("من نشر المقالات، مثل وكالة أو صحيفة. يُضاف الاسم الجديد إلى القائمة."),
        widget=forms.TextInput(attrs={"list": "known-outlets", "autocomplete": "off"}),
    )
    date = PastDayField(
        label=_("تاريخ النشر"),
        required=False,
        help_text=_("به يُعرف يوم كل تصريح: «أمس» و«الأربعاء الماضي» تُحسب منه."),
    )
    title = forms.CharField(
        label=_("العنوان"),
        required=False,
        max_length=500,
        help_text=_("لمقال واحد فقط. إن تُرك فارغًا أُخذ من أول النص حيث يتضح."),
    )
    url = WebAddressField(label=_("الرابط"), required=False, help_text=_("لمقال واحد فقط."))

    def clean(self) -> dict:
        cleaned = super().clean()
        empty = not cleaned.get("files") and not cleaned.get("text", "").strip()
        if empty and "files" not in self.errors and "text" not in self.errors:
            raise forms.ValidationError(_("لا شيء لرفعه: اختر ملفًا أو الصق نصًا."), code="empty")
        return cleaned


@dataclass(frozen=True, slots=True)
class Answer:
    """What the result page says of one file; plain values, for the session."""

    name: str
    outcome: str
    reason: str = ""
    article: int | None = None
    title: str = ""


def upload(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The form; once sent, an answer for every file on the page that follows."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _form_page(model_admin, request, UploadForm())
    if not form.is_valid():
        return _refuse(model_admin, request, form)
    request.session[SESSION_KEY] = _take_in(model_admin, form, request)
    done = reverse("admin:statements_article_upload_result")
    return JsonResponse({"next": done}) if _from_script(request) else redirect(done)


def result(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """What became of the files of the last upload, one by one."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    if SESSION_KEY not in request.session:
        return redirect("admin:statements_article_upload")
    stored = request.session[SESSION_KEY]
    answers = stored["answers"]
    outcomes = [answer["outcome"] for answer in answers]
    counts = {outcome: outcomes.count(outcome) for outcome in OUTCOMES}
    only = answers[0]["article"] if len(answers) == 1 else None
    page = {"title": _("نتيجة الرفع"), "only": only, "opts": model_admin.opts}
    context = model_admin.admin_site.each_context(request) | stored | counts | page
    return render(request, "admin/desk/upload_result.html", context)


def _take_in(model_admin: ModelAdmin, form: UploadForm, request: HttpRequest) -> dict:
    data = form.cleaned_data
    files = list(data["files"])
    if data["text"].strip():
        files.append(intake.pasted(data["text"]))
    metadata = intake.Metadata(outlet=data["outlet"], date=data["date"], title=data["title"], url=data["url"])
    results = intake.take_in(files, metadata=metadata, by=request.user)
    for result in results:
        if result.outcome == intake.STORED:
            model_admin.log_addition(request, result.article, _("رُفع"))
    left_out = len(files) > 1 and bool(data["title"] or data["url"])
    return {"answers": [asdict(_answer(result)) for result in results], "left_out": left_out}


def _answer(result: intake.Result) -> Answer:
    article = result.article
    return Answer(
        name=result.name,
        outcome=result.outcome,
        reason=result.reason,
        article=article and article.pk,
        title=str(article) if article else "",
    )


def _refuse(model_admin: ModelAdmin, request: HttpRequest, form: UploadForm) -> HttpResponse:
    if _from_script(request):  # the page stays as it is, the chosen files with it
        errors = {field: [str(error) for error in errors] for field, errors in form.errors.items()}
        return JsonResponse({"errors": errors}, status=422)
    return _form_page(model_admin, request, form, status=422)


def _form_page(model_admin, request: HttpRequest, form: UploadForm, status: int = 200) -> HttpResponse:
    context = model_admin.admin_site.each_context(request) | {
        "title": _("رفع مقالات"),
        "opts": model_admin.opts,
        "form": form,
        "files_lost": form.is_bound and bool(request.FILES),
        "outlets": Outlet.objects.values_list("name", flat=True)[:KNOWN_OUTLETS],
        "max_bytes": MAX_TABLE_BYTES,
        "max_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "max_text": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
    }
    return render(request, "admin/desk/upload.html", context, status=status)


def _from_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"
