"""Searches followed by e-mail: asked for, confirmed, sent once a day where there is something new, left."""

import datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from statements.filters.fields import values_of
from statements.filters.searches import search
from statements.filters.sets import NARROWS, WITHOUT
from statements.models import SavedSearch, Statement
from statements.pages.names import in_words
from statements.queueing import queue_jobs

SHOWN = 20  # statements of one mail
CONFIRM_WITHIN = datetime.timedelta(days=2)
MOST_OF_ONE_ADDRESS = 20  # searches
MOST_UNCONFIRMED_OF_ONE_ADDRESS = 3
MOST_UNCONFIRMED = 500  # of all: nobody makes the archive send mail to the world
PARAMETERS = ("q", "match", *NARROWS, *(WITHOUT + name for name in NARROWS))
BESIDE_INDEX = "beside-index"  # the queue of what needs the search index of its machine
_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))  # which mail programs show as boxes
RETRY = RetryStrategy(max_attempts=8, exponential_wait=5)


class TooMany(Exception):
    """No more searches for this address, or none for anybody at present; the message says what to do."""


def followable(query: QueryDict) -> str:
    """The part of a search that can be followed, urlencoded: what is new has no order and no range of days."""
    kept = QueryDict(mutable=True)
    for name in PARAMETERS:
        if values := values_of(query, name):
            kept.setlist(name, values)
    return kept.urlencode()


@transaction.atomic
def ask(email: str, query: str, title: str, site: str) -> None:
    """Keep the wish and send a mail to confirm it; one already confirmed is told so by mail.

    The page says the same in both cases: it tells nobody who follows what. Raises TooMany.
    """
    saved = SavedSearch.objects.filter(email__iexact=email, query=query).first()
    if saved is None:
        _check_limits(email)
        saved = SavedSearch.objects.create(email=email, query=query, title=title, site=site)
    queue_jobs([send_confirmation.configure().make_new_job(saved_id=saved.pk)])


def _check_limits(email: str) -> None:
    of_address = SavedSearch.objects.filter(email__iexact=email)
    unconfirmed = SavedSearch.objects.filter(confirmed_at=None)
    if of_address.count() >= MOST_OF_ONE_ADDRESS:
        raise TooMany(_("يتابع هذا البريد أبحاثًا كثيرة: أوقف واحدًا منها من رابط في رسائله ثم أعد الطلب."))
    if of_address.filter(confirmed_at=None).count() >= MOST_UNCONFIRMED_OF_ONE_ADDRESS:
        raise TooMany(_("أُرسلت إلى هذا البريد رسائل لم تُؤكد بعد: أكّدها أولًا من الرابط الذي فيها."))
    if unconfirmed.count() >= MOST_UNCONFIRMED:
        raise TooMany(_("الطلبات كثيرة الآن: أعد المحاولة غدًا."))


def confirm(saved: SavedSearch) -> None:
    """From now on what is published is sent; a second time changes nothing."""
    if saved.confirmed_at is None:
        saved.confirmed_at = saved.sent_until = timezone.now()
        saved.save(update_fields=["confirmed_at", "sent_until"])


@app.task(name="send_confirmation", retry=RETRY)
def send_confirmation(saved_id: int) -> None:
    saved = SavedSearch.objects.filter(pk=saved_id).first()
    if saved:
        with override(saved.language):
            _send(saved, _("متابعة «%(title)s»: أكّد بريدك") % {"title": saved.title}, "confirm", {})


@app.periodic(cron="0 5 * * *")
@app.task(name="send_digests")
def send_digests(timestamp: int) -> None:
    """Queue a digest for every confirmed search; forget what nobody confirmed in time."""
    SavedSearch.objects.filter(confirmed_at=None, created_at__lt=timezone.now() - CONFIRM_WITHIN).delete()
    confirmed = SavedSearch.objects.exclude(confirmed_at=None).values_list("pk", flat=True)
    queue_jobs(send_digest.configure().make_new_job(saved_id=pk) for pk in confirmed)


@app.task(name="send_digest", queue=BESIDE_INDEX, retry=RETRY)
@transaction.atomic
def send_digest(saved_id: int) -> None:
    """Send what is new since the last one. Sent and noted under one lock: two workers send it once."""
    confirmed = SavedSearch.objects.exclude(confirmed_at=None).select_for_update()
    saved = confirmed.filter(pk=saved_id).first()
    if saved is None:
        return
    now = timezone.now()
    statements = new_statements(saved, now)
    if statements:
        with override(saved.language):
            title = _("جديد «%(title)s»") % {"title": saved.title}
            _send(saved, title, "digest", _told(saved, statements))
    saved.sent_until = now
    saved.save(update_fields=["sent_until"])


def _told(saved: SavedSearch, statements: list[Statement]) -> dict:
    rows = [
        {
            "statement": statement,
            "speakers": in_words(statement.speakers),
            "addressees": in_words(statement.addressees),
            "address": saved.whole(statement.get_absolute_url()),
        }
        for statement in statements[:SHOWN]
    ]
    more, address = len(statements) - len(rows), saved.whole(saved.get_absolute_url())
    return {"rows": rows, "count": len(statements), "more": more, "all": address}


class NoIndex(Exception):
    """The index is being built: the job is tried again later, and nothing new is passed over."""


def new_statements(saved: SavedSearch, until: datetime.datetime) -> list[Statement]:
    """The statements of the search published since the last digest, or added by an editor, newest first."""
    since = Q(article__published_at__gt=saved.sent_until, article__published_at__lte=until)
    added = Q(state=Statement.State.ADDED, reviewed_at__gt=saved.sent_until, reviewed_at__lte=until)
    fresh = set(Statement.objects.published().filter(since | added).values_list("pk", flat=True))
    if not fresh:
        return []
    results = search(QueryDict(saved.query))
    if not results.ready:
        raise NoIndex
    ids = [pk for pk in results.found.ids() if pk in fresh]
    return list(Statement.objects.published().filter(pk__in=ids).with_parts().newest())


def _send(saved: SavedSearch, subject: str, name: str, context: dict) -> None:
    context = context | {"saved": saved, "subject": subject}
    message = EmailMultiAlternatives(
        subject.replace("\n", " ").translate(_ISOLATES),
        render_to_string(f"mail/{name}.txt", context),
        settings.DEFAULT_FROM_EMAIL,
        [saved.email],
        headers={  # RFC 8058: the reader's mail program leaves with one click
            "List-Unsubscribe": f"<{saved.leave_address}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(render_to_string(f"mail/{name}.html", context), "text/html")
    message.send()
