"""The forms of the review page: a statement, an event, what is said of the article."""

from django import forms
from django.utils.translation import gettext_lazy as _

from statements.admin.fields import PastDayField, WebAddressField
from statements.admin.parties import PartiesField
from statements.locating import Spans, WordsProblem, checked_spans, locate, locate_content
from statements.models import Article, Event, Outlet, Statement

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

    With the event NEW the form `new_event` is read too.
    """

    content = forms.CharField(
        label=_("المحتوى"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "rtl"}),
        help_text=_("كلمات المقال حرفًا بحرف، بلا علامتي الاقتباس. إن كان في موضعين فكل موضع في سطر."),
        error_messages={"required": _("اكتب كلمات المحتوى كما وردت في المقال.")},
    )
    near = forms.CharField(required=False, widget=forms.HiddenInput)  # a hint: nonsense is no error
    kind = forms.ChoiceField(label=_("النوع"), choices=Statement.Kind)
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
        if statement:
            del self.fields["cue"]
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
        """The spans of the words in the article's text."""
        lines = _lines(self.cleaned_data["content"])
        if self.statement and lines == _lines(self.initial["content"]):
            return self.statement.spans
        try:
            return checked_spans(self.article.text, self._found(lines))
        except WordsProblem as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("cue") and cleaned.get("content"):
            try:
                cleaned["cue"] = locate(self.article.text, cleaned["cue"], near=cleaned["content"][0][0])
            except WordsProblem as problem:
                self.add_error("cue", str(problem))
        return cleaned

    def _found(self, lines: list[str]) -> Spans:
        """One span where the lines follow each other in the article, else one for each line."""
        text, near = self.article.text, self._near()
        try:
            return [list(locate(text, " ".join(lines), near))]
        except WordsProblem:
            spans: Spans = []
            for line in lines:
                spans += locate_content(text, line, near)
                near = spans[-1][1]
            return spans

    def _near(self) -> int:
        """Where the editor selected the words, else where the content was."""
        raw = self.data.get("near", "")
        if raw.isdecimal() and len(raw) < 10:
            return int(raw)
        return self.statement.start if self.statement else 0


class DetailsForm(forms.Form):
    """What is said of the article as a whole."""

    title = forms.CharField(label=_("العنوان"), required=False, max_length=500)
    outlet = forms.CharField(
        label=_("جهة النشر"),
        required=False,
        max_length=Outlet._meta.get_field("name").max_length,
        widget=forms.TextInput(attrs={"list": "known-outlets", "autocomplete": "off"}),
    )
    date = PastDayField(label=_("تاريخ النشر"), required=False)
    url = WebAddressField(label=_("الرابط"), required=False)

    def __init__(self, data=None, *, article: Article):
        outlet = article.outlet.name if article.outlet else ""
        initial = {"title": article.title, "outlet": outlet, "date": article.date, "url": article.url}
        super().__init__(data, initial=initial)


def _initial(statement: Statement | None) -> dict:
    if statement is None:
        return {}
    text = statement.article.text
    lines = [" ".join(text[start:end].split()) for start, end in statement.spans]
    return {"content": "\n".join(lines), "kind": statement.kind, "event": statement.event_id}


def _event_choices(events: list[Event]) -> list[tuple[str, str]]:
    known = [(str(event.pk), str(event)) for event in events]
    return [("", _("بلا مناسبة")), *known, (NEW, _("مناسبة جديدة…"))]


def _lines(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()]
