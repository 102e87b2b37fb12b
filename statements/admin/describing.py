"""Outlet, day of publication and state of several articles at once."""

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin, helpers
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from statements.admin import publishing
from statements.admin.fields import OutletField, PublicationDayField
from statements.admin.versions import version
from statements.models import Article, having_kin
from statements.publications import find_outlet

DRAFT, PUBLISHED = Article.State.DRAFT, Article.State.PUBLISHED
SHOWN = 20  # articles named on the page


class DescribeForm(forms.Form):
    """What to change; an empty field leaves that of every article as it is."""

    outlet = OutletField(help_text=_("إن تُركت فارغة بقيت جهة كل مقال كما هي."))
    date = PublicationDayField(help_text=_("إن تُرك فارغًا بقي تاريخ كل مقال كما هو."))
    state = forms.ChoiceField(
        label=_("الحالة"),
        required=False,
        choices=[
            ("", _("تبقى حالة كل مقال كما هي")),
            (DRAFT.value, DRAFT.label),
            (PUBLISHED.value, PUBLISHED.label),
        ],
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(
                _("لم تكتب شيئًا لتغييره: اكتب جهة النشر أو تاريخه، أو اختر الحالة."), code="empty"
            )
        return cleaned


def describe_many(model_admin: ModelAdmin, request: HttpRequest, articles: QuerySet[Article]):
    """The page that asks what to change; once sent, the change. None leads back to the list."""
    form = DescribeForm(request.POST if "apply" in request.POST else None)
    if not model_admin.has_publish_permission(request):
        del form.fields["state"]
    if not form.is_bound or not form.is_valid():
        return _page(model_admin, request, articles, form)
    chosen = list(articles.values_list("pk", flat=True))  # a filter of the list may not find them any more
    count = _change(Article.objects.filter(pk__in=chosen), form.cleaned_data)
    told = ngettext("غُيّرت بيانات مقال واحد.", "غُيّرت بيانات %(n)d مقالًا.", count)
    model_admin.message_user(request, told % {"n": count}, messages.SUCCESS if count else messages.INFO)
    if form.cleaned_data.get("state") == PUBLISHED:
        publishing.tell_lacks(request, Article.objects.published().filter(pk__in=chosen))
    return None


@transaction.atomic
def _change(articles: QuerySet[Article], said: dict) -> int:
    """To how many articles something changed; the history of each tells what."""
    outlet, changed = find_outlet(said["outlet"]), 0
    for article in Article.objects.filter(pk__in=articles.values("pk")).select_for_update(of=["self"]):
        before = version(article), article.state
        article.outlet = outlet or article.outlet
        article.date = said["date"] or article.date
        _set_state(article, said.get("state", ""))
        if before != (version(article), article.state):
            article.save(update_fields=["outlet", "date"])
            article.statements.filter(Q(event=None) | Q(event__day=None)).update(day=article.date)
            changed += 1
    return changed


def _set_state(article: Article, state: str) -> None:
    if state == PUBLISHED:
        if not article.publication_of_id:  # what is another publication is not shown on its own
            article.publish()
    elif state and article.is_published:
        article.unpublish()


def _page(model_admin, request: HttpRequest, articles: QuerySet[Article], form: DescribeForm) -> HttpResponse:
    context = model_admin.admin_site.each_context(request) | {
        "title": _("تغيير بيانات مقالات"),
        "opts": model_admin.opts,
        "form": form,
        "count": articles.count(),
        "articles": articles[:SHOWN],
        "doubled": having_kin(articles.exclude(state=PUBLISHED)).count(),
        "chosen": request.POST.getlist(helpers.ACTION_CHECKBOX_NAME),
        "across": request.POST.get("select_across", "0"),
        "checkbox": helpers.ACTION_CHECKBOX_NAME,
    }
    return render(request, "admin/desk/describe_many.html", context, status=422 if form.errors else 200)
