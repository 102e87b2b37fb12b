"""What each role may do, asked of the server: every act of the desk, by everybody."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from statements.editing import roles
from statements.models import Actor, Article, ImportResult, Statement
from tests.builders import build_actor

pytestmark = pytest.mark.django_db

NOBODY = "بلا دور"
EVERYBODY = (NOBODY, roles.EDITOR, roles.CHIEF, roles.ADMINISTRATOR)
EDITORS, CHIEFS = EVERYBODY[1:], EVERYBODY[2:]


@pytest.fixture
def as_role(client, django_user_model):
    def log_in(role: str):
        user = django_user_model.objects.create_user(f"user-{len(role)}", password="-", is_staff=True)
        user.groups.set(Group.objects.filter(name=role))
        client.force_login(user)
        return client

    return log_in


def of_article(act: str, article, *more) -> str:
    return reverse(f"admin:statements_article_{act}", args=[article.pk, *more])


def acts(archive) -> dict[str, tuple[str, dict, tuple]]:
    """Each act: its address, what is sent (None: it is only looked at), and who may do it."""
    article, statement, event = archive.article, archive.peace, archive.call
    listed = reverse("admin:statements_article_changelist")
    chosen = {"_selected_action": [article.pk], "index": 0}
    return {
        "review": (of_article("review", article), None, EDITORS),
        "file": (of_article("original", article), None, EDITORS),
        "history": (of_article("history", article), None, EDITORS),
        "upload": (reverse("admin:statements_article_upload"), None, EDITORS),
        "decide": (of_article("decide", article, statement.pk), {"act": "confirm"}, EDITORS),
        "confirm all": (of_article("confirm_all", article), {}, EDITORS),
        "undo": (of_article("undo", article), {}, EDITORS),
        "here": (of_article("here", article), {}, EDITORS),
        "content": (of_article("recontent", article, statement.pk), {}, EDITORS),
        "split": (of_article("split", article, statement.pk), {}, EDITORS),
        "join": (of_article("join", article, statement.pk), {}, EDITORS),
        "correct": (of_article("correct", article, statement.pk), {}, EDITORS),
        "add": (of_article("add_statement", article), {}, EDITORS),
        "describe": (of_article("describe", article), {}, EDITORS),
        "correct event": (of_article("correct_event", article, event.pk), {}, EDITORS),
        "delete event": (of_article("delete_event", article, event.pk), {}, EDITORS),
        "extract": (of_article("extract", article), {}, EDITORS),
        "publish": (of_article("publish", article), {"act": "unpublish"}, CHIEFS),
        "delete article": (of_article("delete", article), {"post": "yes"}, CHIEFS),
        "publish many": (listed, {"action": "unpublish"} | chosen, CHIEFS),
        "delete actor": (
            reverse("admin:statements_actor_delete", args=[build_actor("سالم الراوي").pk]),
            {},
            CHIEFS,
        ),
        "users": (reverse("admin:auth_user_changelist"), None, (roles.ADMINISTRATOR,)),
    }


ACTS = (
    *(
        "review",
        "file",
        "history",
        "upload",
        "decide",
        "confirm all",
        "undo",
        "here",
        "content",
        "split",
        "join",
        "correct",
        "add",
    ),
    *("describe", "correct event", "delete event", "extract", "publish", "delete article"),
    *("delete actor", "users"),
)


@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("act", ACTS)
def test_the_server_refuses_whoever_may_not(as_role, archive, act, role):
    client = as_role(role)
    address, data, allowed = acts(archive)[act]
    response = client.get(address) if data is None else client.post(address, data)
    assert (response.status_code == 403) == (role not in allowed)


@pytest.mark.parametrize("role", EVERYBODY)
def test_only_chiefs_publish_from_the_list(as_role, archive, role):
    client = as_role(role)
    address, data, allowed = acts(archive)["publish many"]
    client.post(address, data)
    archive.article.refresh_from_db()
    assert archive.article.is_published == (role not in allowed)


@pytest.mark.parametrize("role", [roles.EDITOR, roles.CHIEF])
def test_state_of_many_articles_is_the_chiefs_to_change(as_role, archive, role):
    client = as_role(role)
    data = {"action": "describe", "apply": "1", "_selected_action": [archive.article.pk]}
    client.post(reverse("admin:statements_article_changelist"), data | {"state": "draft", "date": "1/6/2021"})
    archive.article.refresh_from_db()
    assert archive.article.is_published == (role == roles.EDITOR)


@pytest.mark.parametrize("role", [roles.EDITOR, roles.CHIEF])
@pytest.mark.parametrize("name", ["أخبار.csv", "خبر.txt"])
def test_files_of_many_articles_are_the_chiefs_to_import(as_role, queue, role, name):
    client = as_role(role)
    file = SimpleUploadedFile(name, "النص\nقال رئيس مجلس السهول إن الموسم كان وفيرًا.\n".encode())
    page = client.post(reverse("admin:statements_article_upload"), {"files": [file]}, follow=True)
    refused = role == roles.EDITOR and name.endswith(".csv")
    assert ImportResult.objects.filter(outcome="refused").exists() == refused
    assert ("إدخالها لرئيس التحرير" in page.text) == refused


def test_the_page_of_an_editor_has_no_button_to_publish_or_delete(as_role, archive):
    page = as_role(roles.EDITOR).get(of_article("review", archive.article))
    assert of_article("publish", archive.article) not in page.text
    assert of_article("delete", archive.article) not in page.text
    assert of_article("confirm_all", archive.article) in page.text


def test_roles_are_kept_in_step_and_their_people_with_them(django_user_model):
    group = Group.objects.get(name=roles.EDITOR)
    person = django_user_model.objects.create_user("a")
    person.groups.add(group)
    group.permissions.clear()
    roles.keep_groups()
    assert person.has_perm("statements.change_article")
    assert not person.has_perm(roles.PUBLISH)


def test_nothing_of_the_archive_is_beyond_an_administrator(django_user_model):
    person = django_user_model.objects.create_user("a")
    person.groups.add(Group.objects.get(name=roles.ADMINISTRATOR))
    assert all(
        person.has_perm(f"statements.{act}_{model._meta.model_name}")
        for model in (Article, Statement, Actor)
        for act in ("add", "change", "delete", "view")
    )
