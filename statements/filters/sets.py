"""The parameters of a search, and what they mean together."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from django import forms
from django.db.models import Exists, OuterRef
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet

from statements.filters.fields import Named
from statements.filters.kinds import (
    ActorsFilter,
    ChoicesFilter,
    CountriesFilter,
    DayFilter,
    OneOfFilter,
    QueryFilter,
)
from statements.filters.query_fields import FieldRead, read_field
from statements.models import Article, Event, Outlet, Statement
from statements.search import Query, read_query
from statements.search.criteria import Criteria, Narrowing
from statements.search.query import Field
from statements.search.relaxing import relaxed
from statements.search.searching import Found
from statements.senses import SENSES

NOT_LISTED = {"invalid_choice": _("«\u2068%(value)s\u2069» ليس من القائمة: اختر منها.")}
NO_STATE = {"invalid_choice": _("لا دولة باسم «\u2068%(value)s\u2069».")}
WITHOUT = "no_"  # before the name of a parameter: rows that have none of its values


@dataclass(frozen=True)
class Narrows:
    """A parameter that narrows the rows: the fields of the index in which its values stand.

    Of several values a row has one; where `each`, all of them.
    """

    fields: tuple[str, ...]
    each: bool = False


NARROWS = {
    "speaker": Narrows(("speaker",)),
    "to": Narrows(("addressee",)),
    "party": Narrows(("speaker", "addressee"), each=True),
    "country": Narrows(("country",)),
    "to_country": Narrows(("to_country",)),
    "agency": Narrows(("reporter",)),
    "event": Narrows(("event",)),
    "sense": Narrows(("sense",)),
    "kind": Narrows(("kind",)),
    "outlet": Narrows(("outlet",)),
    "reviewed": Narrows(("reviewed",)),
}
ACTORS = ("speaker", "to", "party", "agency")  # those whose values are actors


def _outlets() -> list[tuple[str, str]]:
    """Outlets of published articles."""
    published = Article.objects.published().filter(outlet=OuterRef("pk"))
    return [(outlet.slug, outlet.called) for outlet in Outlet.objects.filter(Exists(published))]


_APART = ("q", "sort", "what")  # have a place of their own on the page


class SearchForm(forms.Form):
    """What concerns several fields."""

    def details(self) -> list[BoundField]:
        """The fields of the detailed search. What is left out is chosen among the facets."""
        return [self[name] for name in self.fields if name not in _APART and not name.startswith(WITHOUT)]

    def clean(self) -> None:
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("until")
        if first and last and last < first:
            self.add_error("until", _("تاريخ النهاية قبل تاريخ البداية."))
        if self.cleaned_data.get("match") == "exact" and self.data.get("q"):
            self.cleaned_data["q"] = read_query(self.data["q"], exact=True)
        self._ask_for_something(self.cleaned_data.get("q") or Query())

    def _ask_for_something(self, query: Query) -> None:
        """A query of nothing but fields that were not understood would find the whole archive."""
        if query.fields and not query.parts:
            read = [read_field(field) for field in query.fields]
            if not any(one.narrowing for one in read):
                for one in read:
                    self.add_error("q", f"{one.label}: {one.wrong}")


class SearchFilters(FilterSet):
    """The parameters of a search. What they mean together is `criteria`, not a chain of querysets."""

    q = QueryFilter(label=_("كلمات البحث"))
    speaker = ActorsFilter(label=_("المتحدث"))
    to = ActorsFilter(label=_("المخاطَب"))
    party = ActorsFilter(label=_("أحد الطرفين"))
    country = CountriesFilter(label=_("دولة المتحدث"), error_messages=NO_STATE)
    to_country = CountriesFilter(label=_("دولة المخاطَب"), error_messages=NO_STATE)
    agency = ActorsFilter(label=_("نقلًا عن"))
    event = ChoicesFilter(
        label=_("المناسبة"),
        choices=Event.Type.choices,
        empty_label=_("كل المناسبات"),
        error_messages=NOT_LISTED,
    )
    sense = ChoicesFilter(
        label=_("صنف القول"),
        choices=list(SENSES.items()),
        empty_label=_("كل الأصناف"),
        error_messages=NOT_LISTED,
    )
    kind = ChoicesFilter(
        label=_("نوع النقل"),
        choices=Statement.Kind.choices,
        empty_label=_("كل الأنواع"),
        error_messages=NOT_LISTED,
    )
    outlet = ChoicesFilter(
        label=_("جهة النشر"),
        choices=_outlets,
        empty_label=_("كل جهات النشر"),
        error_messages=NOT_LISTED,
    )
    reviewed = ChoicesFilter(
        label=_("المراجعة"),
        choices=[("yes", _("راجعه محرر")), ("no", _("استخراج آلي"))],
        empty_label=_("كلاهما"),
        error_messages=NOT_LISTED,
    )
    # `from` is a keyword of Python: it cannot be written as a name.
    locals()["from"] = DayFilter(label=_("من تاريخ"))
    until = DayFilter(label=_("إلى تاريخ"), last=True)
    match = OneOfFilter(
        label=_("المطابقة"),
        choices=[("exact", _("حرفًا حرفًا كما كُتبت"))],
        empty_label=_("بكل صيغ الكلمة"),
        error_messages=NOT_LISTED,
    )
    sort = OneOfFilter(
        label=_("الترتيب"),
        choices=[
            ("relevance", _("الأقرب إلى البحث")),
            ("newest", _("الأحدث أولًا")),
            ("oldest", _("الأقدم أولًا")),
        ],
        error_messages=NOT_LISTED,
    )
    what = OneOfFilter(
        label=_("البحث في"),
        choices=[
            ("statements", _("التصريحات")),
            ("articles", _("المقالات")),
            ("actors", _("الجهات الفاعلة")),
            ("events", _("المناسبات")),
        ],
        error_messages=NOT_LISTED,
    )
    # Each that narrows has a counterpart that leaves out: no_speaker, no_kind …
    for _name in NARROWS:
        locals()[WITHOUT + _name] = type(locals()[_name])(
            label=locals()[_name].label, **locals()[_name].extra
        )
    del _name

    def get_form_class(self) -> type[SearchForm]:
        return _form_class(type(self))

    @cached_property
    def _queries(self) -> dict[str, Query]:
        return {}

    @cached_property
    def _fields_read(self) -> dict[Field, FieldRead]:
        return {}

    def query(self, what: str) -> Query:
        """What is looked for: the words typed, or where these find no `what`, the first of `relaxed` that does."""
        if what not in self._queries:
            typed = self.form.cleaned_data.get("q") or Query()
            ways = relaxed(typed)
            found = (way for way in (typed, *ways) if Found(self._criteria(what, way)).total)
            self._queries[what] = next(found, typed) if ways else typed
        return self._queries[what]

    def fields_read(self, query: Query) -> list[FieldRead]:
        """What the fields of the query («المتحدث:فلان») were read as."""
        known = self._fields_read
        known |= {field: read_field(field) for field in query.fields if field not in known}
        return [known[field] for field in query.fields]

    def criteria(self, what: str, but: str = "") -> Criteria:
        """What the parameters ask for: nothing where one of them cannot be understood.

        Without what the parameter `but` chooses, to count what else could be chosen.
        """
        if self.errors:
            return Criteria(what=what, nothing=True)
        return self._criteria(what, self.query(what), but)

    def _criteria(self, what: str, query: Query, but: str = "") -> Criteria:
        given = {name: value for name, value in self.form.cleaned_data.items() if value}
        fields = (read.narrowing for read in self.fields_read(query) if read.narrowing)
        return Criteria(
            what=what,
            query=query,
            narrowed=(*self._narrowings(given, but), *fields),
            by_relevance=given.get("sort", "relevance") == "relevance",
            oldest_first=given.get("sort") == "oldest",
        )

    def _narrowings(self, given: dict, but: str) -> Iterator[Narrowing]:
        for name, narrows in NARROWS.items():
            if name != but and name in given:
                values = self.values(name)
                for some in values if narrows.each else [tuple(one for group in values for one in group)]:
                    yield Narrowing(tuple((field, some) for field in narrows.fields))
            if WITHOUT + name in given:
                some = tuple(one for group in self.values(WITHOUT + name) for one in group)
                yield Narrowing(tuple((field, some) for field in narrows.fields), negated=True)
        if given.get("from") or given.get("until"):
            yield Narrowing(since=given.get("from"), until=given.get("until"))

    def values(self, name: str) -> list[tuple[int | str, ...]]:
        """What the index holds for each value of a parameter: a name may mean several actors."""
        given = self.given(name)
        if not given:
            return []
        if name.removeprefix(WITHOUT) in ACTORS:
            return [tuple(actor.pk for actor in one.actors) for one in given]
        if name.removeprefix(WITHOUT) == "outlet":
            return [(pk,) for pk in Outlet.objects.filter(slug__in=given).values_list("pk", flat=True)]
        return [(value,) for value in given]

    def given(self, name: str) -> list[Named] | list[str]:
        """The values of a parameter that narrows, as they were understood."""
        return self.form.cleaned_data.get(name) or []

    def in_words(self, name: str) -> list[tuple[str, str]]:
        """Each value of a parameter as it stands in the address, and as it is shown."""
        given = self.given(name)
        if not given:
            return []
        if name.removeprefix(WITHOUT) in ACTORS:
            return [(one.typed, _shown(one)) for one in given]
        return list(zip(given, self.form.fields[name].labels(given), strict=True))


@cache
def _form_class(filters: type[SearchFilters]) -> type[SearchForm]:
    """Made once of the filters' fields, which are the same in every search; each form has copies of them."""
    fields = {name: one.field for name, one in filters.base_filters.items()}
    return type("SearchFieldsForm", (SearchForm,), fields)


def _shown(named: Named) -> str:
    return str(named.actors[0]) if len(named.actors) == 1 else named.typed


class StatementFilters(SearchFilters):
    class Meta:
        model = Statement
        form = SearchForm
        fields: list[str] = []


class ArticleFilters(SearchFilters):
    """What narrows asks for articles with such a statement in them."""

    class Meta:
        model = Article
        form = SearchForm
        fields: list[str] = []
