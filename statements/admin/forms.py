"""The forms of the review page: a statement, an event, what is said of the article."""

from django import forms
from django.utils.translation import gettext_lazy as _

from statements.admin.fields import OutletField, PastDayField, PublicationDayField, WebAddressField
from statements.admin.parties import PartiesField
from statements.editing.locating import Spans, WordsProblem, checked_spans, find_content, locate_words
from statements.editing.quoting import kind_of, without_marks
from statements.models import Article, Event, Statement

NEW = "new"  # the choice of an event that is not there yet


class EventForm(forms.Form):
    """An occasion; `event` is the one to correct, None for one to be made."""

    type = forms.ChoiceField(label=_("نوع المناسبة"), choices=Event.Type)
    place = forms.CharField(label=_("المكان"), required=False, max_length=200)
    day = PastDayField(label=_("اليوم"), required=False)

    def __init__(self, *args, event: Event | None = None, **kwargs):
        initial = {"type": event.type, "place": event.place, "day": event.day} if event else {}
        super().__init__(*args, initial=initial, **kwargs)
        rows = event.participants.all() if event else ()
        self.fields["participants"] = PartiesField(label=_("المشاركون"), rows=rows)


class StatementForm(forms.Form):
    """Everything of a statement that an editor may say; `statement` is None for one to be added.

    With the event NEW the form `new_event` is read too. Cleaned `content` are spans of the article's text
    without the quotation marks around them, `cue` is a span or None, `kind` never empty.
    """

    content = forms.CharField(
        label=_("المحتوى"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "rtl"}),
        help_text=_("كلمات المقال حرفًا بحرف. إن كان في موضعين فكل موضع في سطر."),
        error_messages={"required": _("اكتب كلمات المحتوى كما وردت في المقال.")},
    )
    near = forms.CharField(required=False, widget=forms.HiddenInput)  # a hint: nonsense is no error
    overlaps = forms.BooleanField(label=_("أضفه مع ذلك"), required=False)
    nobody = forms.BooleanField(label=_("متحدث غير معروف"), required=False)
    kind = forms.ChoiceField(
        label=_("النوع"),
        choices=[("", _("يُعرف من علامات الاقتباس")), *Statement.Kind.choices],
        required=False,
    )
    cue = forms.CharField(
        label=_("فعل القول كما ورد"), required=False, max_length=60, help_text=_("مثل «وأكد»، إن وُجد.")
    )
    event = forms.ChoiceField(label=_("المناسبة"), required=False)

    def __init__(
        self, data=None, *, article: Article, events: list[Event], statement: Statement | None = None
    ):
        self.article, self.statement = article, statement
        super().__init__(data, initial=_initial(statement))
        for name, label, role in (
            ("speakers", _("المتحدث"), "speakers"),
            ("addressees", _("المخاطَب"), "addressees"),
            ("reporter", _("الناقل"), "reporters"),
        ):
            rows = getattr(statement, role) if statement else ()
            self.fields[name] = PartiesField(label=label, rows=rows, single=name == "reporter")
        self.fields["event"].choices = _event_choices(events)
        self.events = {str(event.pk): event for event in events}
        self.new_event = EventForm(data if data and data.get("event") == NEW else None, prefix="new")
        self.new_event.fields["participants"].help_text = _("إن لم تذكر أحدًا فهم المتحدث والمخاطَب.")

    def is_valid(self) -> bool:
        return super().is_valid() & (not self.wants_new_event or self.new_event.is_valid())

    @property
    def wants_new_event(self) -> bool:
        return self.is_bound and self.data.get("event") == NEW

    def clean_event(self) -> Event | None:
        return self.events.get(self.cleaned_data["event"])

    def clean_content(self) -> Spans:
        """The spans of the words in the article's text; what was not changed stays as it is."""
        lines = _lines(self.cleaned_data["content"])
        if self.statement and lines == _lines(self.initial["content"]):
            return self.statement.spans
        try:
            found = checked_spans(self.article.text, find_content(self.article.text, lines, self._near()))
        except WordsProblem as problem:
            raise forms.ValidationError(str(problem)) from problem
        return without_marks(self.article.text, found)

    def clean(self) -> dict:
        cleaned = super().clean()
        if not (cleaned.get("speakers") or cleaned.get("nobody") or "speakers" in self.errors):
            self.add_error("speakers", _("اكتب اسم المتحدث، أو اختر «متحدث غير معروف»."))
        if spans := cleaned.get("content"):
            cleaned["kind"] = self._kind(cleaned.get("kind", ""), spans)
            cleaned["cue"] = self._cue(cleaned.get("cue", ""), spans)
            if not self.statement and not cleaned["overlaps"]:
                self._warn_of_overlap(spans)
        return cleaned

    def _kind(self, chosen: str, spans: Spans) -> str:
        """The one chosen; read from the marks where none is, or where the content was moved and the kind not."""
        moved = self.statement and spans != self.statement.spans and chosen == self.statement.kind
        return kind_of(self.article.text, spans) if moved or not chosen else chosen

    def _cue(self, words: str, spans: Spans) -> tuple[int, int] | None:
        statement = self.statement
        if not words.split():
            return None
        if statement and words.split() == statement.cue.split():
            return statement.cue_start, statement.cue_end
        try:
            return locate_words(self.article.text, words, near=spans[0][0])
        except WordsProblem as problem:
            self.add_error("cue", str(problem))

    def _warn_of_overlap(self, spans: Spans) -> None:
        standing = self.article.statements.standing().order_by("start", "id")
        for number, other in enumerate(standing, 1):
            if any(start < e and s < end for start, end in spans for s, e in other.spans):
                told = _("يشترك في كلمات مع التصريح %(number)s. إن كان تصريحًا آخر فاختر «أضفه مع ذلك».")
                return self.add_error("overlaps", told % {"number": number})

    def _near(self) -> int:
        """Where the editor selected the words, else where the content was."""
        raw = self.data.get("near", "")
        if raw.isdecimal() and len(raw) < 10:
            return int(raw)
        return self.statement.start if self.statement else 0


class DetailsForm(forms.Form):
    """What is said of the article as a whole."""

    title = forms.CharField(label=_("العنوان"), required=False, max_length=500)
    author = forms.CharField(label=_("الكاتب"), required=False, max_length=200)
    outlet = OutletField()
    date = PublicationDayField()
    url = WebAddressField(label=_("الرابط"), required=False)

    def __init__(self, data=None, *, article: Article):
        outlet = article.outlet.name if article.outlet else ""
        initial = {"title": article.title, "author": article.author, "outlet": outlet}
        initial |= {"date": article.date, "url": article.url}
        super().__init__(data, initial=initial)


def _initial(statement: Statement | None) -> dict:
    if statement is None:
        return {}
    text = statement.article.text
    lines = [" ".join(text[start:end].split()) for start, end in statement.spans]
    return {
        "content": "\n".join(lines),
        "nobody": not statement.speakers,
        "kind": statement.kind,
        "cue": " ".join(statement.cue.split()),
        "event": statement.event_id,
    }


def _event_choices(events: list[Event]) -> list[tuple[str, str]]:
    known = [(str(event.pk), str(event)) for event in events]
    return [("", _("بلا مناسبة")), *known, (NEW, _("مناسبة جديدة…"))]


def _lines(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()]
