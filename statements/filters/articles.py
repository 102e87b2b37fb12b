"""The articles that a search finds: the words stand in them, and one statement of theirs fits all that narrows.

Articles are indexed with what any of their statements has; where several things are asked of a statement,
the statements that fit all of them say which articles are meant.
"""

from dataclasses import replace
from functools import cached_property

from django.db.models import QuerySet

from statements.filters.facets import Facets
from statements.filters.results import Results
from statements.filters.sets import ArticleFilters
from statements.models import Article
from statements.search import Query, excerpt, highlight
from statements.search.criteria import Criteria, Narrowing
from statements.search.searching import Found


class ArticleSearch(Results):
    what, indexed = "articles", "article"
    filters = ArticleFilters

    @cached_property
    def criteria(self) -> Criteria:
        asked = self.filterset.criteria("article")
        if not self.is_joined:
            return asked
        fitting = Found(Criteria(narrowed=asked.narrowed)).values("article")
        return replace(asked, narrowed=(Narrowing((("id", fitting),)),))

    @property
    def is_joined(self) -> bool:
        """Whether the index has to be asked for the statements that fit, before the articles."""
        narrowed = self.filterset.criteria("article").narrowed
        of_statements = [one for one in narrowed if _is_of_statements(one)]
        several = len(of_statements) > 1 or any(one.since or one.until for one in narrowed)
        return bool(of_statements) and (several or of_statements[0].negated)

    @cached_property
    def counts_statements(self) -> bool:
        """Whether what narrows further is counted in statements that fit, for some are asked for already."""
        return any(map(_is_of_statements, self.filterset.criteria("article").narrowed))

    def queryset(self) -> QuerySet[Article]:
        return Article.objects.published().select_related("outlet")

    def mark(self, row: Article) -> None:
        row.highlighted_title = highlight(self.criteria.query, str(row))
        row.highlighted = excerpt(self.criteria.query, row.text)

    @cached_property
    def _facets(self) -> Facets:
        if not self.counts_statements:
            return Facets(self.filterset, self.found, self.criteria_but)
        return Facets(self.filterset, Found(self._fitting()), self._fitting)

    def _fitting(self, but: str = "") -> Criteria:
        """The statements that fit, in the articles with the words."""
        asked = self.filterset.criteria("statement", but=but)
        return replace(asked, query=Query(), narrowed=(*asked.narrowed, *self._with_words))

    @cached_property
    def _with_words(self) -> tuple[Narrowing, ...]:
        query = replace(self.criteria.query, fields=())
        if not query.parts:
            return ()
        return (Narrowing((("article", Found(Criteria("article", query)).values("id")),)),)


def _is_of_statements(narrowing: Narrowing) -> bool:
    """Whether it asks something of a statement; who published it and on what day is said of articles too."""
    return any(field != "outlet" for field, _values in narrowing.ways)
