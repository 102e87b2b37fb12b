"""What the public sees, said once; every other published() is made of this."""

from django.db.models import Q

DRAFT, PUBLISHED, DELETED = "draft", "published", "deleted"  # states of an article
MACHINE, CONFIRMED, CORRECTED, ADDED = "machine", "confirmed", "corrected", "added"  # of a statement
REJECTED, WITHDRAWN = "rejected", "withdrawn"

STANDING = (MACHINE, CONFIRMED, CORRECTED, ADDED)  # neither rejected by an editor nor withdrawn by a machine
DECIDED = (
    CONFIRMED,
    CORRECTED,
    ADDED,
    REJECTED,
)  # an editor has spoken: later extractions leave the row alone


def published_statement(path: str = "") -> Q:
    """Standing statements of published articles.

    `path` is the lookup that leads to the statement, with its two underscores: `parties__statement__`.
    """
    return Q(**{f"{path}article__state": PUBLISHED, f"{path}state__in": STANDING})
