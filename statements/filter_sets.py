"""The parameters of a search, and what they mean together."""

from functools import cached_property

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, Filter, FilterSet, ModelChoiceFilter

from statements.filter_fields import ActorsField, DayField, QueryField
from statements.models import Article, Event, Outlet, Statement
from statements.query_fields import FieldRead, read_field
from statements.search import Query, read_query
from statements.search.criteria import Criteria

NOT_LISTED = {"invalid_choice": _("«\u2068%(value)s\u2069» ليس من القائمة: اختر منها.")}


class QueryFilter(Filter):
    field_class = QueryField


class ActorsFilter(Filter):
    field_class = ActorsField


class DayFilter(Filter):
    field_class = DayField


def _outlets(_request) -> QuerySet[Outlet]:
    """Outlets of published articles."""
    return Outlet.objects.filter(Exists(Article.objects.published().filter(outlet=OuterRef("pk"))))


class SearchForm(forms.Form):
    """What concerns several fields."""

    def clean(self) -> None:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("until")
        if first and last and last < first:
            self.add_error("until", _("تاريخ النهاية قبل تاريخ البداية."))
        if self.cleaned_data.get("match") == "exact" and self.cleaned_data.get("q"):
            self.cleaned_data["q"] = read_query(self.data["q"], exact=True)


class SearchFilters(FilterSet):
    """The parameters of a search. What they mean together is `criteria`, not a chain of querysets."""

    q = QueryFilter(label=_("كلمات البحث"))
    speaker = ActorsFilter(label=_("المتحدث"))
    to = ActorsFilter(label=_("المخاطَب"))
    event = ChoiceFilter(
        label=_("المناسبة"),
        choices=Event.Type.choices,
        empty_label=_("كل المناسبات"),
        error_messages=NOT_LISTED,
    )
    kind = ChoiceFilter(
        label=_("نوع النقل"),
        choices=Statement.Kind.choices,
        empty_label=_("كل الأنواع"),
        error_messages=NOT_LISTED,
    )
    outlet = ModelChoiceFilter(
        label=_("جهة النشر"),
        queryset=_outlets,
        to_field_name="slug",
        empty_label=_("كل جهات النشر"),
        error_messages=NOT_LISTED,
    )
    # `from` is a keyword of Python: it cannot be written as a name.
    locals()["from"] = DayFilter(label=_("من تاريخ"))
    until = DayFilter(label=_("إلى تاريخ"), last=True)
    match = ChoiceFilter(
        label=_("المطابقة"),
        choices=[("exact", _("حرفًا حرفًا كما كُتبت"))],
        empty_label=_("بكل صيغ الكلمة"),
        error_messages=NOT_LISTED,
    )
    sort = ChoiceFilter(
        label=_("الترتيب"),
        choices=[("relevance", _("الأقرب إلى البحث")), ("newest", _("الأحدث أولًا"))],
        error_messages=NOT_LISTED,
    )
    what = ChoiceFilter(
        label=_("البحث في"),
        choices=[("statements", _("التصريحات")), ("articles", _("المقالات"))],
        error_messages=NOT_LISTED,
    )

    @cached_property
    def fields_read(self) -> list[FieldRead]:
        """What the fields of the query («المتحدث:فلان») were read as."""
        query = self.form.cleaned_data.get("q") if self.is_valid() else None
        return [read_field(field) for field in query.fields] if query else []

    def criteria(self, what: str) -> Criteria:
        """What the parameters ask for: nothing where one of them cannot be understood."""
        if self.errors:
            return Criteria(what=what, nothing=True)
        given = {name: value for name, value in self.form.cleaned_data.items() if value}
        return Criteria(
            what=what,
            query=given.get("q", Query()),
            speaker=tuple(actor.pk for actor in given.get("speaker", ())),
            addressee=tuple(actor.pk for actor in given.get("to", ())),
            outlet=given["outlet"].pk if "outlet" in given else None,
            event=given.get("event", ""),
            kind=given.get("kind", ""),
            since=given.get("from"),
            until=given.get("until"),
            narrowed=tuple(read.narrowing for read in self.fields_read if read.narrowing),
            by_relevance=given.get("sort", "relevance") == "relevance",
        )


class StatementFilters(SearchFilters):
    class Meta:
        model = Statement
        form = SearchForm
        fields: list[str] = []


class ArticleFilters(SearchFilters):
    """Speaker, addressee, event and kind ask for articles with such a statement in them."""

    class Meta:
        model = Article
        form = SearchForm
        fields: list[str] = []
