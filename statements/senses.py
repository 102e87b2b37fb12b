"""What a cue does, in Arabic words: the senses of extraction as readers see them."""

from django.utils.translation import gettext_lazy as _

SENSES = {
    "said": _("قال"),
    "added": _("أضاف"),
    "asserted": _("أكد"),
    "explained": _("أوضح"),
    "noted": _("أشار"),
    "announced": _("أعلن"),
    "told": _("أبلغ"),
    "asked": _("سأل"),
    "answered": _("ردّ"),
    "considered": _("اعتبر"),
    "expected": _("توقّع"),
    "denied": _("نفى"),
    "rejected": _("رفض"),
    "praised": _("أشاد"),
    "thanked": _("شكر"),
    "congratulated": _("هنّأ"),
    "welcomed": _("رحّب"),
    "condemned": _("أدان"),
    "criticized": _("انتقد"),
    "accused": _("اتّهم"),
    "described": _("وصف"),
    "warned": _("حذّر"),
    "threatened": _("هدّد"),
    "called_on": _("دعا"),
    "proposed": _("اقترح"),
    "promised": _("تعهّد"),
    "renewed": _("جدّد"),
    "expressed": _("أعرب"),
    "hoped": _("أمل"),
    "condoled": _("عزّى"),
    "according_to": _("نُقل عنه"),
}

# The colour beside the word: approval, dispute, warning, request; all others are plain.
TONES = {
    **dict.fromkeys(("praised", "thanked", "congratulated", "welcomed"), "warm"),
    **dict.fromkeys(("denied", "rejected", "condemned", "criticized", "accused"), "against"),
    **dict.fromkeys(("warned", "threatened"), "warning"),
    **dict.fromkeys(("asked", "called_on", "proposed"), "request"),
}
