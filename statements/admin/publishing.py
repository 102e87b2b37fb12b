"""What published articles still lack, said to whoever published them: review, an outlet, a day."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import ngettext

from statements.models import Article, Statement


def tell_lacks(request: HttpRequest, articles: QuerySet[Article]) -> None:
    """One warning of all that `articles`, now published, lack; none where they lack nothing."""
    if told := lacks(articles):
        messages.warning(request, " ".join(told))


def lacks(articles: QuerySet[Article]) -> list[str]:
    """A sentence each: statements no editor reviewed, articles without outlet, articles without a day."""
    unchecked = Statement.objects.filter(article__in=articles, state=Statement.State.MACHINE).count()
    without_outlet = articles.filter(outlet=None).count()
    without_day = articles.filter(date=None).count()
    counted = [
        (
            unchecked,
            ngettext(
                "تصريح واحد لم يراجعه محرر يظهر للقراء بعلامة «استخراج آلي».",
                "%(n)d تصريحًا لم يراجعها محرر تظهر للقراء بعلامة «استخراج آلي».",
                unchecked,
            ),
        ),
        (
            without_outlet,
            ngettext("مقال واحد نُشر بلا جهة نشر.", "%(n)d مقالًا نُشرت بلا جهة نشر.", without_outlet),
        ),
        (
            without_day,
            ngettext("مقال واحد نُشر بلا تاريخ نشر.", "%(n)d مقالًا نُشرت بلا تاريخ نشر.", without_day),
        ),
    ]
    return [told % {"n": count} for count, told in counted if count]
