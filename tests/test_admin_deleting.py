"""An article goes into the bin, comes back from it, and goes for good only by hand; readers are told that it is gone."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from statements.documents import Document, Part, fingerprint
from statements.editing.roles import CHIEF, EDITOR, keep_groups
from statements.intake import take_in
from statements.models import Article, ArticleKin, Statement, having_kin
from statements.publications import NOTHING_SAID
from tests.pages import shown

pytestmark = pytest.mark.django_db
LIST = "/admin/statements/article/"


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def at(article, name: str) -> str:
    return reverse(f"admin:statements_article_{name}", args=[article.pk])


def delete(desk, article, **sent):
    return desk.post(at(article, "delete"), sent, follow=True)


def test_the_page_says_what_goes_and_deleting_can_be_taken_back_at_once(desk, archive):
    asked = shown(desk.get(at(archive.article, "delete")))
    assert "ينتقل ما يلي إلى المحذوفات، ويُعاد منها كما كان متى شئت" in asked
    assert "3 تصريحات، راجع المحررون واحدًا منها" in asked
    assert "هذا المقال منشور" in asked
    assert "هذا المقال منشور" not in shown(desk.get(at(archive.draft, "delete")))
    told = delete(desk, archive.article)
    assert f'action="{at(archive.article, "restore")}"' in told.text
    assert Article.objects.get(pk=archive.article.pk).is_deleted
    told = desk.post(at(archive.article, "restore"), follow=True)
    assert "عاد المقال مسودة" in told.text
    assert Article.objects.get(pk=archive.article.pk).state == "draft"
    assert Statement.objects.get(pk=archive.refusal.pk).state == "confirmed"


def test_readers_are_told_that_it_is_gone(desk, archive, client):
    delete(desk, archive.article)
    delete(desk, archive.draft)
    client.logout()
    for address in (f"/articles/{archive.article.pk}/", f"/statements/{archive.peace.pk}/"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "حُذف من الأرشيف" in answer.text
        assert "Deleted from the archive" in client.get(f"/en{address}").text
    assert client.get(f"/articles/{archive.draft.pk}/").status_code == 404  # never public
    assert client.get(archive.call.get_absolute_url()).status_code == 404


def test_nobody_meets_it_on_the_desk_but_in_the_bin(desk, archive):
    delete(desk, archive.draft)
    assert desk.get("/admin/").context["numbers"]["to_review"] == 0
    for address in (LIST, "/admin/statements/statement/", f"{LIST}?q=السر", f"{LIST}?state__exact=draft"):
        assert f"/article/{archive.draft.pk}/review/" not in desk.get(address).text
    listed = desk.get(f"{LIST}?state__exact=deleted")
    assert f"/article/{archive.draft.pk}/review/" in listed.text
    assert [name for name, _label in listed.context["action_form"].fields["action"].choices][1:] == [
        "restore",
        "purge",
    ]


def test_a_late_save_is_told_and_changes_nothing(desk, archive):
    delete(desk, archive.article)
    address = reverse("admin:statements_article_decide", args=[archive.article.pk, archive.peace.pk])
    told = desk.post(address, {"act": "confirm", "version": "1"}, follow=True)
    assert "حُذف هذا المقال بعد أن فتحت الصفحة" in told.text
    assert "أعده مسودة" in told.text
    assert Statement.objects.get(pk=archive.peace.pk).state == "machine"


def test_only_from_the_bin_and_only_when_meant_it_goes_for_good(desk, archive):
    delete(desk, archive.draft, for_good="on")
    assert Article.objects.get(pk=archive.draft.pk).is_deleted
    assert "لم يُمحَ شيء" in delete(desk, archive.draft).text
    assert "مُحي «مسودة»" in shown(delete(desk, archive.draft, for_good="on"))
    assert not Article.objects.filter(pk=archive.draft.pk).exists()
    assert not Statement.objects.filter(pk=archive.secret.pk).exists()


def test_several_go_and_come_back_together(desk, archive):
    sent = {"action": "put_in_bin", "_selected_action": [archive.draft.pk, archive.article.pk]}
    assert "تُعاد من المحذوفات متى شئت" in desk.post(LIST, sent).text
    assert not Article.objects.filter(state="deleted").exists()
    assert "نُقل مقالان إلى المحذوفات." in desk.post(LIST, sent | {"apply": "1"}, follow=True).text
    told = desk.post(f"{LIST}?state__exact=deleted", sent | {"action": "restore"}, follow=True)
    assert "عاد مقالان مسودتين." in told.text
    assert Article.objects.filter(state="draft").count() == 2


def test_its_text_coming_again_is_told_and_it_is_nobodys_kin(desk, archive):
    delete(desk, archive.article)
    ArticleKin.objects.create(first=archive.article, second=archive.draft, similarity=1)
    assert having_kin(Article.objects.all()).count() == 0
    Article.objects.filter(pk=archive.article.pk).update(fingerprint=fingerprint(archive.article.text))
    part = Part("", document=Document(text=archive.article.text, encoding="utf-8"))
    [result] = take_in([(part, NOTHING_SAID)], keep=lambda _part: None)
    assert result.article == archive.article
    assert "في المحذوفات" in result.reason


@pytest.mark.parametrize(("role", "status"), [(EDITOR, 403), (CHIEF, 200)])
def test_only_a_chief_editor_deletes(client, archive, django_user_model, role, status):
    keep_groups()
    somebody = django_user_model.objects.create_user("somebody", is_staff=True)
    somebody.groups.add(Group.objects.get(name=role))
    client.force_login(somebody)
    assert client.get(at(archive.draft, "delete")).status_code == status
    archive.draft.put_in_bin(by=somebody)
    assert client.post(at(archive.draft, "restore"), follow=True).status_code == status
    assert Article.objects.get(pk=archive.draft.pk).is_deleted is (status == 403)


def test_the_history_tells_it(desk, archive):
    delete(desk, archive.article)
    desk.post(at(archive.article, "restore"))
    words = shown(desk.get(at(archive.article, "history")))
    assert words.index("إعادة من المحذوفات") < words.index("نقل إلى المحذوفات")
