"""Who published a text, when and where: what an editor says of it, outlets by name, a text that comes again."""

import datetime
from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from statements.documents import Document
from statements.extraction.normalize import fold
from statements.known_outlets import known_outlet
from statements.models import Article, Outlet, Publication


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an editor says of an article; every field may be left empty."""

    outlet: str = ""
    date: datetime.date | None = None
    title: str = ""
    url: str = ""


NOTHING_SAID = Metadata()


def find_outlet(name: str) -> Outlet | None:
    """The outlet of that name in any spelling, made where there is none; None for an empty name."""
    name = " ".join(name.split())
    if not name:
        return None
    if outlet := _outlet_spelled_like(name):
        return outlet
    try:
        return _made(name)
    except IntegrityError:  # an outlet of another name took the same slug this moment
        return _made(name)


def _made(name: str) -> Outlet:
    return Outlet.objects.get_or_create(name=name, defaults=asdict(known_outlet(name)))[0]


def _outlet_spelled_like(name: str) -> Outlet | None:
    """The archive knows hundreds of outlets, not thousands: comparing them all takes no time."""
    outlets = Outlet.objects.order_by("pk")
    wanted = fold(name).casefold()
    same = [outlet for outlet in outlets if wanted in (fold(one).casefold() for one in outlet.names)]
    exact = (outlet for outlet in same if outlet.name == name)
    own = (outlet for outlet in same if fold(outlet.name) == fold(name))
    return next(exact, None) or next(own, None) or next(iter(same), None)


def publish_again(article: Article, document: Document, metadata: Metadata) -> str:
    """Keep who else published a text the archive has, or where; the answer for a person."""
    if article.is_deleted:
        return _("هذا المقال في المحذوفات: افتحه وأعده من هناك إن أردته.")
    outlet = find_outlet(metadata.outlet or document.outlet)
    url = metadata.url or document.url
    date = metadata.date or document.date
    new_outlet = outlet is not None and outlet != article.outlet
    new_url = bool(url) and url != article.url
    if _complete(article, outlet, date):
        return _("هذا المقال موجود في الأرشيف، وأُكملت بياناته الناقصة.")
    if new_outlet or new_url:
        fields = {"article": article, "outlet": outlet, "url": url}
        if Publication.objects.get_or_create(**fields, defaults={"date": date})[1]:
            return _told_added(new_outlet, new_url)
    return _("هذا المقال موجود في الأرشيف.")


@transaction.atomic
def make_publication(copy: Article, of: Article) -> None:
    """Show `copy` as another publication of `of`, no longer on its own; text and statements stay with it.

    What was a publication of `copy` is one of `of` then.
    """
    copy.copies.update(publication_of=of)
    copy.publication_of = of
    copy.state = Article.State.DRAFT
    copy.save(update_fields=["publication_of", "state"])


def make_article(copy: Article) -> None:
    """Let `copy` be an article of its own again, a draft."""
    copy.publication_of = None
    copy.save(update_fields=["publication_of"])


def _told_added(outlet: bool, url: bool) -> str:
    if outlet and url:
        return _("هذا المقال موجود في الأرشيف، وأُضيفت إليه جهة النشر هذه ورابطها.")
    if outlet:
        return _("هذا المقال موجود في الأرشيف، وأُضيفت إليه جهة النشر هذه.")
    return _("هذا المقال موجود في الأرشيف، وأُضيف إليه هذا الرابط.")


def _complete(article: Article, outlet: Outlet | None, date: datetime.date | None) -> bool:
    """Fill in outlet and day that nobody knew when the text first came; whether there was anything to fill."""
    news = {"outlet": outlet, "date": date}
    unknown = {field: value for field, value in news.items() if value and not getattr(article, field)}
    if not unknown or (outlet and article.outlet and outlet != article.outlet):
        return False
    for field, value in unknown.items():
        setattr(article, field, value)
    article.save(update_fields=[*unknown])
    article.statements.filter(day=None).update(day=article.date)
    return True
