"""Rows to documents of the index: only what the public sees goes in."""

from collections.abc import Iterable, Sequence

import tantivy
from django.db.models import Prefetch

from statements.models import Actor, Article, Party, Statement
from statements.search.analysis import Token, analyse
from statements.search.index import key, own

_LONGEST_WORD = 200  # code points; nobody looks for a longer one, and Tantivy takes no term of 64 KB
Countries = dict[int, str]  # the states that actors stand for, by id
# The field of the state that a side stands for.
_SIDES = {Party.Role.SPEAKER: "country", Party.Role.ADDRESSEE: "to_country"}
_GAP = 10  # positions between two texts of one field, so that no phrase spans them


def documents(what: str, ids: Iterable[int]) -> list[tantivy.Document]:
    """The documents of those of the rows that the public sees; `what` is statement, article or actor."""
    rows = list(_ROWS[what]().filter(pk__in=list(ids)))
    countries = _countries(rows) if what != "actor" else {}
    return [_MAKERS[what](row, countries) for row in rows]


def how_many(what: str) -> int:
    """Rows that have a document."""
    return _ROWS[what]().count()


def all_ids(what: str, after: int, limit: int) -> list[int]:
    """Up to `limit` ids greater than `after`, in order, of rows that may have a document."""
    rows = _ROWS[what]().order_by("pk").filter(pk__gt=after).prefetch_related(None)
    return list(rows.values_list("pk", flat=True)[:limit])


def _parties(path: str) -> Prefetch:
    return Prefetch(path, Party.objects.order_by(), to_attr="those_in_it")


def _statements():
    # Not joined: statements of one article stand together, and its text is then read once.
    return Statement.objects.published().order_by().prefetch_related("article", "event", _parties("parties"))


def _articles():
    standing = Prefetch("statements", Statement.objects.standing().order_by(), to_attr="in_order")
    rows = Article.objects.published().order_by()
    return rows.prefetch_related(standing, "in_order__event", _parties("in_order__parties"))


def _actors():
    return Actor.objects.order_by().prefetch_related("names")


def _countries(rows: Iterable[Statement | Article]) -> Countries:
    """The states of those who speak and are spoken to in these rows."""
    statements = (one for row in rows for one in getattr(row, "in_order", [row]))
    ids = {party.actor_id for one in statements for party in one.those_in_it}
    return dict(Actor.objects.filter(pk__in=ids).exclude(country="").order_by().values_list("pk", "country"))


def _statement(row: Statement, countries: Countries) -> tantivy.Document:
    article = row.article
    document = _document("statement", row.pk, day=row.day, outlet=article.outlet_id)
    _add_text(document, "statement", (article.text[start:end] for start, end in row.spans))
    _add_parties(document, "statement", [row], countries)
    document.add_unsigned("article", article.pk)
    document.add_unsigned("order", _order(row.day, article.pk, row.start))
    return document


def _article(row: Article, countries: Countries) -> tantivy.Document:
    document = _document("article", row.pk, day=row.date, outlet=row.outlet_id)
    _add_text(document, "article", [row.title, row.text])
    _add_parties(document, "article", row.in_order, countries)
    document.add_unsigned("order", _order(row.date, row.pk))
    return document


def _actor(row: Actor, countries: Countries) -> tantivy.Document:
    document = _document("actor", row.pk)
    _add_names(document, "actor", [row.name, *(name.text for name in row.names.all())])
    return document


_ROWS = {"statement": _statements, "article": _articles, "actor": _actors}
_MAKERS = {"statement": _statement, "article": _article, "actor": _actor}


def _document(what: str, pk: int, *, day=None, outlet: int | None = None) -> tantivy.Document:
    # Document(id=…) would make signed values, which stop the writer on unsigned fields.
    document = tantivy.Document()
    document.add_text("key", key(what, pk))
    document.add_text("what", what)
    document.add_unsigned("id", pk)
    if day:
        document.add_unsigned("day", day.toordinal())
        document.add_unsigned("year", day.year)
    if outlet:
        document.add_unsigned("outlet", outlet)
    return document


def _add_parties(
    document: tantivy.Document, what: str, statements: Iterable[Statement], countries: Countries
) -> None:
    """Who speaks to whom by whose account, when and how in these statements, each value once."""
    values, names = set(), set()
    for statement in statements:
        values.add((document.add_text, "kind", statement.kind))
        values.add((document.add_text, "reviewed", "yes" if statement.is_reviewed else "no"))
        if statement.sense:
            values.add((document.add_text, "sense", statement.sense))
        if statement.event:
            values.add((document.add_text, "event", statement.event.type))
            values.add((document.add_unsigned, "occasion", statement.event_id))
        for party in statement.those_in_it:
            if party.role != Party.Role.REPORTER:
                names.add(party.name)
            if party.actor_id:
                values.add((document.add_unsigned, str(party.role), party.actor_id))
                if (field := _SIDES.get(party.role)) and party.actor_id in countries:
                    values.add((document.add_text, field, countries[party.actor_id]))
    for add, name, value in values:
        add(own(what, name), value)
    _add_names(document, what, sorted(names))


def _add_text(document: tantivy.Document, what: str, texts: Iterable[str]) -> None:
    _add_tokens(document, [own(what, name) for name in ("stems", "spellings", "beginnings")], texts)


def _add_names(document: tantivy.Document, what: str, names: Iterable[str]) -> None:
    _add_tokens(document, [own(what, name) for name in ("names", "name_spellings", "name_beginnings")], names)


def _add_tokens(document: tantivy.Document, fields: Sequence[str], texts: Iterable[str]) -> None:
    """Two readings of one word stand at one position, and so do a word and what is left without particles."""
    tokens = _tokens(texts)
    stems, spellings, beginnings = fields
    _add(document, stems, [(token.stem, at) for token, at in tokens])
    _add(document, spellings, [(token.spelled, at) for token, at in tokens])
    _add(document, beginnings, [(word, 0) for token, _at in tokens for word in (token.word, token.base)])


def _tokens(texts: Iterable[str]) -> list[tuple[Token, int]]:
    """The tokens of several texts with their positions in one field."""
    found, offset = [], 0
    for text in texts:
        tokens = analyse(text)
        found += [(token, offset + token.position) for token in tokens if len(token.word) <= _LONGEST_WORD]
        offset += tokens[-1].position + _GAP if tokens else 0
    return found


def _add(document: tantivy.Document, name: str, terms: list[tuple[str, int]]) -> None:
    """Terms with their positions, each pair once."""
    tokens = [tantivy.Token(term, at, 0, 0) for term, at in dict.fromkeys(terms)]
    document.add_pre_tokenized_text(name, tantivy.PreTokenizedString("", tokens))


def _order(day, article: int, start: int = 0) -> int:
    """The order of Statement.objects.newest() as one number of 64 bits: day, article, place in the article."""
    ordinal = day.toordinal() if day else 0
    return ordinal << 42 | min(article, 2**26 - 1) << 16 | 2**16 - 1 - min(start, 2**16 - 1)
