"""Upload: files chosen, dropped or pasted are received at once; a worker reads them, and the import tells."""

from django import forms
from django.conf import settings
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from statements import importing
from statements.admin.fields import OutletField, PublicationDayField, WebAddressField
from statements.documents import MAX_BYTES, MAX_TABLE_BYTES, TooLarge
from statements.documents.kinds import may_hold_many
from statements.editing import roles
from statements.models import Import
from statements.publications import Metadata

NOT_YOURS = _("في هذا الملف مقالات كثيرة، وإدخالها لرئيس التحرير: أرسله إليه، أو ارفع المقالات ملفًا ملفًا.")
LAST = "statements.upload.last"  # what was said of the last upload, offered again
ACCEPTED = ".txt,.html,.htm,.mhtml,.mht,.docx,.pdf,.csv,.tsv,.xlsx,.jsonl,.ndjson,.json,.xml,.rss,.atom,.zip,text/plain"


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
    outlet = OutletField(
        help_text=_(
            "من نشر المقالات، مثل وكالة أو صحيفة. يُضاف الاسم الجديد إلى القائمة. إن كُتبت فهي لكل المقالات ولو ذكر ملفٌ غيرها؛ وإن تُركت فارغة أُخذت من كل ملف."
        )
    )
    date = PublicationDayField(
        help_text=_(
            "به يُعرف يوم كل تصريح: «أمس» و«الأربعاء الماضي» تُحسب منه. إن كُتب فهو لكل المقالات ولو ذكر ملفٌ غيره؛ وإن تُرك فارغًا أُخذ من كل ملف."
        )
    )
    title = forms.CharField(
        label=_("العنوان"),
        required=False,
        max_length=500,
        help_text=_("لمقال واحد فقط. إن تُرك فارغًا أُخذ من الملف حيث يتضح."),
    )
    url = WebAddressField(label=_("الرابط"), required=False, help_text=_("لمقال واحد فقط."))
    coming = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput())  # files, by script

    def clean(self) -> dict:
        cleaned = super().clean()
        given = cleaned.get("files") or cleaned.get("text", "").strip() or cleaned.get("coming")
        if not given and "files" not in self.errors and "text" not in self.errors:
            raise forms.ValidationError(_("لا شيء لرفعه: اختر ملفًا أو الصق نصًا."), code="empty")
        return cleaned


def upload(model_admin: ModelAdmin, request: HttpRequest) -> HttpResponse:
    """The form; once sent, the page of the import.

    A script sends what was typed first, then each file to `receive_file`, so that every one of them
    is answered for itself and can be sent again.
    """
    _allow(model_admin, request)
    if request.method != "POST":
        again = request.session.get(LAST) if "again" in request.GET else None
        return _form_page(model_admin, request, UploadForm(initial=again))
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refuse(model_admin, request, form)
    imported = _start(form, request)
    request.session[LAST] = {"outlet": form.cleaned_data["outlet"], "date": request.POST.get("date", "")}
    if _from_script(request):
        address = reverse("admin:statements_article_upload_file", args=[imported.pk])
        return JsonResponse({"files": address, "next": imported.get_absolute_url()})
    return redirect(imported)


def receive_file(model_admin: ModelAdmin, request: HttpRequest, import_id: int) -> HttpResponse:
    """One more file of an import that a script began: 201 once it is kept and cannot be lost.

    Of a file that is too large the script sends name and size alone, and 201 says that the refusal is kept.
    """
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    _allow(model_admin, request)
    imported = get_object_or_404(Import, pk=import_id, created_by=request.user)
    file = request.FILES.get("file")
    if file is not None:
        name = request.POST.get("path", "").replace("\x00", "").strip("/") or file.name
        _receive(imported, file, name)
        return JsonResponse({"name": name}, status=201)
    name, size = request.POST.get("name", ""), request.POST.get("size", "")
    if size.isdecimal() and importing.refuse_large(imported, name=name, size=int(size[:18])):
        return JsonResponse({"name": name}, status=201)
    return JsonResponse({"errors": {"__all__": [str(_("لم يصل الملف: أعد المحاولة."))]}}, status=422)


def _allow(model_admin: ModelAdmin, request: HttpRequest) -> None:
    if not model_admin.has_add_permission(request):
        raise PermissionDenied


@transaction.atomic
def _start(form: UploadForm, request: HttpRequest) -> Import:
    data = form.cleaned_data
    said = Metadata(outlet=data["outlet"], date=data["date"], title=data["title"], url=data["url"])
    expected = len(data["files"]) + (data["coming"] or 0) + bool(data["text"].strip())
    imported = importing.start(metadata=said, by=request.user, expected=expected)
    for file in data["files"]:
        _receive(imported, file, file.name)
    if data["text"].strip():
        _receive_bytes(imported, data["text"].encode(), "")
    return imported


def _receive(imported: Import, file: UploadedFile, name: str) -> None:
    """Keep the file under `name`, its path where it lay in a folder; one that is too large is not read."""
    if importing.refuse_large(imported, name=name, size=file.size) is None:
        _receive_bytes(imported, file.read(), name)


def _receive_bytes(imported: Import, content: bytes, name: str) -> None:
    """Keep them to be read; what holds many articles only from somebody who may import."""
    if imported.created_by.has_perm(roles.IMPORT) or not may_hold_many(name, content):
        importing.receive(imported, name=name, content=content)
    else:
        importing.refuse(imported, name=name, size=len(content), reason=str(NOT_YOURS))


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
        "last": _last(request) if not form.initial and not form.is_bound else "",
        "max_bytes": MAX_BYTES,
        "max_table_bytes": MAX_TABLE_BYTES,
        "too_large": str(TooLarge(MAX_BYTES)),
        "table_too_large": str(TooLarge(MAX_TABLE_BYTES)),
        "max_text": settings.DATA_UPLOAD_MAX_MEMORY_SIZE,
    }
    return render(request, "admin/desk/upload.html", context, status=status)


def _last(request: HttpRequest) -> str:
    """What was said of the upload before, in words; filled in by itself it would be said of others by mistake."""
    last = request.session.get(LAST) or {}
    day = parse_date(last.get("date") or "")
    return "، ".join(filter(None, [last.get("outlet"), date_format(day, "j F Y") if day else ""]))


def _from_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"
