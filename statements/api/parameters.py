"""The parameters that an address of the API takes; any other is told, and nothing is answered as if it had been understood."""

from collections.abc import Collection
from difflib import get_close_matches

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

PAGING = ("cursor", "size")
_LONGEST_SHOWN = 60  # code points


class OnlyKnown:
    """A view that answers 400 to parameters other than its `known` ones."""

    known: Collection[str] = ()

    def initial(self, request: Request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        if wrong := {name: [self._told(name)] for name in request.query_params if name not in self.known}:
            raise ValidationError(wrong)

    def _told(self, name: str) -> str:
        told = [_("لا معامل باسم «%(name)s» في هذا العنوان.") % {"name": name[:_LONGEST_SHOWN]}]
        if near := get_close_matches(name, self.known, 1):
            told.append(_("هل تقصد «%(name)s»؟") % {"name": near[0]})
        if self.known:
            told.append(_("المعاملات هنا: %(names)s.") % {"names": ", ".join(self.known)})
        return " ".join(told)
