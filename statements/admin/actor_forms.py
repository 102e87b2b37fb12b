"""The forms of an actor's page: what it is called, its facts, its portrait; its names, offices and terms."""

import hashlib

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from statements.actors.naming import fold_name
from statements.actors.portraits import (
    MAX_BYTES,
    BadPortrait,
    Picture,
    make_picture,
    remove_portrait,
    set_credit,
    set_portrait,
)
from statements.countries import names
from statements.models import Actor, ActorName


class ActorNameForm(forms.ModelForm):
    class Meta:
        model = ActorName
        fields = ["text", "kind", "first_seen", "last_seen", "held_from", "held_until"]
        labels = {"held_from": _("تولاه من"), "held_until": _("تولاه إلى")}
        widgets = {
            day: forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
            for day in ("first_seen", "last_seen", "held_from", "held_until")
        }

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        if not fold_name(text):
            raise forms.ValidationError(_("لا حرف في هذا الاسم."))
        return text

    def clean(self) -> dict:
        cleaned = super().clean()
        since, until = cleaned.get("held_from"), cleaned.get("held_until")
        if since and until and until < since:
            self.add_error("held_until", _("آخر يوم في المنصب قبل أول يوم فيه: بدّل التاريخين أو صحح أحدهما."))
        if (since or until) and cleaned.get("kind") == ActorName.Kind.NAME:
            self.add_error("held_from", _("المدة لمنصب، وهذا اسم: امسحها أو اجعل النوع «منصب»."))
        return cleaned

    def save(self, commit: bool = True) -> ActorName:
        self.instance.folded = fold_name(self.instance.text)
        return super().save(commit)


class ActorForm(forms.ModelForm):
    country = forms.ChoiceField(
        label=_("البلد"), required=False, choices=lambda: [("", _("غير معروف")), *names().items()]
    )

    # Checked once it is read out of the address that may have been pasted.
    wikidata = forms.CharField(
        label=_("رقم ويكي بيانات"),
        required=False,
        max_length=200,
        help_text=_("مثل Q42، أو عنوان صفحتها هناك"),
    )

    picture = forms.FileField(
        label=_("الصورة"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_("⁦JPEG⁩ أو ⁦PNG⁩ أو ⁦WebP⁩، عشرة ميغابايت على الأكثر. تُصغّر ويُمحى منها كل ما سوى الصورة."),
    )
    credit = forms.CharField(
        label=_("صاحب الصورة"),
        required=False,
        max_length=300,
        help_text=_("المصور أو المصدر ورخصة الاستعمال، كما يقرؤها القراء تحت الصورة"),
    )
    without_portrait = forms.BooleanField(label=_("بلا صورة"), required=False)
    # What the editor saw: a late save is told.
    seen = forms.CharField(label=_("حين فُتحت الصفحة"), required=False, widget=forms.HiddenInput)

    class Meta:
        model = Actor
        fields = ["name", "kind", "name_en", "country", "wikidata", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.shown = self.instance.portrait
        self.initial["seen"] = seen_of(self.instance)
        if self.shown is None:
            self.fields["without_portrait"].widget = forms.HiddenInput()
            return
        self.initial["credit"] = self.shown.credit
        picture = format_html(
            '<img class="desk-portrait" src="{}" width="{}" height="{}" alt="{}">',
            self.shown.get_absolute_url(),
            self.shown.width,
            self.shown.height,
            _("الصورة الحالية"),
        )
        self.fields["picture"].help_text = format_html("{} {}", picture, self.fields["picture"].help_text)

    def clean_picture(self) -> Picture | None:
        """The picture made of the file; None where none was sent."""
        file = self.cleaned_data["picture"]
        if not file:
            return None
        try:
            return make_picture(file.read(MAX_BYTES + 1))
        except BadPortrait as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean(self) -> dict:
        cleaned = super().clean()
        shown = cleaned.get("picture") or (self.shown and not cleaned.get("without_portrait"))
        if shown and not cleaned.get("credit", "").strip() and "credit" not in self.errors:
            self.add_error("credit", _("اكتب صاحب الصورة أو مصدرها: لا تظهر صورة بلا ذكره."))
        seen = seen_of(self.instance)
        if self.data.get("seen") and self.data["seen"] != seen:
            self.data = self.data.copy()
            self.data["seen"] = seen
            self.add_error(
                None,
                _(
                    "غُيّرت هذه الجهة بعد أن فتحت الصفحة، فلم يُحفظ شيء. ما كتبته باقٍ أدناه: انظر السجل، ثم احفظ إن شئت."
                ),
            )
        if self.errors and cleaned.get("picture"):
            self.add_error("picture", _("اختر الصورة من جديد: المتصفح لا يحتفظ بها."))
        return cleaned

    def save_portrait(self, by) -> bool:
        """Keep what was said of the portrait, of an actor that is stored; whether that changed anything."""
        picture, credit = self.cleaned_data.get("picture"), self.cleaned_data.get("credit", "").strip()
        if picture:
            set_portrait(self.instance, picture, credit=credit, by=by)
        elif self.shown and self.cleaned_data.get("without_portrait"):
            remove_portrait(self.instance)
        elif self.shown and credit != self.shown.credit:
            set_credit(self.instance, credit, by=by)
        else:
            return False
        return True

    def clean_wikidata(self) -> str:
        """The number alone, though the address of its page be pasted."""
        number = self.cleaned_data["wikidata"].strip().rstrip("/").rpartition("/")[2].upper()
        if number:
            Actor._meta.get_field("wikidata").run_validators(number)
        return number


def seen_of(actor: Actor) -> str:
    """A short token that changes whenever something that the form shows of the stored actor does."""
    if not actor.pk:
        return ""
    shown = ("name", "kind", "name_en", "country", "wikidata", "note", "portrait")
    facts = Actor.objects.filter(pk=actor.pk).values_list(*shown)
    rows = actor.names.order_by("pk").values_list("pk", "text", "kind", "held_from", "held_until")
    return hashlib.sha256(repr((list(facts), list(rows))).encode()).hexdigest()[:16]
