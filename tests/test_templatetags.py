"""What the tags write: marked text, names, days, counted nouns."""

import ast
import datetime
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.utils.translation import gettext_lazy, ngettext
from django.utils.translation.template import templatize

from statements.extraction.annotations import CUE_SENSES
from statements.models import Event
from statements.senses import SENSES, TONES
from statements.templatetags import arabic, names
from statements.templatetags.marked_text import marked_article, marked_context

PROJECT = Path(__file__).parent.parent


def fake(text: str, *rows: dict) -> tuple[SimpleNamespace, list[SimpleNamespace]]:
    """An article and statements on it that need no database; `rows` say spans, cue and parties."""
    article = SimpleNamespace(text=text)
    return article, [_statement(article, number, **row) for number, row in enumerate(rows, 1)]


def _statement(article, number: int, spans, cue=(None, None), parties=()) -> SimpleNamespace:
    rows = [SimpleNamespace(role=role, start=start, end=end) for role, start, end in parties]
    return SimpleNamespace(
        article=article,
        spans=spans,
        cue_start=cue[0],
        cue_end=cue[1],
        parties=SimpleNamespace(all=lambda: rows),
        get_absolute_url=lambda: f"/statements/{number}/",
    )


def bare(html: str) -> str:
    """The HTML without numbers' links and the attributes that tests of nesting do not look at."""
    html = re.sub(r'<a class="number"[^>]*></a>', "", html)
    return re.sub(r' data-statement="\d+"', "", html)


def test_an_inner_statement_stands_inside_the_outer_content():
    article, rows = fake(
        "قال إن س أكد ص", {"spans": [[7, 14]], "cue": (0, 3)}, {"spans": [[13, 14]], "cue": (9, 12)}
    )
    assert bare(marked_article(article, rows)) == (
        '<p><span class="cue"><a href="/statements/1/">قال</a></span> إن '
        '<span class="content">س <span class="cue"><a href="/statements/2/">أكد</a></span> '
        '<span class="content">ص</span></span></p>'
    )


def test_crossing_contents_are_closed_and_opened_again():
    article, rows = fake("abcdef", {"spans": [[0, 4]]}, {"spans": [[2, 6]]})
    assert bare(marked_article(article, rows)) == (
        '<p><span class="content">ab<span class="content">cd</span></span><span class="content">ef</span></p>'
    )


def test_a_content_over_two_paragraphs_is_marked_in_both_and_numbered_once():
    article, rows = fake("ab\ncd", {"spans": [[1, 4]]})
    html = marked_article(article, rows)
    assert bare(html) == '<p>a<span class="content">b</span></p>\n<p><span class="content">c</span>d</p>'
    assert html.count('class="number"') == 1


def test_no_link_stands_in_a_link():
    parties = [("speaker", 0, 8), ("addressee", 0, 8)]
    article, rows = fake("abcdefgh", {"spans": [[0, 8]], "cue": (2, 4), "parties": parties})
    html = bare(marked_article(article, rows))
    assert not re.search(r"<a [^>]*>[^<]*<a ", html)
    assert html.count("<a ") == html.count("</a>") == 3


def test_text_is_escaped_inside_and_outside_of_marks():
    article, rows = fake("<b>&\"'<i>", {"spans": [[3, 6]], "cue": (6, 9)})
    html = marked_article(article, rows)
    assert "&lt;b&gt;" in html
    assert "&amp;&quot;&#x27;</span>" in html
    assert ">&lt;i&gt;</a>" in html


def test_the_numbers_add_nothing_to_the_text():
    article, rows = fake("abcd", {"spans": [[1, 3]]})
    html = marked_article(article, rows)
    assert re.sub(r"<[^>]+>", "", html) == "abcd"
    assert 'data-number="1" aria-label="التصريح 1"' in html


def test_the_context_marks_one_statement_without_number():
    _article, rows = fake("أول\nثانٍ هنا\nثالث\nرابع", {"spans": [[9, 12]]})
    assert marked_context(rows[0]) == (
        '<p>أول</p>\n<p>ثانٍ <span class="content" data-statement="1">هنا</span></p>\n<p>ثالث</p>'
    )


def test_an_ellipsis_stands_where_the_context_was_cut():
    text = "كلمة " * 200 + "هنا" + " كلمة" * 200
    _article, rows = fake(text, {"spans": [[1000, 1003]]})
    html = marked_context(rows[0])
    assert html.startswith('<p><span class="cut">…</span>كلمة')
    assert html.endswith('<span class="cut">…</span></p>')


def test_days_are_written_with_the_name_of_the_month():
    assert arabic.day(datetime.date(2021, 5, 12)) == '<time datetime="2021-05-12">12 مايو 2021</time>'
    assert arabic.day(None) == ""
    assert arabic.month(datetime.date(2021, 5, 12)) == "مايو 2021"


def party(name: str, actor=None, **fields) -> SimpleNamespace:
    return SimpleNamespace(name=name, actor=actor, **fields)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], '<span class="unknown">غير محدد</span>'),
        ([party("")], '<span class="unknown">غير محدد</span>'),
        ([party("سامر")], "<bdi>سامر</bdi>"),
        ([party("سامر"), party("ليث")], "<bdi>سامر</bdi> و<bdi>ليث</bdi>"),
        ([party("سامر"), party("ليث"), party("نديم")], "<bdi>سامر</bdi>، <bdi>ليث</bdi> و<bdi>نديم</bdi>"),
        ([party("<b>")], "<bdi>&lt;b&gt;</bdi>"),
    ],
)
def test_names_are_joined_as_arabic_joins_them(rows, expected):
    assert names.parties(rows) == expected


def test_a_known_actor_is_linked_by_its_own_name():
    actor = SimpleNamespace(called="Sam <x>", get_absolute_url=lambda: "/actors/sam/")
    assert names.party(party("الوزير", actor)) == '<a href="/actors/sam/"><bdi>Sam &lt;x&gt;</bdi></a>'


def test_offices_are_those_beside_a_mention_of_the_actor():
    text = "قال وزير خارجية أرخانيا سامر. ثم تحدث السفير مع ليث."
    offices = [SimpleNamespace(text=words) for words in ("السفير", "وزير خارجية أرخانيا")]
    row = party("سامر", SimpleNamespace(offices_used=lambda: offices), actor_id=1, start=None, end=None)
    at = text.index("سامر")
    mentions = [SimpleNamespace(actor_id=1, start=at, end=at + 4)]
    assert names.offices(row, SimpleNamespace(text=text), mentions) == ["وزير خارجية أرخانيا"]
    assert names.offices(party("سامر"), SimpleNamespace(text=text), mentions) == []


def event(type: str, *people: str) -> SimpleNamespace:
    rows = [party(name) for name in people]
    return SimpleNamespace(
        type=type,
        get_type_display=lambda: Event.Type(type).label,
        participants=SimpleNamespace(all=lambda: rows),
    )


@pytest.mark.parametrize(
    ("type", "people", "expected"),
    [
        ("phone_call", ["سامر", "ليث"], "اتصال هاتفي بين سامر وليث"),
        ("meeting", ["سامر", "ليث", "نديم"], "لقاء بين سامر، ليث ونديم"),
        ("meeting", ["سامر", ""], "لقاء: سامر"),
        ("press_conference", ["سامر", "ليث"], "مؤتمر صحفي: سامر وليث"),
        ("speech", [], "كلمة"),
    ],
)
def test_an_occasion_is_told_with_who_took_part(type, people, expected):
    assert names.occasion(event(type, *people)) == expected


@pytest.mark.parametrize(
    ("outlet", "speaker", "reporter", "in_lines", "on_the_page"),
    [
        ("وكالة الأفق", "سامر", "وكالة الأفق", [], ["وكالة الأفق"]),
        ("وكالة الأفق للأنباء", "سامر", "وكالة الأفق", [], ["وكالة الأفق"]),
        ("جريدة الضحى", "سامر", "وكالة الأفق", ["وكالة الأفق"], ["وكالة الأفق"]),
        ("جريدة الضحى", "وكالة الأفق", "وكالة الأفق", [], []),
        ("جريدة الضحى", "سامر", "", [], []),
    ],
)
def test_a_relay_is_told_where_it_says_something(outlet, speaker, reporter, in_lines, on_the_page):
    statement = SimpleNamespace(
        article=SimpleNamespace(outlet=SimpleNamespace(names=[outlet])),
        speakers=[party(speaker)],
        reporters=[party(reporter)],
    )
    assert [row.name for row in names.other_relays(statement)] == in_lines
    assert [row.name for row in names.relays(statement)] == on_the_page


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/أ", "https://example.org/أ"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("ftp://example.org", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_linked(url, expected):
    assert arabic.web_address(url) == expected


def test_every_sense_of_extraction_has_a_word():
    assert set(SENSES) == set(CUE_SENSES)
    assert set(TONES) <= set(SENSES)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (datetime.date(2021, 5, 11), "11 مايو 2021"),
        (None, "نُشر في 12 مايو 2021"),
    ],
)
def test_a_day_known_is_told_from_the_day_of_publication(known, expected):
    html = arabic.when(known, datetime.date(2021, 5, 12))
    assert re.sub(r"<[^>]+>", "", html) == expected
    assert arabic.when(None, None) == ""


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "لا تصريحات"),
        (1, "تصريح واحد"),
        (2, "تصريحان"),
        (3, "3 تصريحات"),
        (10, "10 تصريحات"),
        (11, "11 تصريحًا"),
        (99, "99 تصريحًا"),
        (100, "100 تصريح"),
        (103, "103 تصريحات"),
        (1000, "1000 تصريح"),
    ],
)
def test_statements_are_counted_as_arabic_counts(count, expected):
    html = Template('{% include "_count.html" %}').render(Context({"n": count}))
    assert html.strip() == f'<span class="count">{expected}</span>'


def _plurals_of_templates() -> set[tuple[str, str]]:
    found = set()
    for path in PROJECT.glob("templates/**/*.html"):
        code = templatize(path.read_text())
        found |= set(re.findall(r"ngettext\(u?'((?:[^'\\]|\\.)*)',\s*u?'((?:[^'\\]|\\.)*)'", code))
    return found


def _plurals_of_code() -> set[tuple[str, str]]:
    found = set()
    for path in PROJECT.glob("statements/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ngettext", "ngettext_lazy"):
                found.add((node.args[0].value, node.args[1].value))
    return found


def test_every_counted_noun_has_its_six_forms():
    counted = _plurals_of_templates() | _plurals_of_code()
    assert counted
    absent = "absent"
    without = [
        one for one, _many in counted for n in (0, 2, 3, 11, 100) if ngettext(one, absent, n) == absent
    ]
    assert without == []


def test_the_compiled_words_are_those_of_the_source():
    folder = PROJECT / "statements/locale/ar/LC_MESSAGES"
    compiled = (folder / "django.mo").read_bytes()
    written = re.findall(r'^msgstr\[\d\] "(.+)"$', (folder / "django.po").read_text(), re.MULTILINE)
    assert written
    assert [words for words in written if words.encode() not in compiled] == []


def test_words_of_code_are_shown_as_they_are_written():
    assert str(gettext_lazy("غير منشور")) == "غير منشور"
