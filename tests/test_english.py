"""The pages in English: every word of ours is translated, every word of the archive is marked as Arabic."""

import ast
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import iri_to_uri
from django.utils.translation.template import templatize

from statements import digests
from statements.languages import in_language
from statements.models import Actor, Outlet, SavedSearch
from statements.pages.names import in_words, occasion

JSON = "application/vnd.oai.openapi+json"
PROJECT = Path(__file__).parent.parent
ARABIC = re.compile(r"[\u0600-\u06ff]+(?:[^<>A-Za-z]*[\u0600-\u06ff])?")
# What readers meet; all else speaks to editors, in Arabic.
CODE = (
    *("views/*.py", "exports/*.py", "api/*.py", "search/*.py", "templatetags/*.py", "models/*.py"),
    *("filters/*.py", "pages/*.py", "senses.py", "digests.py", "calendars.py", "countries.py"),
)
OF_THE_DESK = {"desk.py", "imports.py", "articles.py"}
QUERIES = (
    "",
    "?q=المقاومة",
    "?q=المقاومة+أو+سلام+-حرب",
    "?q=المقاومة+قرب/3+حق",
    "?q=مقاومه*+%3Dحق+speaker:الحلواني+date:2021+event:لقاء+kind:%D9%84%D8%A7",
    "?q=Halwani",
    "?q=هههههه",
    "?q=...",
    "?from=غد",
    "?speaker=لا-أحد",
    "?kind=غير",
    "?from=2022&until=2021",
    "?speaker=سامر-الحلواني&no_kind=direct&from=2021&match=exact",
    "?what=articles&q=الحوار",
    "?what=actors",
    "?what=events",
)


class Unmarked(HTMLParser):
    """Collects the Arabic words that stand outside elements marked as Arabic."""

    VOID = {"meta", "link", "input", "br", "img", "hr", "col"}

    def __init__(self):
        super().__init__()
        self.open: list[str | None] = []  # the language of each open element
        self.words: list[str] = []
        self.attributes: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        language = given.get("lang") or (self.open[-1] if self.open else None)
        for name in (
            () if tag == "link" else ("title", "aria-label", "placeholder", "alt", "data-names-label")
        ):
            self.attributes.append(given.get(name) or "")
        if tag not in self.VOID:
            self.open.append(language)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data):
        if not self.open or self.open[-1] != "ar":
            self.words += ARABIC.findall(data)


def unmarked(html: str) -> list[str]:
    page = Unmarked()
    # The title of a page may be words of the archive, and what describes it to programs.
    page.feed(re.sub(r"<title[^>]*>.*?</title>|<script[^>]*>.*?</script>", "", html, flags=re.S))
    names = [*Actor.objects.values_list("name", flat=True), *Outlet.objects.values_list("name", flat=True)]
    own = re.compile("|".join(map(re.escape, names)))  # an attribute has no elements inside either
    return page.words + [words for words in page.attributes if ARABIC.search(own.sub("", words))]


@pytest.fixture
def english(client, archive, search_index):
    """The addresses of every kind of page, below /en/."""
    search_index()
    archive.crossings.state = "rejected"
    archive.crossings.save()
    pages = {
        "home": "/en/",
        "article": f"/en/articles/{archive.article.pk}/",
        "statement": f"/en/statements/{archive.peace.pk}/",
        "gone": f"/en/statements/{archive.crossings.pk}/",
        "missing": "/en/statements/987654/",
        "actors": "/en/actors/",
        "persons": "/en/actors/?kind=person",
        "actor": f"/en/actors/{archive.halwani.slug}/",
        "said": f"/en/actors/{archive.halwani.slug}/?list=said",
        "told": f"/en/actors/{archive.halwani.slug}/?list=told",
        "between": f"/en/actors/{archive.halwani.slug}/to/{archive.baroudi.slug}/",
        "strangers": f"/en/actors/{archive.halwani.slug}/to/{archive.ofoq.slug}/",
        "events": "/en/events/",
        "events of a kind": "/en/events/?kind=meeting&country=JO&sort=oldest",
        "actors by letter": "/en/actors/?letter=س&sort=name",
        "nonsense": "/en/actors/?letter=ظظ&country=نعم",
        "outlets": "/en/outlets/",
        "outlet": Outlet.objects.get().get_absolute_url().replace("/outlets/", "/en/outlets/"),
        "event": f"/en/events/{archive.call.pk}/",
        "network": f"/en/actors/{archive.halwani.slug}/network/",
        "network of an event": f"/en/events/{archive.call.pk}/network/",
        "over time": "/en/search/over-time/?q=الحوار+أو+حق",
        "nothing over time": "/en/search/over-time/?q=هههه",
        "quality": "/en/quality/",
        "report": f"/en/report/?page=/en/statements/{archive.peace.pk}/",
        "help": "/en/search/help/",
        "follow": "/en/search/follow/?q=السلام",
        "facet": "/en/search/by/speaker/?find=حلو",
        "facet of kinds": "/en/search/by/kind/",
    }
    return pages | {f"search {query}": f"/en/search/{query}" for query in QUERIES}


def test_no_arabic_word_of_an_english_page_is_unmarked(client, english):
    found = {name: unmarked(client.get(address).content.decode()) for name, address in english.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_editors_meet_no_unmarked_arabic_either(admin_client, english, archive):
    english |= {
        "draft": f"/en/articles/{archive.draft.pk}/",
        "secret": f"/en/statements/{archive.secret.pk}/",
    }
    found = {name: unmarked(admin_client.get(address).content.decode()) for name, address in english.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_pages_say_their_language_and_direction(client, english):
    for address in english.values():
        response = client.get(address)
        assert response["Content-Language"] == "en", address
        assert '<html lang="en" dir="ltr">' in response.content.decode()
        arabic = client.get(in_language(address, "ar"))
        assert arabic["Content-Language"] == "ar"
        assert '<html lang="ar" dir="rtl">' in arabic.content.decode()
        assert arabic.status_code == response.status_code


def test_every_link_of_an_english_page_stays_english(client, english):
    for address in english.values():
        html = client.get(address).content.decode()
        for tag in re.findall(r"<(?:a|form)\b[^>]*>", html):
            where = re.search(r'(?:href|action)="(/[^"]*)"', tag)
            if where and 'hreflang="ar"' not in tag:
                assert where[1].startswith("/en/"), (address, tag)


def test_each_page_leads_to_the_same_page_in_the_other_language(client, archive):
    path = f"/actors/{archive.halwani.slug}/?list=said&page=1"
    address = iri_to_uri(f"/en{path}").replace("&", "&amp;")
    assert f'href="{address}"' in client.get(path).content.decode()
    page = client.get("/en/events/?page=1").content.decode()
    assert '<a class="language" lang="ar" hreflang="ar" rel="alternate" href="/events/?page=1">' in page


@pytest.mark.parametrize("address", ["/events/", "/en/events/"])
def test_every_page_names_its_versions(client, archive, address):
    html = client.get(address).content.decode()
    links = dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', html))
    arabic, english = "http://testserver/events/", "http://testserver/en/events/"
    assert links == {"ar": arabic, "x-default": arabic, "en": english}
    assert f'<link rel="canonical" href="http://testserver{address}">' in html


@pytest.mark.parametrize(
    ("path", "language", "expected"),
    [
        ("/", "en", "/en/"),
        ("/en/", "ar", "/"),
        ("/en/", "en", "/en/"),
        ("/actors/x/?page=2", "en", "/en/actors/x/?page=2"),
        ("/en/actors/x/?page=2", "ar", "/actors/x/?page=2"),
        ("/english/", "en", "/en/english/"),
    ],
)
def test_an_address_in_another_language(path, language, expected):
    assert in_language(path, language) == expected


@pytest.mark.parametrize("address", ["/EN/", "/fr/", "/en-gb/", "/ar/"])
def test_no_other_language_is_spoken(client, db, address):
    assert client.get(address).status_code == 404


def test_the_language_ends_with_the_request(client, db):
    client.get("/en/events/")
    assert reverse("events") == "/events/"
    assert translation.get_language() == "ar"


def test_the_desk_stays_arabic(client, db):
    assert client.get("/en/admin/").status_code == 404
    assert client.get("/admin/login/")["Content-Language"] == "ar"


def test_names_are_joined_and_events_told_in_english(archive):
    participants = list(archive.call.participants.all())
    with translation.override("en"):
        assert in_words(participants) == "\u2068سامر الحلواني\u2069 and \u2068ليث البارودي\u2069"
        assert occasion(archive.call).startswith("Phone call between \u2068")


@pytest.mark.parametrize(
    ("n", "expected"), [(0, "0 statements"), (1, "1 statement"), (2, "2 statements"), (11, "11 statements")]
)
def test_plurals_are_english(n, expected):
    with translation.override("en"):
        assert translation.ngettext("تصريح واحد", "%(n)s تصريح", n) % {"n": n} == expected


def test_an_actor_is_called_by_its_english_name_where_editors_gave_one(client, archive):
    archive.halwani.name_en = "Samir al-Halwani"
    archive.halwani.save()
    page = client.get(f"/en{archive.peace.get_absolute_url()}").content.decode()
    assert "<bdi>Samir al-Halwani</bdi>" in page
    assert "Samir al-Halwani" not in client.get("/").content.decode()


def test_mails_speak_the_language_in_which_a_search_was_followed(client, archive, search_index, mailoutbox):
    search_index()
    client.post("/en/search/follow/?q=الحوار", {"email": "reader@example.org"})
    digests.send_confirmation(SavedSearch.objects.get().pk)
    assert mailoutbox[0].subject == "Following “Search: الحوار”: confirm your address"
    assert "http://testserver/en/following/" in mailoutbox[0].body
    assert "/en/en/" not in mailoutbox[0].body
    html = mailoutbox[0].alternatives[0][0]
    assert '<html lang="en" dir="ltr">' in html
    assert "Confirm" in html


def test_files_and_feeds_have_english_headings(client, archive, search_index):
    search_index()
    csv = b"".join(client.get("/en/search/?format=csv")).decode()
    assert csv.lstrip("\ufeff").startswith("Number,Speaker,The speaker’s office in the article,")
    assert "/en/statements/" in csv
    feed = client.get("/en/search/?format=atom").content.decode()
    assert 'xml:lang="en"' in feed


def test_programs_are_told_in_english(client, archive, search_index):
    search_index()
    assert client.get("/en/api/v1/statements/?from=غد").json()["from"][0].startswith("“")
    schema = json.loads(client.get("/en/api/v1/schema/", headers={"accept": JSON}).content)
    described = [p["description"] for p in schema["paths"]["/en/api/v1/statements/"]["get"]["parameters"]]
    assert "Addressee" in described
    assert not [words for words in described if ARABIC.search(words)]


# -- Every word of ours


def _msgids_of_templates() -> set[tuple[str, ...]]:
    found = set()
    quoted = r"u?(['\"])((?:(?!\{0}).)*)\{0}"
    for path in [*PROJECT.glob("templates/*"), *PROJECT.glob("templates/mail/*")]:
        if path.is_file():
            code = templatize(path.read_text())
            one, two = quoted.format(1), quoted.format(3)
            found |= {(m[1],) for m in re.findall(rf"(?<![np])(?:gettext|_)\({one}", code)}
            found |= {(m[1], m[3]) for m in re.findall(rf"ngettext\({one},\s*{two}", code)}
    return found


def _is_choices(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and any("TextChoices" in ast.unparse(base) for base in node.bases)


def _msgids_of_code() -> set[tuple[str, ...]]:
    found = set()
    for path in (path for pattern in CODE for path in PROJECT.glob(f"statements/{pattern}")):
        roots = [ast.parse(path.read_text())]
        if path.name in OF_THE_DESK:
            continue
        if path.parent.name == "models":  # the labels of columns are the desk's
            roots = [node for node in ast.walk(roots[0]) if _is_choices(node)]
        for call in (node for root in roots for node in ast.walk(root) if isinstance(node, ast.Call)):
            name = getattr(call.func, "id", "").removesuffix("_lazy")
            count = {"_": 1, "gettext": 1, "ngettext": 2}.get(name, 0)
            words = [arg.value for arg in call.args[:count] if isinstance(arg, ast.Constant)]
            if words:
                found.add(tuple(words))
    return found


def _placeholders(words: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|\{\}", words))


def test_every_word_is_translated():
    msgids = _msgids_of_templates() | _msgids_of_code()
    assert len(msgids) > 300
    with translation.override("en"):
        told = {
            words: [translation.ngettext(*words, n) for n in (1, 2)]
            if len(words) == 2
            else [translation.gettext(words[0])]
            for words in msgids
            if any(map(ARABIC.search, words))
        }
    left = {w: t for w, t in told.items() if any(ARABIC.search(re.sub("\u2068.*?\u2069", "", x)) for x in t)}
    assert left == {}
    others = {w: t for w, t in told.items() if _placeholders(t[-1]) != _placeholders(w[-1])}
    assert others == {}


def test_no_word_of_a_template_is_left_out_of_translation():
    found = {}
    for path in [*PROJECT.glob("templates/*.html"), *PROJECT.glob("templates/mail/*")]:
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", _without_blocks(path.read_text()), flags=re.S)
        if words := ARABIC.findall(text):
            found[path.name] = words
    assert found == {}


def _without_blocks(template: str) -> str:
    return re.sub(r"\{% blocktranslate.*?%\}.*?\{% endblocktranslate %\}", "", template, flags=re.S)


def test_the_compiled_english_is_that_of_the_source():
    folder = PROJECT / "statements/locale/en/LC_MESSAGES"
    compiled = (folder / "django.mo").read_bytes()
    written = re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', (folder / "django.po").read_text(), re.MULTILINE)
    assert len(written) > 300
    assert [words for words in written if ast.literal_eval(f'"{words}"').encode() not in compiled] == []
