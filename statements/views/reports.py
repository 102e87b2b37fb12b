"""Telling the editors of an error: a form without an account."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from statements.models import ErrorReport
from statements.pages import reporting_errors


class ReportForm(forms.ModelForm):
    # Nobody sees this field; programs that fill in all fields fill it in as well.
    website = forms.CharField(required=False, label=_("اترك هذا الحقل فارغًا"))
    page = forms.CharField(
        label=_("الصفحة"),
        max_length=1000,
        error_messages={"required": _("اكتب عنوان الصفحة التي فيها الخطأ.")},
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url"}),
    )

    class Meta:
        model = ErrorReport
        fields = ["what", "told", "page", "email"]
        labels = {"email": _("بريدك، إن أردت جوابًا (اختياري)")}
        widgets = {
            "what": forms.RadioSelect,
            "told": forms.Textarea(attrs={"rows": 5, "maxlength": 2000, "dir": "auto"}),
            "email": forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "email"}),
        }
        error_messages = {
            "what": {"required": _("اختر ما الخطأ.")},
            "told": {"max_length": _("ما كتبته طويل: اكتبه في ألفي حرف على الأكثر.")},
            "email": {"invalid": _("ليس هذا بريدًا إلكترونيًا صحيحًا: اكتبه كاملًا، مثل name@example.org.")},
        }

    def __init__(self, *args, host: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.host = host
        self.fields["what"].choices = ErrorReport.What.choices  # without an empty one

    def clean_page(self) -> str:
        page, self.instance.statement = reporting_errors.page_meant(self.cleaned_data["page"], self.host)
        if not page:
            raise forms.ValidationError(
                _("ليست هذه صفحة من الأرشيف: انسخ عنوانها من المتصفح، مثل /statements/12/.")
            )
        return page

    def clean(self) -> dict:
        """Something is told: of «other» and «missing» the choice alone says nothing."""
        bare = {ErrorReport.What.OTHER, ErrorReport.What.MISSING}
        if self.cleaned_data.get("what") in bare and not self.cleaned_data.get("told"):
            self.add_error("told", _("اكتب ما الخطأ وما الصواب."))
        return self.cleaned_data


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form, with the page in ?page= (GET); what became of the report (POST)."""
    asked = {"page": request.GET.get("page", "")[:1000]}
    form = ReportForm(request.POST or None, initial=asked, host=request.get_host())
    context = {"form": form, "stamp": reporting_errors.stamp(request.POST.get("stamp", "")), "done": False}
    if request.method == "POST" and form.is_valid():
        context["done"] = _take(request, form)
    return render(request, "report.html", context, status=400 if form.errors else 200)


def _take(request: HttpRequest, form: ReportForm) -> bool:
    """Store the report; one by a program is thanked for and forgotten."""
    if form.cleaned_data["website"]:
        return True
    try:
        form.instance.sender = reporting_errors.check(request, request.POST.get("stamp", ""))
    except reporting_errors.NotTaken as problem:
        form.add_error(None, str(problem))
        return False
    form.save()
    return True
