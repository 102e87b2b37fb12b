"""What the history says in words: who did what when, and what of it became what."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.editing.history import Act, Change, Snapshot
from statements.models import Actor, Article, Event, Outlet, Party, Statement

WORDS = 7  # of a statement's content, enough to know it by

TITLES = {
    "confirm": gettext_lazy("تأكيد"),
    "unconfirm": gettext_lazy("إلغاء تأكيد"),
    "reject": gettext_lazy("رفض"),
    "restore": gettext_lazy("إعادة"),
    "confirm_all": gettext_lazy("تأكيد الباقي"),
    "correct": gettext_lazy("تصحيح"),
    "add": gettext_lazy("إضافة"),
    "split": gettext_lazy("تقسيم"),
    "join": gettext_lazy("ضم"),
    "undo": gettext_lazy("تراجع"),
    "revert": gettext_lazy("إرجاع ما كان قبل تغيير"),
    "accept": gettext_lazy("قبول ما يراه المستخرِج"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field before and after; `name` is stable, `label` what a person calls it."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    change: Change
    heading: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class ToldAct:
    """`undone` where a later act took it back."""

    act: Act
    title: str
    who: str
    changes: tuple[ToldChange, ...]
    undone: bool


def tell(article: Article, acts: list[Act]) -> list[ToldAct]:
    """The acts in words, in the order given; those of which nothing can be seen are left out."""
    words = _Words(article, acts)
    undone = {act.undoes for act in acts}
    told = [
        ToldAct(act, _title(act), _who(act), tuple(map(words.told, act.changes)), act.key in undone)
        for act in acts
    ]
    return [one for one in told if any(change.differences for change in one.changes)]


def tell_changes(article: Article, changes: Iterable[Change]) -> list[ToldChange]:
    """Changes that nobody made yet, in words."""
    changes = tuple(changes)
    words = _Words(article, [Act("", timezone.now(), None, changes)])
    return [words.told(change) for change in changes]


def _who(act: Act) -> str:
    if act.user:
        return act.user.get_full_name() or act.user.get_username()
    return _("المستخرِج الآلي %(version)s") % {"version": act.machine} if act.machine else _("النظام")


def _title(act: Act) -> str:
    if act.machine:
        return _("استخراج جديد")
    if act.name in TITLES:
        return str(TITLES[act.name])
    change = act.changes[0]
    if change.sort != "article":
        return _("تعديل مناسبة") if change.sort == "event" else _("تغيير")
    before, after = change.before.values["state"], change.after.values["state"]
    if before == after:
        return _("تعديل بيانات المقال")
    if Article.State.DELETED in (before, after):
        return _("نقل إلى المحذوفات") if after == Article.State.DELETED else _("إعادة من المحذوفات")
    return _("نشر") if after == Article.State.PUBLISHED else _("سحب من النشر")


class _Words:
    """The names of everybody and everything the acts speak of, looked up once."""

    def __init__(self, article: Article, acts: Iterable[Act]):
        changes = [change for act in acts for change in act.changes]
        snapshots = [s for change in changes for s in (change.before, change.after) if s]
        values = [s.values for s in snapshots]
        self.article = article
        self.actors = _standing({part["actor_id"] for s in snapshots for part in s.parts} - {None})
        self.events = _by_key(Event.objects.prefetch_related("participants__actor"), values, "event_id")
        self.outlets = _by_key(Outlet.objects.all(), values, "outlet_id")
        self.reports = _by_key(Article.objects.defer("text"), values, "publication_of_id")

    def told(self, change: Change) -> ToldChange:
        facts = {"statement": self._statement, "event": self._event, "article": self._article}[change.sort]
        before, after = (facts(one) if one else {} for one in (change.before, change.after))
        differences = tuple(
            Difference(name, label, before.get((name, label), ""), after.get((name, label), ""))
            for name, label in (after or before)
            if before.get((name, label), "") != after.get((name, label), "")
        )
        return ToldChange(change, self._heading(change), differences)

    def _heading(self, change: Change) -> str:
        if change.sort == "article":
            return _("المقال")
        snapshot = change.after or change.before
        if change.sort == "event":
            return _("المناسبة: %(type)s") % {"type": Event.Type(snapshot.values["type"]).label}
        return f"«{Truncator(self._content(snapshot)).words(WORDS, truncate=' …')}»"

    def _statement(self, snapshot: Snapshot) -> dict[tuple[str, str], str]:
        values = snapshot.values
        start, end = values["cue_start"], values["cue_end"]
        return {
            ("state", _("الحالة")): str(Statement.State(values["state"]).label),
            ("content", _("المحتوى")): self._content(snapshot),
            ("speaker", _("المتحدث")): self._people(snapshot, Party.Role.SPEAKER),
            ("addressee", _("المخاطَب")): self._people(snapshot, Party.Role.ADDRESSEE),
            ("reporter", _("الناقل")): self._people(snapshot, Party.Role.REPORTER),
            ("kind", _("النوع")): str(Statement.Kind(values["kind"]).label),
            ("cue", _("فعل القول")): "" if start is None else self.article.text[start:end],
            ("event", _("المناسبة")): self._event_name(values["event_id"]),
            ("day", _("اليوم")): _day(values["day"]),
        }

    def _event(self, snapshot: Snapshot) -> dict[tuple[str, str], str]:
        values = snapshot.values
        return {
            ("type", _("نوع المناسبة")): str(Event.Type(values["type"]).label),
            ("place", _("المكان")): values["place"],
            ("day", _("اليوم")): _day(values["day"]),
            ("people", _("المشاركون")): self._people(snapshot),
        }

    def _article(self, snapshot: Snapshot) -> dict[tuple[str, str], str]:
        values = snapshot.values
        return {
            ("state", _("الحالة")): str(Article.State(values["state"]).label),
            ("title", _("العنوان")): values["title"],
            ("author", _("الكاتب")): values["author"],
            ("outlet", _("جهة النشر")): str(self.outlets.get(values["outlet_id"], "")),
            ("date", _("تاريخ النشر")): _day(values["date"]),
            ("url", _("الرابط")): values["url"],
            ("publication_of", _("نشر آخر للمقال")): str(self.reports.get(values["publication_of_id"], "")),
        }

    def _content(self, snapshot: Snapshot) -> str:
        spans = snapshot.values["spans"]
        return " ".join(" … ".join(self.article.text[start:end] for start, end in spans).split())

    def _people(self, snapshot: Snapshot, role: str = "") -> str:
        parts = [part for part in snapshot.parts if not role or part["role"] == role]
        return "، ".join(self.actors.get(part["actor_id"]) or part["name"] for part in parts)

    def _event_name(self, event_id: int | None) -> str:
        return str(self.events.get(event_id) or _("مناسبة حُذفت")) if event_id else ""


def _standing(pks: set[int]) -> dict[int, str]:
    """The present name of each actor, or of the one it was merged into."""
    actors = Actor.objects.filter(pk__in=pks).select_related("merged_into__merged_into")
    return {actor.pk: actor.standing().name for actor in actors}


def _by_key(rows, values: list[dict], name: str) -> dict:
    return rows.in_bulk({one[name] for one in values if one.get(name)})


def _day(day: datetime.date | None) -> str:
    return date_format(day, "j F Y") if day else ""
