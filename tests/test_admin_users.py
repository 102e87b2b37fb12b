"""Editors are added with a name, a password and a role; that is all it takes to work on the desk."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from statements.editing import roles

pytestmark = pytest.mark.django_db
PASSWORD = "long-enough-7391"


@pytest.fixture
def administrator(client):
    user = User.objects.create_user("mudir", password="-", is_staff=True)
    user.groups.add(Group.objects.get(name=roles.ADMINISTRATOR))
    client.force_login(user)
    return client


def add(client, **typed) -> User:
    role = Group.objects.get(name=typed.pop("role")).pk
    data = {"username": "sara", "role": role, "password1": PASSWORD, "password2": PASSWORD} | typed
    response = client.post(reverse("admin:auth_user_add"), data)
    assert response.status_code == 302, response.context["errors"]
    return User.objects.get(username="sara")


@pytest.mark.parametrize("role", [roles.EDITOR, roles.CHIEF, roles.ADMINISTRATOR])
def test_one_is_added_with_a_role_and_may_enter(administrator, client, role):
    user = add(administrator, role=role, first_name="سارة")
    assert [group.name for group in user.groups.all()] == [role]
    client.logout()
    assert client.login(username="sara", password=PASSWORD)
    assert client.get(reverse("admin:index")).status_code == 200
    assert user.has_perm(roles.PUBLISH) == (role != roles.EDITOR)


def test_a_role_is_changed_and_taken_away(administrator):
    user = add(administrator, role=roles.EDITOR)
    address = reverse("admin:auth_user_change", args=[user.pk])
    chief = Group.objects.get(name=roles.CHIEF)
    administrator.post(address, {"username": "sara", "role": chief.pk, "is_active": "on"})
    assert list(user.groups.all()) == [chief]
    administrator.post(address, {"username": "sara", "role": "", "is_active": "on"})
    user.refresh_from_db()
    assert (list(user.groups.all()), user.is_staff) == ([], False)


def test_an_account_that_may_do_more_is_beyond_an_administrator(administrator, editor):
    address = reverse("admin:auth_user_change", args=[editor.pk])
    administrator.post(address, {"username": "mine", "is_active": "on"})
    editor.refresh_from_db()
    assert (editor.username, editor.is_superuser) == ("editor", True)


def test_the_page_names_the_roles(administrator):
    page = administrator.get(reverse("admin:auth_user_add")).text
    assert all(role in page for role in (roles.EDITOR, roles.CHIEF, roles.ADMINISTRATOR))
    assert administrator.get(reverse("admin:auth_user_changelist")).status_code == 200
