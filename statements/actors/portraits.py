"""A portrait: an uploaded picture checked, made small and made anew, so that nothing but the picture is left of it."""

import hashlib
import io
import warnings
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from statements.models import Actor, Portrait

MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 40_000_000  # what the best cameras make; decoded it takes 120 MB
LEAST = 120  # pixels of the shorter side; less is blurred on the page
BOX = (640, 800)  # pixels; twice as wide as it is shown, for dense screens
QUALITY = 85
FORMATS = ("JPEG", "PNG", "WEBP")
_WHITE = (255, 255, 255)


class BadPortrait(ValueError):
    """The file cannot be a portrait; the message is for a person, and says what to do."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG, with its width and height in pixels."""

    content: bytes
    width: int
    height: int


def make_picture(uploaded: bytes) -> Picture:
    """The picture in the file as a JPEG within BOX, upright, without EXIF. Raises BadPortrait."""
    if len(uploaded) > MAX_BYTES:
        raise BadPortrait(
            _("الصورة أكبر من %(n)d ميغابايت: صغّرها ثم ارفعها.") % {"n": MAX_BYTES // 1024 // 1024}
        )
    try:
        with warnings.catch_warnings():  # of Pillow's own limit: ours is checked before anything is decoded
            warnings.simplefilter("ignore")
            return _made(Image.open(io.BytesIO(uploaded), formats=FORMATS))
    except BadPortrait:
        raise
    except Exception as error:  # a hostile file raises whatever it likes
        raise BadPortrait(_("ليس هذا الملف صورة تُقرأ: ارفع صورة ⁦JPEG⁩ أو ⁦PNG⁩ أو ⁦WebP⁩ سليمة.")) from error


def _made(image: Image.Image) -> Picture:
    if image.width * image.height > MAX_PIXELS:
        raise BadPortrait(_("أبعاد الصورة كبيرة جدًا: صغّرها إلى ألفي نقطة عرضًا أو أقل ثم ارفعها."))
    if min(image.size) < LEAST:
        raise BadPortrait(_("الصورة صغيرة: أقصر ضلعيها أقل من %(n)d نقطة. ارفع صورة أكبر.") % {"n": LEAST})
    image.draft("RGB", BOX)  # a JPEG is decoded no larger than need be
    image = _without_alpha(ImageOps.exif_transpose(image))
    image.thumbnail(BOX, Image.Resampling.LANCZOS)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Picture(file.getvalue(), *image.size)


def _without_alpha(image: Image.Image) -> Image.Image:
    """On white where it is transparent."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    image = image.convert("RGBA")
    ground = Image.new("RGBA", image.size, (*_WHITE, 255))
    return Image.alpha_composite(ground, image).convert("RGB")


@transaction.atomic
def set_portrait(actor: Actor, picture: Picture, *, credit: str, by) -> Portrait:
    """Show the actor by this picture from now on."""
    actor.portrait = Portrait.objects.create(
        content=picture.content,
        width=picture.width,
        height=picture.height,
        sha256=hashlib.sha256(picture.content).hexdigest(),
        credit=credit,
        by=by,
    )
    actor.save(update_fields=["portrait"])
    return actor.portrait


def set_credit(actor: Actor, credit: str, *, by) -> Portrait:
    """Say otherwise whose the portrait is; the one with the former words stays for the history."""
    shown = Portrait.objects.get(pk=actor.portrait_id)
    return set_portrait(actor, Picture(bytes(shown.content), shown.width, shown.height), credit=credit, by=by)


def remove_portrait(actor: Actor) -> None:
    """Show the actor by none."""
    actor.portrait = None
    actor.save(update_fields=["portrait"])
