"""The lists of actors, outlets and events: what narrows and sorts them, and what is on a page of them.

How often somebody speaks or an outlet publishes is the search index's to count; without one the database's.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from statements import countries
from statements.models import Actor, Article, Event, EventParticipant, ListedEvent, Outlet, Party, Statement
from statements.models.sorting import LETTERS
from statements.models.visibility import published_statement
from statements.search.criteria import Criteria
from statements.search.keeping import Kept
from statements.search.people import called
from statements.search.searching import Found

MOST = "most"
NAME = "name"
LONGEST_NAME = 200  # code points of what is looked for
OTHER = "other"  # names that begin with none of LETTERS
_COUNTED = 65_000  # actors
_NOT_LISTED = {"invalid_choice": _("«\u2068%(value)s\u2069» ليس من القائمة: اختر منها.")}


class ListForm(forms.Form):
    """What narrows a list; nonsense gets a message and an empty list."""

    def choice(self, name: str) -> str:
        """What was chosen, "" for nothing or nonsense."""
        return self.cleaned_data.get(name, "") if self.is_valid() else ""

    @property
    def chosen_kind(self) -> str:
        """The name of the kind that was chosen, "" for none."""
        return str(dict(self.fields["kind"].choices).get(self.choice("kind"), ""))


def _choice(label, choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, required=False, error_messages=_NOT_LISTED)


class _ByLetter(ListForm):
    letter = _choice(_("الحرف"), [*((letter, letter) for letter in LETTERS), (OTHER, _("غيرها"))])


class ActorListForm(_ByLetter):
    q = forms.CharField(label=_("ابحث عن اسم أو منصب"), required=False, max_length=LONGEST_NAME)
    kind = _choice(_("النوع"), Actor.Kind.choices)
    country = _choice(_("البلد"), countries.choices)
    sort = _choice(_("الترتيب"), [(MOST, _("الأكثر تصريحات")), (NAME, _("بالاسم"))])


class OutletListForm(_ByLetter):
    kind = _choice(_("النوع"), Outlet.Kind.choices)
    country = _choice(_("البلد"), countries.choices)
    sort = _choice(_("الترتيب"), [(MOST, _("الأكثر مقالات")), (NAME, _("بالاسم"))])


class EventListForm(_ByLetter):
    """The letter is that of somebody who took part."""

    kind = _choice(_("النوع"), Event.Type.choices)
    country = _choice(_("بلد أحد المشاركين"), countries.choices)
    sort = _choice(_("الترتيب"), [("newest", _("الأحدث أولًا")), ("oldest", _("الأقدم أولًا"))])


def list_actors(form: ActorListForm) -> list[int]:
    """Ids of those who said or were told anything that is published, in the order asked for."""
    if not form.is_valid():
        return []
    speaking = spoken()
    if not any(form.choice(name) for name in ("q", "kind", "country", "letter", "sort")):
        return speaking.order
    rows = narrowed(Actor.objects.standing(), form)
    ids = [pk for pk in rows.order_by("name_sorted", "pk").values_list("pk", flat=True) if speaking.count(pk)]
    return ids if form.choice("sort") == NAME else sorted(ids, key=lambda pk: -speaking.count(pk))


@dataclass(frozen=True)
class Spoken:
    """How many published statements each actor made and received, and their order by both, most first."""

    said: Counter[int]
    told: Counter[int]
    order: list[int]

    def count(self, pk: int) -> int:
        return self.said[pk] + self.told[pk]


def spoken() -> Spoken:
    """As of now; in a large archive as of some seconds ago."""
    found = Found(Criteria())
    return _spoken.get(found.state) if found.ready else _ordered(_stored())


def _indexed() -> Spoken:
    found = Found(Criteria())
    return _ordered(Counter(found.counts(role, most=_COUNTED)) for role in ("speaker", "addressee"))


_spoken = Kept(_indexed)


def _ordered(counts: Iterable[Counter[int]]) -> Spoken:
    said, told = counts
    both = said + told
    return Spoken(said, told, sorted(both, key=lambda pk: (-both[pk], pk)))


def _stored() -> tuple[Counter[int], Counter[int]]:
    parties = Party.objects.filter(published_statement("statement__")).exclude(actor=None).order_by()
    rows = parties.values_list("role", "actor").annotate(Count("statement", distinct=True))
    counted = {role: Counter() for role in Party.Role.values}
    for role, actor, count in rows:
        counted[role][actor] = count
    return counted[Party.Role.SPEAKER], counted[Party.Role.ADDRESSEE]


def countries_of(model: type[Actor | Outlet]) -> list[tuple[str, str]]:
    """(code, name) of the states that actors or outlets of the archive belong to, by name."""
    used = set(model.objects.exclude(country="").order_by().values_list("country", flat=True).distinct())
    return [(code, name) for code, name in countries.choices() if code in used]


def list_outlets(form: OutletListForm) -> list[Outlet]:
    """Outlets of published articles with `article_count` and `statement_count`, in the order asked for."""
    if not form.is_valid():
        return []
    articles, statements = outlet_counts()
    rows = list(narrowed(Outlet.objects.filter(pk__in=articles), form))
    for row in rows:
        row.article_count, row.statement_count = articles[row.pk], statements[row.pk]
    most = form.choice("sort") != NAME
    return sorted(rows, key=lambda row: (-row.article_count if most else 0, row.name_sorted, row.pk))


def outlet_counts() -> tuple[Counter[int], Counter[int]]:
    """How many published articles and statements each outlet has."""
    found = Found(Criteria("article"))
    if found.ready:
        return Counter(found.counts("outlet", most=_COUNTED)), Counter(
            Found(Criteria()).counts("outlet", most=_COUNTED)
        )
    articles = Article.objects.published().exclude(outlet=None).order_by()
    statements = Statement.objects.published().exclude(article__outlet=None).order_by()
    return (
        Counter(dict(articles.values_list("outlet").annotate(Count("pk")))),
        Counter(dict(statements.values_list("article__outlet").annotate(Count("pk")))),
    )


def list_events(form: EventListForm) -> QuerySet[ListedEvent]:
    """Published occasions, each once, in the order asked for."""
    if not form.is_valid():
        return ListedEvent.objects.none()
    events = narrowed_events(ListedEvent.objects.once(), form)
    return events.oldest() if form.choice("sort") == "oldest" else events.newest()


def narrowed(rows: QuerySet, form: ActorListForm | OutletListForm) -> QuerySet:
    """Those of the actors or outlets that fit a valid form."""
    chosen = {name: value for name in ("kind", "country") if (value := form.choice(name))}
    if typed := form.choice("q"):
        chosen["pk__in"] = [actor.pk for actor in called(typed)]
    return _by_letter(rows.filter(**chosen), form.choice("letter"))


def narrowed_events(events: QuerySet, form: EventListForm) -> QuerySet:
    """Those of the events, or of the listed ones, that fit a valid form."""
    if kind := form.choice("kind"):
        events = events.filter(type=kind)
    if country := form.choice("country"):
        events = events.filter(pk__in=_with(Actor.objects.filter(country=country)))
    if letter := form.choice("letter"):
        events = events.filter(pk__in=_with(_by_letter(Actor.objects.all(), letter)))
    return events


def _with(actors: QuerySet[Actor]) -> QuerySet:
    """Ids of events that one of `actors` took part in."""
    return EventParticipant.objects.filter(actor__in=actors.values("pk")).values("event")


def _by_letter(rows: QuerySet, letter: str) -> QuerySet:
    """Rows whose name begins with a letter as `name_sorted` has it: a range of that column's index."""
    if not letter:
        return rows
    if letter == OTHER:
        return rows.exclude(name_sorted__gte=LETTERS[0], name_sorted__lt=chr(ord(LETTERS[-1]) + 1))
    return rows.filter(Q(name_sorted__gte=letter) & Q(name_sorted__lt=chr(ord(letter) + 1)))
