"""Addresses made of Arabic words."""

import unicodedata

from django.db import models
from django.utils.text import slugify

SLUG_LENGTH = 120


def unique_slug(model: type[models.Model], name: str) -> str:
    """A slug of `name` that no row of `model` has: «محمد جواد ظريف» → `محمد-جواد-ظريف`, then `…-2`.

    Vowels and tatweel are left out; a name without letters or digits becomes the model's name.
    At most SLUG_LENGTH code points. Two callers at once may be given the same slug: the column's
    unique constraint decides, and the loser asks again.
    """
    stem = _words(name)[: SLUG_LENGTH - 8].strip("-") or model._meta.model_name
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _words(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Mn")
    return slugify(bare.replace("\N{ARABIC TATWEEL}", ""), allow_unicode=True)
