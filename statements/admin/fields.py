"""Fields that an editor types by hand: a link, a day."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EARLIEST = datetime.date(1800, 1, 1)  # before the first Arabic newspapers: a slip of the hand


class WebAddressField(forms.URLField):
    """A link of the web: http or https, the latter where none is typed."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {"invalid": _("هذا ليس رابطًا صحيحًا. مثال: https://example.org/news/1")}

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", max_length=2000, **kwargs)
        self.widget.attrs |= {"dir": "ltr", "placeholder": "https://"}


class PastDayField(forms.DateField):
    """A day of the past or today, chosen in the browser's calendar or typed."""

    default_error_messages = {"invalid": _("هذا ليس تاريخًا صحيحًا. مثال: 2021-05-12")}

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
