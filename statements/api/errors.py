"""What the API answers where there is nothing to answer with."""

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException


class NoIndex(APIException):
    """The index is being built."""

    status_code = 503
    default_detail = _("البحث قيد الإعداد: يُبنى الفهرس الآن. حاول بعد قليل.")


class Gone(APIException):
    """The statement was rejected by an editor or withdrawn by a later extraction."""

    status_code = 410
    default_detail = _("سُحب هذا التصريح من الأرشيف.")
