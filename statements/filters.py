"""The one place where a query string becomes a query; pages, feeds and exports share it.

    results = search(request.GET)          # ?what=statements (default) or articles picks the kind of rows
    results.what                           # "statements" | "articles"
    results.form                           # a bound form: q, speaker, to, event, kind, outlet, from, until, sort, what
    results.form.errors                    # per field, in Arabic; the other fields still apply
    results.ready                          # False: no index yet, say «البحث قيد الإعداد» (total is 0)
    results.is_asked                       # whether anything was typed or filtered at all
    results.total                          # exact
    results.page(request.GET.get("page"))  # a django.core.paginator.Page; any nonsense is page 1 or the last
    results.page(…).paginator              # count, num_pages, get_elided_page_range
    results.rows()                         # all of them, streamed, for feeds and exports
    results.speaker, .addressee, .outlet   # the Actor or Outlet filtered by, or None
    results.facets                         # [Facet(name, label, choices=[Choice(value, label, count, chosen)])]
    results.years                          # [(2021, 13), …]: newest first; a year is from=2021&until=2021

Rows are published Statements (`with_parts`) with `.highlighted`, their content as safe HTML with <mark>;
or published Articles with `.highlighted_title` and `.highlighted`, an excerpt around the first matches.
The index says which and in what order; the rows come from PostgreSQL, so nothing unpublished is ever shown.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet, ModelChoiceFilter

from statements.extraction.normalize import fold
from statements.models import Actor, Article, Event, Outlet, Statement
from statements.search import excerpt, highlight, read_query
from statements.search.searching import Criteria, Found

PAGE = 20
_BATCH = 500  # rows fetched at a time by rows()


class DayField(forms.DateField):
    """A day as people write it: 2021-05-12, 12/5/2021, in any digits; or a whole year."""

    # The dates are isolated: between Arabic words they would be read from the right, day for year.
    default_error_messages = {
        "invalid": _("اكتب تاريخاً مثل \u20662021-05-12\u2069 أو \u206612/05/2021\u2069.")
    }
    _YEAR = re.compile(r"\d{4}")

    def __init__(self, *, whole_year: tuple[int, int], **kwargs):
        """`whole_year`: the month and day that a bare year stands for."""
        self.whole_year = whole_year
        formats = [f"{day}" for day in ("%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")]
        super().__init__(input_formats=formats, widget=DayInput, **kwargs)

    def to_python(self, value) -> datetime.date | None:
        typed = fold(value).strip() if isinstance(value, str) else value
        if isinstance(typed, str) and self._YEAR.fullmatch(typed) and int(typed):
            return datetime.date(int(typed), *self.whole_year)
        return super().to_python(typed)


class DayInput(forms.DateInput):
    """A browser's date field, which shows nothing but yyyy-mm-dd; what was typed otherwise is turned into it."""

    input_type = "date"

    def format_value(self, value) -> str | None:
        try:
            day = DayField(whole_year=(1, 1), required=False).to_python(value)
        except ValidationError:
            return None
        return day.isoformat() if day else None


class ActorField(forms.CharField):
    """An actor that the public sees, by slug or by a name that only one of them carries."""

    default_error_messages = {
        "unknown": _("لا أحد في الأرشيف بهذا الاسم."),
        "ambiguous": _("أكثر من جهة تحمل هذا الاسم، فاختر من القائمة."),
    }

    def clean(self, value) -> Actor | None:
        typed = super().clean(value)
        if not typed:
            return None
        actors = Actor.objects.published()
        found = actors.filter(slug=typed)[:1] or actors.named(fold(typed))[:2]
        if len(found) != 1:
            raise ValidationError(self.error_messages["ambiguous" if found else "unknown"])
        return found[0]


class ActorFilter(Filter):
    field_class = ActorField


class DayFilter(Filter):
    field_class = DayField


def _outlets(_request) -> QuerySet[Outlet]:
    """Outlets of published articles."""
    return Outlet.objects.filter(Exists(Article.objects.published().filter(outlet=OuterRef("pk"))))


class SearchFilters(FilterSet):
    """The parameters of a search. What they mean together is `criteria`, not a chain of querysets."""

    q = CharFilter(label=_("كلمات البحث"), max_length=500)
    speaker = ActorFilter(label=_("المتحدث"))
    to = ActorFilter(label=_("المخاطَب"))
    event = ChoiceFilter(label=_("المناسبة"), choices=Event.Type.choices, empty_label=_("كل المناسبات"))
    kind = ChoiceFilter(label=_("نوع الاقتباس"), choices=Statement.Kind.choices, empty_label=_("كل الأنواع"))
    outlet = ModelChoiceFilter(
        label=_("جهة النشر"), queryset=_outlets, to_field_name="slug", empty_label=_("كل جهات النشر")
    )
    # `from` is a keyword of Python: it cannot be written as a name.
    locals()["from"] = DayFilter(label=_("من تاريخ"), whole_year=(1, 1))
    until = DayFilter(label=_("إلى تاريخ"), whole_year=(12, 31))
    sort = ChoiceFilter(
        label=_("الترتيب"),
        choices=[("newest", _("الأحدث أولاً")), ("relevance", _("الأقرب إلى البحث"))],
        empty_label=None,
    )
    what = ChoiceFilter(
        label=_("البحث في"),
        choices=[("statements", _("التصريحات")), ("articles", _("المقالات"))],
        empty_label=None,
    )

    def criteria(self, what: str) -> Criteria:
        """What the valid parameters ask for; an invalid one is left out."""
        self.errors  # noqa: B018  validates
        given = {name: value for name, value in self.form.cleaned_data.items() if value}
        ids = {name: given[name].pk for name in ("speaker", "outlet") if name in given}
        return Criteria(
            what=what,
            query=read_query(given.get("q", "")),
            addressee=given["to"].pk if "to" in given else None,
            event=given.get("event", ""),
            kind=given.get("kind", ""),
            since=given.get("from"),
            until=given.get("until"),
            by_relevance=given.get("sort") == "relevance",
            **ids,
        )


class StatementFilters(SearchFilters):
    class Meta:
        model = Statement
        fields: list[str] = []


class ArticleFilters(SearchFilters):
    """Speaker, addressee, event and kind ask for articles with such a statement in them."""

    class Meta:
        model = Article
        fields: list[str] = []


@dataclass(frozen=True)
class Choice:
    """One value of a facet, as it stands in the address, and how many of the results have it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A parameter of the search by which the results can be narrowed further."""

    name: str
    label: str
    choices: list[Choice]


class Results:
    """The results of one search; made by `search`. Nothing is asked before it is looked at."""

    what: str
    filters: type[SearchFilters]

    def __init__(self, data: Mapping):
        self.filterset = self.filters(data)
        self.criteria = self.filterset.criteria(self.what.removesuffix("s"))

    @property
    def form(self) -> forms.Form:
        return self.filterset.form

    @cached_property
    def found(self) -> Found:
        return Found(self.criteria)

    @property
    def ready(self) -> bool:
        return self.found.ready

    @property
    def total(self) -> int:
        return self.found.total

    @property
    def is_asked(self) -> bool:
        """Whether anything was typed or filtered, be it nonsense."""
        return any(
            self.filterset.data.get(name) for name in self.filterset.filters if name not in ("sort", "what")
        )

    @property
    def speaker(self) -> Actor | None:
        return self.form.cleaned_data.get("speaker")

    @property
    def addressee(self) -> Actor | None:
        return self.form.cleaned_data.get("to")

    @property
    def outlet(self) -> Outlet | None:
        return self.form.cleaned_data.get("outlet")

    @cached_property
    def facets(self) -> list[Facet]:
        """By what these results can be narrowed, commonest values first; counts are exact."""
        speakers, addressees = self.found.counts("speaker"), self.found.counts("addressee")
        actors = _names(Actor.objects.published(), {*speakers, *addressees})
        outlets = self.found.counts("outlet")
        return [
            self._facet("speaker", "speaker", speakers, actors),
            self._facet("to", "addressee", addressees, actors),
            self._facet("event", "event", self.found.counts("event"), _labels(Event.Type)),
            self._facet("kind", "kind", self.found.counts("kind"), _labels(Statement.Kind)),
            self._facet("outlet", "outlet", outlets, _names(Outlet.objects.all(), outlets)),
        ]

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """The years of the results with how many fall into each, newest first."""
        return sorted(self.found.counts("year", most=200).items(), reverse=True)

    def _facet(self, name: str, field: str, counts: dict, names: "Names") -> Facet:
        chosen = getattr(self.criteria, field)
        choices = [Choice(*names[key], count, key == chosen) for key, count in counts.items() if key in names]
        return Facet(name, str(self.form.fields[name].label), choices)

    def page(self, number: str | int | None = 1, size: int = PAGE) -> Page:
        """Page `number`; what is no number is page 1, what is beyond the end the last page."""
        return Paginator(_Slices(self), size).get_page(number)

    def rows(self) -> Iterator[Statement | Article]:
        """All rows in order, fetched in batches."""
        ids = self.found.ids()
        for at in range(0, len(ids), _BATCH):
            yield from self.fetch(ids[at : at + _BATCH])

    def fetch(self, ids: list[int]) -> list[Statement | Article]:
        """The rows with these ids that the public sees, in this order, with their marks."""
        rows = self.queryset().in_bulk(ids)
        found = [rows[pk] for pk in ids if pk in rows]
        for row in found:
            self.mark(row)
        return found

    def queryset(self) -> QuerySet:
        raise NotImplementedError

    def mark(self, row) -> None:
        raise NotImplementedError


class StatementSearch(Results):
    what = "statements"
    filters = StatementFilters

    def queryset(self) -> QuerySet[Statement]:
        return Statement.objects.published().with_parts()

    def mark(self, row: Statement) -> None:
        row.highlighted = highlight(self.criteria.query, row.content)


class ArticleSearch(Results):
    what = "articles"
    filters = ArticleFilters

    def queryset(self) -> QuerySet[Article]:
        return Article.objects.published().select_related("outlet")

    def mark(self, row: Article) -> None:
        row.highlighted_title = highlight(self.criteria.query, str(row))
        row.highlighted = excerpt(self.criteria.query, row.text)


def search(data: Mapping) -> Results:
    """The results that a query string (request.GET) asks for."""
    return ArticleSearch(data) if data.get("what") == "articles" else StatementSearch(data)


Names = dict[int | str, tuple[str, str]]  # a value of the index: as it stands in addresses, as it is shown


def _names(rows: QuerySet, ids: Iterable[int]) -> Names:
    return {pk: (slug, name) for pk, slug, name in rows.filter(pk__in=ids).values_list("pk", "slug", "name")}


def _labels(choices: type[TextChoices]) -> Names:
    return {value: (value, str(label)) for value, label in choices.choices}


class _Slices:
    """Results as the sequence that Django's Paginator takes slices of."""

    ordered = True

    def __init__(self, results: Results):
        self.results = results

    def count(self) -> int:
        return self.results.total

    def __len__(self) -> int:
        return self.results.total

    def __getitem__(self, part: slice) -> list:
        return self.results.fetch(self.results.found.ids(part.start, part.stop - part.start))
