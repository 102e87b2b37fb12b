"""A portrait of an actor: checked, made small and anew, shown with a credit, taken away and brought back."""

import io
import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from statements.actors import portraits
from statements.actors.changes import edits_of, take_back
from statements.actors.moving import merge, undo
from statements.actors.portraits import BadPortrait, make_picture, set_portrait
from statements.models import Actor, Portrait
from tests.builders import build_actor
from tests.test_admin_lists import names


def picture(width: int = 900, height: int = 1200, kind: str = "JPEG", mode: str = "RGB", **saved) -> bytes:
    file = io.BytesIO()
    Image.new(mode, (width, height), 0).save(file, kind, **saved)
    return file.getvalue()


def test_it_is_made_small_upright_and_without_what_cameras_write():
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "secret place"  # turned by a quarter; a description
    made = make_picture(picture(1600, 1200, exif=exif))
    assert (made.width, made.height) == (600, 800)
    shown = Image.open(io.BytesIO(made.content))
    assert shown.format == "JPEG"
    assert not shown.getexif()
    assert b"secret" not in made.content


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("WEBP", "RGB"), ("JPEG", "CMYK")]
)
def test_every_kind_of_picture_becomes_a_jpeg(kind, mode):
    made = make_picture(picture(300, 200, kind, mode))
    assert (made.width, made.height, made.content[:2]) == (300, 200, b"\xff\xd8")


def test_what_is_transparent_is_on_white():
    made = make_picture(picture(200, 200, "PNG", "RGBA"))
    assert Image.open(io.BytesIO(made.content)).getpixel((100, 100)) == (255, 255, 255)


BROKEN = {
    "nothing": (b"", "ليس هذا الملف صورة تُقرأ"),
    "text": ("نص لا صورة".encode(), "ليس هذا الملف صورة تُقرأ"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "ليس هذا الملف صورة تُقرأ"),
    "cut short": (picture()[:3000], "ليس هذا الملف صورة تُقرأ"),
    "gif": (picture(300, 300, "GIF", "P"), "ليس هذا الملف صورة تُقرأ"),
    "small": (picture(100, 400), "الصورة صغيرة"),
    "vast": (picture(9000, 9000, "PNG", "1"), "أبعاد الصورة كبيرة جدًا"),
    "heavy": (b"\xff\xd8" + bytes(portraits.MAX_BYTES), "الصورة أكبر من 10 ميغابايت"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_a_portrait_is_told(name):
    content, told = BROKEN[name]
    with pytest.raises(BadPortrait, match=told):
        make_picture(content)


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def save(desk, actor, file: bytes = b"", **typed):
    if file:
        typed["picture"] = SimpleUploadedFile("face.jpg", file)
    address = reverse("admin:statements_actor_change", args=[actor.pk])
    return desk.post(address, names(actor, _continue="1", **typed), follow=True)


def image(page) -> str:
    [found] = re.findall(r'<img src="([^"]+)" width="600" height="800" alt="صورة سامر الحلواني"', page.text)
    return found


def test_readers_see_it_with_its_credit_and_keep_it_for_long(desk, client, archive):
    save(desk, archive.halwani, picture(), credit="مصورة الأفق، CC BY 4.0")
    client.logout()
    page = client.get(archive.halwani.get_absolute_url())
    assert "<figcaption>الصورة: <bdi" in page.text
    assert "مصورة الأفق، CC BY 4.0" in page.text
    shown = client.get(image(page))
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert shown.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.text)
    described = json.loads(data)["image"]
    assert described["contentUrl"] == "http://testserver" + image(page)
    assert (described["creditText"], described["width"]) == ("مصورة الأفق، CC BY 4.0", 600)


@pytest.mark.parametrize(
    ("file", "typed", "told"),
    [
        (picture(), {}, "اكتب صاحب الصورة أو مصدرها"),
        (b"nonsense", {"credit": "الأفق"}, "ليس هذا الملف صورة تُقرأ"),
        (picture(), {"credit": "الأفق", "wikidata": "x"}, "اختر الصورة من جديد"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_kept(desk, archive, file, typed, told):
    page = save(desk, archive.halwani, file, **typed)
    assert told in page.text
    assert not Portrait.objects.exists()


def shown(actor) -> Portrait | None:
    return Actor.objects.get(pk=actor.pk).portrait


def test_it_is_taken_away_and_brought_back_by_the_history(desk, archive, editor):
    save(desk, archive.halwani, picture(), credit="الأفق")
    actor = Actor.objects.get(pk=archive.halwani.pk)
    save(desk, actor, credit="وكالة الأفق")
    assert shown(actor).credit == "وكالة الأفق"
    save(desk, actor, credit="وكالة الأفق", without_portrait="on")
    assert shown(actor) is None
    history = desk.get(reverse("admin:statements_actor_history", args=[actor.pk]))
    assert "وكالة الأفق" in history.text
    take_back(actor, edits_of(Actor.objects.get(pk=actor.pk))[0].key, by=editor)
    assert shown(actor).credit == "وكالة الأفق"


def test_of_an_actor_that_nobody_published_nobody_sees_it(client, archive):
    hidden = build_actor("سرّي")
    portrait = set_portrait(hidden, make_picture(picture()), credit="الأفق", by=None)
    assert client.get(portrait.get_absolute_url()).status_code == 404


def test_a_merger_keeps_it_and_gives_it_back(archive, editor):
    set_portrait(archive.baroudi, make_picture(picture()), credit="الأفق", by=editor)
    move = merge(archive.baroudi, archive.halwani, by=editor)
    assert shown(archive.halwani).credit == "الأفق"
    undo(move, by=editor)
    assert shown(archive.halwani) is None
    assert shown(archive.baroudi).credit == "الأفق"
