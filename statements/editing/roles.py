"""What an editor, a chief editor and an administrator may do; Django's groups carry it.

`make run` and every other `migrate` bring the groups into step with this page; who is in which stays as it is.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet

EDITOR, CHIEF, ADMINISTRATOR = "محرر", "رئيس تحرير", "مدير"  # the names of the groups

PUBLISH = "statements.publish_article"
IMPORT = "statements.import_article"  # many articles in one file: tables, archives, feeds
MERGE = "statements.merge_actor"

_EDITOR = (
    *("view_article", "add_article", "change_article"),
    *("view_statement", "add_statement", "change_statement"),
    *("view_event", "change_event"),
    *("view_eventparticipant", "add_eventparticipant", "change_eventparticipant", "delete_eventparticipant"),
    *("view_actor", "add_actor", "change_actor"),
    *("view_actorname", "add_actorname", "change_actorname", "delete_actorname"),
    *("view_outlet", "add_outlet", "change_outlet", "view_import"),
    *("view_errorreport", "change_errorreport"),
)
_CHIEF = (
    *("publish_article", "import_article", "delete_article"),
    *(
        "merge_actor",
        "delete_actor",
        "delete_event",
        "delete_outlet",
        "view_savedsearch",
        "delete_errorreport",
    ),
)


def keep_groups(**_signal) -> None:
    """Make the groups, and give each what it may do and no more of the archive's own rights."""
    for name, rights in (
        (EDITOR, _ours().filter(codename__in=_EDITOR)),
        (CHIEF, _ours().filter(codename__in=(*_EDITOR, *_CHIEF))),
        (ADMINISTRATOR, _ours() | Permission.objects.filter(content_type__app_label="auth")),
    ):
        Group.objects.get_or_create(name=name)[0].permissions.set(rights)


def _ours() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="statements")
