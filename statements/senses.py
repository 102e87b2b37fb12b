"""What a cue does: the senses of extraction as the names of groups. The word itself is the article's own."""

from django.utils.translation import gettext_lazy as _

SENSES = {
    "said": _("قول"),
    "added": _("إضافة"),
    "asserted": _("تأكيد"),
    "explained": _("إيضاح"),
    "noted": _("إشارة"),
    "announced": _("إعلان"),
    "told": _("إبلاغ"),
    "asked": _("سؤال"),
    "answered": _("ردّ"),
    "considered": _("رأي"),
    "expected": _("توقّع"),
    "denied": _("نفي"),
    "rejected": _("رفض"),
    "praised": _("إشادة"),
    "thanked": _("شكر"),
    "congratulated": _("تهنئة"),
    "welcomed": _("ترحيب"),
    "condemned": _("إدانة"),
    "criticized": _("انتقاد"),
    "accused": _("اتهام"),
    "described": _("وصف"),
    "warned": _("تحذير"),
    "threatened": _("تهديد"),
    "called_on": _("دعوة"),
    "proposed": _("اقتراح"),
    "promised": _("تعهّد"),
    "renewed": _("تجديد موقف"),
    "expressed": _("إعراب عن موقف"),
    "hoped": _("أمل"),
    "condoled": _("تعزية"),
    "according_to": _("إسناد"),
}

# The colour beside the word: approval, dispute, warning, request; all others are plain.
TONES = {
    **dict.fromkeys(("praised", "thanked", "congratulated", "welcomed"), "warm"),
    **dict.fromkeys(("denied", "rejected", "condemned", "criticized", "accused"), "against"),
    **dict.fromkeys(("warned", "threatened"), "warning"),
    **dict.fromkeys(("asked", "called_on", "proposed"), "request"),
}
