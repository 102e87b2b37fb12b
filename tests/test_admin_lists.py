"""Actors, events, outlets and statements in the admin, and its own words on every screen."""

import json
import re
from html import unescape

import pytest
from django.urls import reverse

from statements.models import Actor, ActorName, Outlet, Publication
from tests.builders import build_actor, build_event, build_mention, build_outlet
from tests.pages import shown

SCREENS = [
    "/admin/",
    "/admin/queue/",
    "/admin/statements/",
    "/admin/statements/article/",
    "/admin/statements/article/?q=الحوار",
    "/admin/statements/article/upload/",
    "/admin/statements/statement/",
    "/admin/statements/actor/",
    "/admin/statements/actor/add/",
    "/admin/statements/event/",
    "/admin/statements/outlet/",
    "/admin/statements/outlet/add/",
    "/admin/auth/user/",
    "/admin/password_change/",
]

FORMATS = {"Word", "PDF", "RSS", "ZIP", "JPEG", "PNG", "WebP"}  # have no Arabic names


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def names(actor, **typed) -> dict:
    """The form of an actor with its names as they are."""
    rows = list(actor.names.all()) if actor.pk else []
    data = {
        "name": actor.name,
        "kind": actor.kind,
        "names-INITIAL_FORMS": len(rows),
        "names-TOTAL_FORMS": len(rows) + 1,
    }
    for at, row in enumerate(rows):
        data |= {f"names-{at}-id": row.pk, f"names-{at}-text": row.text, f"names-{at}-kind": row.kind}
    at = len(rows)
    return (
        data
        | {f"names-{at}-text": "", f"names-{at}-kind": "name", f"names-{at}-actor": actor.pk or ""}
        | typed
    )


def lookup(client, **query) -> list[str]:
    response = client.get(reverse("admin:statements_actor_lookup"), query)
    return [row["name"] for row in response.json()["actors"]]


@pytest.mark.parametrize("screen", SCREENS)
def test_screens_speak_arabic(desk, editor, screen):
    response = desk.get(screen)
    assert response.status_code == 200
    assert '<html lang="ar" dir="rtl">' in response.text
    assert english_words(response.text, known={editor.username, "https"} | FORMATS) == set()


def english_words(html: str, known: set[str]) -> set[str]:
    """Latin words that a person would see or hear on the page."""
    html = re.sub(r"<(script|style|datalist)\b.*?</\1>|<!--.*?-->", " ", html, flags=re.DOTALL)
    spoken = re.findall(r'\b(?:alt|title|placeholder|aria-label|value)="([^"]*)"', html)
    spoken = [words for words in spoken if not re.fullmatch(r"[\w:./=?-]*", words, flags=re.ASCII)]
    seen = unescape(re.sub(r"<[^>]*>", " ", html))
    return set(re.findall(r"[A-Za-z]{3,}", " ".join([seen, *spoken]))) - known


def test_every_static_file_is_our_own(desk):
    text = desk.get("/admin/statements/article/upload/").text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"\sstyle=|\son[a-z]+=", text)


def test_a_new_name_is_folded(desk, archive):
    page = f"/admin/statements/actor/{archive.halwani.pk}/change/"
    at = archive.halwani.names.count()
    desk.post(page, names(archive.halwani, **{f"names-{at}-text": "أبو إيادٍ  الحلوانى"}))
    assert ActorName.objects.get(text="أبو إيادٍ الحلوانى").folded == "ابو اياد الحلواني"


def test_a_corrected_spelling_is_folded_anew(desk, archive):
    row = archive.halwani.names.get(text="الحلواني")
    at = list(archive.halwani.names.all()).index(row)
    desk.post(
        f"/admin/statements/actor/{archive.halwani.pk}/change/",
        names(archive.halwani, **{f"names-{at}-text": "الحُلواني الأكبر"}),
    )
    row.refresh_from_db()
    assert row.folded == "الحلواني الاكبر"


def test_a_renamed_actor_is_found_by_its_new_name_and_keeps_its_address(desk, archive):
    slug = archive.halwani.slug
    desk.post(
        f"/admin/statements/actor/{archive.halwani.pk}/change/",
        names(archive.halwani, name="سامر بن نادر الحلواني"),
    )
    archive.halwani.refresh_from_db()
    assert (archive.halwani.name, archive.halwani.slug) == ("سامر بن نادر الحلواني", slug)
    assert lookup(desk, q="نادر الحلوانى") == ["سامر بن نادر الحلواني"]


def test_a_name_of_no_letters_is_refused(desk, archive):
    at = archive.halwani.names.count()
    response = desk.post(
        f"/admin/statements/actor/{archive.halwani.pk}/change/",
        names(archive.halwani, **{f"names-{at}-text": "«»"}),
    )
    assert "لا حرف في هذا الاسم" in response.text


def test_a_new_actor_is_known_by_its_name(desk):
    desk.post("/admin/statements/actor/add/", names(Actor(name="مجلس السهول", kind="organization")))
    assert Actor.objects.get(name="مجلس السهول").names.get().folded == "مجلس السهول"


def test_an_actor_with_statements_cannot_be_deleted(desk, archive):
    desk.post(f"/admin/statements/actor/{archive.halwani.pk}/delete/", {"post": "yes"})
    assert Actor.objects.filter(pk=archive.halwani.pk).exists()


def test_an_actor_of_mentions_only_is_deleted_and_the_mentions_stay(desk, archive):
    passer = build_actor("نادر السالمي")
    mention = build_mention(archive.article, "الحلواني", passer)
    page = f"/admin/statements/actor/{passer.pk}/delete/"
    assert "نادر السالمي" in desk.get(page).text
    desk.post(page, {"post": "yes"})
    mention.refresh_from_db()
    assert mention.actor is None
    assert not Actor.objects.filter(pk=passer.pk).exists()


def test_several_actors_are_deleted_at_once_but_none_with_a_part(desk, archive):
    passers = [build_actor(name) for name in ("نادر السالمي", "عابر السالمي")]
    chosen = {"action": "delete_selected", "post": "yes"}
    both = chosen | {"_selected_action": [passers[0].pk, archive.halwani.pk]}
    desk.post("/admin/statements/actor/", both)
    assert Actor.objects.filter(pk__in=[passers[0].pk, archive.halwani.pk]).count() == 2
    desk.post("/admin/statements/actor/", chosen | {"_selected_action": [one.pk for one in passers]})
    assert not Actor.objects.filter(name__contains="السالمي").exists()


def test_an_actor_that_took_part_in_an_event_stays(desk, archive):
    guest = build_actor("نادر السالمي")
    build_event(archive.article, "meeting", [guest])
    assert desk.post(f"/admin/statements/actor/{guest.pk}/delete/", {"post": "yes"}).status_code == 403


def test_renaming_tells_so_and_warns_of_namesakes(desk, archive):
    page = f"/admin/statements/actor/{archive.halwani.pk}/change/"
    told = desk.post(page, names(archive.halwani, name="ليث البارودى"), follow=True).text
    assert "حُفظ الاسم الجديد: «ليث البارودى»" in told
    assert "هذا الاسم لغيرها أيضًا" in told
    assert f'<a href="/admin/statements/actor/{archive.baroudi.pk}/change/">ليث البارودي</a>' in told
    archive.halwani.refresh_from_db()
    told = desk.post(page, names(archive.halwani, kind="group"), follow=True).text
    assert "حُفظ الاسم الجديد" not in told


def test_history_of_an_actor_says_what_became_what(desk, archive):
    page = f"/admin/statements/actor/{archive.halwani.pk}/"
    at = archive.halwani.names.count()
    typed = {"name": "سامر بن نادر", "kind": "group", f"names-{at}-text": "أبو إياد"}
    desk.post(f"{page}change/", names(archive.halwani, **typed))
    history = shown(desk.get(f"{page}history/"))
    assert "الاسم كان: سامر الحلواني ← صار: سامر بن نادر" in history
    assert "النوع كان: شخص ← صار: مجموعة" in history
    assert "اسم أو منصب كان: — ← صار: أبو إياد" in history


def test_djangos_own_words_are_put_right(desk, client, archive):
    rows = re.search(r'data-inline-formset="(.*?)"', desk.get("/admin/statements/actor/add/").text)[1]
    assert json.loads(unescape(rows))["options"]["addText"] == "إضافة اسم أو منصب"
    assert (
        "لا، ارجع" in desk.get(f"/admin/statements/outlet/{build_outlet('صحيفة بلا مقال').pk}/delete/").text
    )
    assert json.dumps("لا شيء محدد من")[1:-1] in desk.get("/admin/jsi18n/").text
    assert "خرجتَ. شكرًا لك." in desk.post("/admin/logout/").text
    refused = client.post("/admin/login/", {"username": "x", "password": "y"}).text
    assert "الحقلان حسّاسان" in refused


def test_events_of_nothing_are_listed_only_if_an_editor_worked_on_them(desk, archive):
    idle = build_event(archive.article, "speech")
    assert set(listed(desk, "event")) == {archive.call}
    idle.edited = True
    idle.save()
    assert set(listed(desk, "event")) == {archive.call, idle}


def listed(client, model: str):
    return client.get(f"/admin/statements/{model}/").context["cl"].result_list


@pytest.mark.parametrize("words", ["الحلوانى", "وزير خارجيه ارخانيا", "سامِر", "حلو"])
def test_lookup_finds_any_spelling_name_or_office(desk, words):
    assert lookup(desk, q=words) == ["سامر الحلواني"]


def test_lookup_puts_whole_names_first(desk, archive):
    build_actor("مكتب البارودي", "organization")
    build_actor("البارودي الصغير")
    assert lookup(desk, q="البارودي")[0] == "ليث البارودي"


def test_lookup_without_words_offers_who_is_in_the_article(desk, archive):
    build_actor("غائب عن المقال")
    assert lookup(desk, article=archive.article.pk) == ["سامر الحلواني", "ليث البارودي", "وكالة الأفق"]
    assert lookup(desk, article="لا رقم") == []
    assert lookup(desk) == []


def test_lookup_is_for_those_who_may_see_actors(client, django_user_model):
    client.force_login(
        django_user_model.objects.create_user("clerk", password="a-long-password", is_staff=True)
    )
    assert client.get(reverse("admin:statements_actor_lookup"), {"q": "x"}).status_code == 403


@pytest.mark.parametrize(("page", "most"), [("statement", 12), ("actor", 8), ("event", 9), ("outlet", 7)])
def test_queries_of_the_lists(desk, page, most, django_assert_max_num_queries):
    with django_assert_max_num_queries(most):
        assert desk.get(f"/admin/statements/{page}/").status_code == 200


def test_statements_and_events_are_changed_on_the_review_page(desk, archive):
    statement = desk.get(f"/admin/statements/statement/{archive.peace.pk}/change/")
    assert statement.headers["Location"].endswith(f"/review/#statement-{archive.peace.pk}")
    event = desk.get(f"/admin/statements/event/{archive.call.pk}/change/")
    assert event.headers["Location"].endswith(f"/review/?event={archive.call.pk}#event-{archive.call.pk}")


@pytest.mark.parametrize("model", ["statement", "event"])
def test_statements_and_events_are_not_added_or_deleted_in_lists(desk, archive, model):
    assert desk.get(f"/admin/statements/{model}/add/").status_code == 403
    pk = archive.peace.pk if model == "statement" else archive.call.pk
    assert desk.post(f"/admin/statements/{model}/{pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(("words", "found"), [("الحلوانى", 3), ("لا أحد بهذا الاسم", 0)])
def test_statements_are_searched_by_their_people(desk, words, found):
    response = desk.get("/admin/statements/statement/", {"q": words})
    assert response.context["cl"].result_count >= found
    assert bool(response.context["cl"].result_count) == bool(found)


@pytest.mark.parametrize(
    ("page", "words", "found"),
    [
        ("event", "الحلوانى", True),
        ("event", "اتصال هاتفى", True),
        ("event", "زنجبيل", False),
        ("outlet", "وَكاله الافق", True),
        ("outlet", "زنجبيل", False),
        ("actor", "وزير خارجيه", True),
        ("actor", "زنجبيل", False),
    ],
)
def test_lists_are_searched_in_any_spelling(desk, page, words, found):
    response = desk.get(f"/admin/statements/{page}/", {"q": words})
    assert bool(response.context["cl"].result_count) == found


def test_outlet_address_is_completed(desk):
    desk.post("/admin/statements/outlet/add/", {"name": "صحيفة الضفة", "url": "example.org"})
    assert Outlet.objects.get(name="صحيفة الضفة").url == "https://example.org"


def test_outlet_of_which_only_other_texts_were_published_again_is_not_empty(desk, archive):
    again = build_outlet("صحيفة الضفة")
    Publication.objects.create(article=archive.article, outlet=again, url="https://example.org/2")
    listed = desk.get("/admin/statements/outlet/", {"q": "الضفة"})
    [row] = listed.context["cl"].result_list
    assert (row.article_count, row.again_count) == (0, 1)
    address = f"/admin/statements/article/?again={again.pk}"
    assert f'href="{address}"' in listed.text
    articles = desk.get(address)
    assert [article.pk for article in articles.context["cl"].queryset] == [archive.article.pk]
    assert "مقالات نشرتها صحيفة الضفة بعد غيرها" in articles.text
    refused = desk.get(f"/admin/statements/outlet/{again.pk}/delete/").text
    assert "مقال واحد نشرته بعد غيرها" in refused
    assert f'href="{address}"' in refused
