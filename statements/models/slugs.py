"""Addresses made of Arabic words."""

import unicodedata
from itertools import count

from django.db import models
from django.utils.text import slugify

SLUG_LENGTH = 120


def unique_slug(model: type[models.Model], name: str) -> str:
    """A slug of `name` that no row of `model` has: «محمد جواد ظريف» → `محمد-جواد-ظريف`, then `…-2`.

    Vowels and tatweel are left out; a name without letters or digits becomes the model's name.
    At most SLUG_LENGTH code points. Two callers at once may be given the same slug: the column's
    unique constraint decides, and the loser asks again.
    """
    return unique_slugs(model, [name])[0]


def unique_slugs(model: type[models.Model], names: list[str]) -> list[str]:
    """The unique slug of each of `names`, no two alike."""
    stems = [_words(name)[: SLUG_LENGTH - 8].strip("-") or model._meta.model_name for name in names]
    taken = set(model.objects.filter(slug__in=stems).order_by().values_list("slug", flat=True))
    slugs = []
    for stem in stems:
        if stem in taken:  # few are; only then is it worth while to look for all of its numbers
            taken.update(model.objects.filter(slug__startswith=f"{stem}-").values_list("slug", flat=True))
        slugs.append(_not_among(taken, stem))
        taken.add(slugs[-1])
    return slugs


def _not_among(taken: set[str], stem: str) -> str:
    if stem not in taken:
        return stem
    return next(slug for number in count(2) if (slug := f"{stem}-{number}") not in taken)


def _words(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Mn")
    return slugify(bare.replace("\N{ARABIC TATWEEL}", ""), allow_unicode=True)
