"""What a page is about, for programs: JSON-LD in the words of schema.org.

Addresses are made whole by `absolute`. What the archive does not know is left out.
"""

from collections.abc import Callable, Iterable

from django.db.models import Model

from statements.models import Actor, Article, Event, Portrait, Statement
from statements.pages.addresses import web_address
from statements.pages.names import occasion
from statements.pages.spellings import Spellings
from statements.pages.wording import balanced

Absolute = Callable[[str], str]
Data = dict[str, object]

_KINDS = {
    Actor.Kind.PERSON: "Person",
    Actor.Kind.ORGANIZATION: "Organization",
    Actor.Kind.COUNTRY: "Country",
    Actor.Kind.AGENCY: "NewsMediaOrganization",
    Actor.Kind.GROUP: "Organization",
}
_UNMARKED = dict.fromkeys(map(ord, "\u2068\u2069"))  # isolates


def linked_data(
    row: Model, absolute: Absolute, spellings: Spellings | None = None, portrait: Portrait | None = None
) -> Data | None:
    """The row as schema.org describes it; None where schema.org has no word for it.

    `spellings` and `portrait` are those of an actor that readers may see.
    """
    described = (
        _actor(row, absolute, spellings, portrait)
        if isinstance(row, Actor)
        else _DESCRIBED[type(row)](row, absolute)
    )
    return {"@context": "https://schema.org", **described} if described else None


def _statement(statement: Statement, absolute: Absolute) -> Data:
    said = {
        "text": balanced(statement),
        "inLanguage": "ar",
        "spokenByCharacter": _people(statement.speakers, absolute),
        "audience": [{"@type": "Audience", "name": _name(row)} for row in statement.addressees if _name(row)],
        "contributor": _people(statement.reporters, absolute),
        "dateCreated": _day(statement.event and statement.event.day),
        "datePublished": _day(statement.article.date),
        "recordedAt": _named("Event", statement.event, absolute) if statement.event else None,
        "isPartOf": _article_named(statement.article, absolute),
        "creativeWorkStatus": str(statement.get_state_display()),
    }
    return _page("Quotation", statement, absolute) | _known(said)


def _actor(actor: Actor, absolute: Absolute, spellings: Spellings | None, portrait: Portrait | None) -> Data:
    kind = _KINDS.get(actor.kind)
    if not kind:  # whoever was not named is neither a person nor a body
        return {}
    names = spellings.names if spellings else []
    about = {
        "name": actor.name,
        "alternateName": [name for name in [actor.name_en, *names] if name and name != actor.name],
        "description": actor.note,
        "image": _image(portrait, absolute) if portrait else None,
        "sameAs": f"https://www.wikidata.org/entity/{actor.wikidata}" if actor.wikidata else "",
    }
    if kind == "Person":
        about["jobTitle"] = [office.text for office in spellings.offices] if spellings else []
    return _page(kind, actor, absolute) | _known(about)


def _image(portrait: Portrait, absolute: Absolute) -> Data:
    return {
        "@type": "ImageObject",
        "contentUrl": absolute(portrait.get_absolute_url()),
        "creditText": portrait.credit,
        "width": portrait.width,
        "height": portrait.height,
    }


def _event(event: Event, absolute: Absolute) -> Data:
    took_part = list(event.participants.all())
    about = {
        "name": occasion(event).translate(_UNMARKED),
        "startDate": _day(event.day),
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "attendee": _people(took_part, absolute),
        "subjectOf": _article_named(event.article, absolute),
    }
    return _page("Event", event, absolute) | _known(about)


def _article(article: Article, absolute: Absolute) -> Data:
    outlet = article.outlet
    about = {
        "headline": str(article),
        "inLanguage": "ar",
        "datePublished": _day(article.date),
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": _known(
            {"@type": "NewsMediaOrganization", "name": outlet.called, "url": web_address(outlet.url)}
        )
        if outlet
        else None,
        "isBasedOn": web_address(article.url),
        "isAccessibleForFree": True,
    }
    return _page("NewsArticle", article, absolute) | _known(about)


def _people(rows: Iterable, absolute: Absolute) -> list[Data]:
    """Parties and participants; whom the archive does not know by name alone."""
    found = []
    for row in rows:
        kind = _KINDS.get(row.actor.kind) if row.actor else None
        if kind:
            kind = "Organization" if kind == "Country" else kind  # which to schema.org is a place
            found.append({"@type": kind, "name": row.actor.name} | _address(row.actor, absolute))
        elif _name(row):
            found.append({"@type": "Person", "name": _name(row)})
    return found


def _article_named(article: Article, absolute: Absolute) -> Data:
    return {"@type": "NewsArticle", "headline": str(article)} | _address(article, absolute)


def _named(kind: str, row: Model, absolute: Absolute) -> Data:
    return {"@type": kind, "name": str(row.get_type_display())} | _address(row, absolute)


def _page(kind: str, row: Model, absolute: Absolute) -> Data:
    return {"@type": kind, **_address(row, absolute)}


def _address(row: Model, absolute: Absolute) -> Data:
    address = absolute(row.get_absolute_url())
    return {"@id": address, "url": address}


def _name(row) -> str:
    return row.actor.name if row.actor else row.name


def _day(day) -> str:
    return day.isoformat() if day else ""


def _known(about: Data) -> Data:
    return {name: value for name, value in about.items() if value not in (None, "", [])}


_DESCRIBED: dict[type[Model], Callable[[Model, Absolute], Data]] = {
    Statement: _statement,
    Event: _event,
    Article: _article,
}
