"""Fields that an editor types by hand: a link, a day, an outlet; each form that has them has these."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from statements.documents.document import EARLIEST
from statements.models import Outlet

KNOWN_OUTLETS = 500  # offered while typing; an archive has fewer


class WebAddressField(forms.URLField):
    """A link of the web: http or https, the latter where none is typed."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {"invalid": _("هذا ليس رابطًا صحيحًا. مثال: ⁦https://example.org/news/1⁩")}

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", max_length=2000, **kwargs)
        self.widget.attrs |= {"dir": "ltr", "placeholder": "https://"}


class PastDayField(forms.DateField):
    """A day of the past or today, chosen in the browser's calendar or typed."""

    default_error_messages = {"invalid": _("هذا ليس تاريخًا صحيحًا. مثال: ⁦2021-05-12⁩")}

    def __init__(self, **kwargs):
        super().__init__(
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            input_formats=["%Y-%m-%d", "%d/%m/%Y", "%Y/%m/%d", "%d-%m-%Y"],
            **kwargs,
        )

    def widget_attrs(self, widget: forms.Widget) -> dict:
        return super().widget_attrs(widget) | {"min": EARLIEST.isoformat()}

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value and value > timezone.localdate():
            raise ValidationError(_("هذا التاريخ لم يأتِ بعد."), code="future")
        if value and value < EARLIEST:
            raise ValidationError(_("هذا التاريخ أقدم من أن يكون صحيحًا."), code="too_early")


class PublicationDayField(PastDayField):
    """The day an article was published on."""

    def __init__(self, **kwargs):
        super().__init__(label=_("تاريخ النشر"), required=False, **kwargs)


class OutletInput(forms.TextInput):
    """A line with the archive's outlets offered while typing."""

    def render(self, name: str, value, attrs=None, renderer=None) -> SafeString:
        offered = f"known-{(attrs or {}).get('id', name)}"
        line = super().render(name, value, (attrs or {}) | {"list": offered, "autocomplete": "off"}, renderer)
        names = Outlet.objects.values_list("name")[:KNOWN_OUTLETS]
        options = format_html_join("", '<option value="{}"></option>', names)
        return format_html('{}<datalist id="{}">{}</datalist>', line, offered, options)


class OutletField(forms.CharField):
    """Who published an article; a new name becomes a new outlet."""

    def __init__(self, **kwargs):
        longest = Outlet._meta.get_field("name").max_length
        super().__init__(
            label=_("جهة النشر"), required=False, max_length=longest, widget=OutletInput, **kwargs
        )
