"""A statement as bibliographies cite it."""

import datetime
from types import SimpleNamespace

import pytest

from statements.models import Article, Outlet
from statements.pages.citing import Cited, apa, arabic, bibtex, chicago, ris

ADDRESS = "https://archive.example/statements/7/"


def cited(
    content: str = "نريد حلاً",
    *,
    by: tuple[str, ...] = ("سامر الحلواني",),
    title: str = "لقاء في أرخانيا",
    outlet: str = "الضحى",
    day: datetime.date | None = datetime.date(2021, 5, 12),
    kind: str = "direct",
    after: str = "",
    url: str = "",
    reviewed: bool = True,
) -> Cited:
    article = Article(
        title=title, outlet=(outlet and Outlet(name=outlet)) or None, date=day, text=content + after, url=url
    )
    speakers = [SimpleNamespace(actor=None, name=name) for name in by]
    statement = SimpleNamespace(
        pk=7,
        content=content,
        spans=[(0, len(content))],
        kind=kind,
        article=article,
        speakers=speakers,
        is_reviewed=reviewed,
    )
    return Cited(statement, ADDRESS, datetime.date(2026, 11, 22))


def line(parts) -> str:
    return "".join(words for words, _own in parts)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            arabic,
            "سامر الحلواني، «نريد حلاً»، في: «لقاء في أرخانيا»، الضحى، 12 مايو 2021، أرشيف التصريحات، "
            f"{ADDRESS}، اطُّلع عليه في 22 نوفمبر 2026.",
        ),
        (
            chicago,
            "سامر الحلواني. “نريد حلاً.” Quoted in “لقاء في أرخانيا.” الضحى, May 12, 2021. أرشيف التصريحات. "
            f"Accessed November 22, 2026. {ADDRESS}.",
        ),
        (
            apa,
            "الضحى. (2021, May 12). لقاء في أرخانيا [Statement by سامر الحلواني: “نريد حلاً”]. "
            f"أرشيف التصريحات. Retrieved November 22, 2026, from {ADDRESS}",
        ),
    ],
)
def test_a_line_of_each_style(style, expected):
    assert line(style(cited())) == expected


@pytest.mark.parametrize("style", [arabic, chicago, apa])
def test_what_is_unknown_leaves_no_empty_place(style):
    shown = line(style(cited(by=(), outlet="", day=None)))
    assert not any(gap in shown for gap in ("، ،", ", ,", ". .", "()", "  ", "by :"))


def test_a_long_statement_is_cut_and_says_so():
    assert " …»، في" in line(arabic(cited("كلمة " * 50)))


def test_bibtex_escapes_what_tex_would_read():
    entry = bibtex(cited("ربح 5% و{نصف} \\ من #1_أ", by=("سامر", "ليث")))
    assert r"title = {{ربح 5\% و\{نصف\} \textbackslash{} من \#1\_أ}}," in entry
    assert "author = {{سامر} and {ليث}}," in entry
    assert "  month = may," in entry
    assert entry.startswith("@misc{statement7,\n")
    assert entry.endswith("}\n")


def test_ris_has_a_tag_a_line_and_ends():
    lines = ris(cited("سطر\nثانٍ")).split("\r\n")
    assert lines[:4] == ["TY  - NEWS", "AU  - سامر الحلواني", "TI  - سطر ثانٍ", "T2  - الضحى"]
    assert "DA  - 2021/05/12/" in lines
    assert lines[-2:] == ["ER  - ", ""]


def test_an_undated_record_has_no_empty_tags():
    assert not any(row.endswith("- ") and row[:2] != "ER" for row in ris(cited(day=None)).split("\r\n"))


@pytest.mark.parametrize(
    ("style", "kind", "expected"),
    [
        (arabic, "indirect", "سامر الحلواني، بالمعنى، بألفاظ المقال: نريد حلاً، في: «"),
        (arabic, "mixed", "سامر الحلواني، بعضه بالمعنى، بألفاظ المقال: نريد حلاً، في: «"),
        (chicago, "indirect", "سامر الحلواني. نريد حلاً. Paraphrased in “لقاء"),
        (chicago, "mixed", "سامر الحلواني. نريد حلاً. Partly paraphrased in “لقاء"),
        (apa, "indirect", "[Statement by سامر الحلواني, paraphrased: نريد حلاً]. "),
        (apa, "mixed", "[Statement by سامر الحلواني, partly paraphrased: نريد حلاً]. "),
    ],
)
def test_a_paraphrase_is_not_made_a_quotation(style, kind, expected):
    assert expected in line(style(cited(kind=kind)))


@pytest.mark.parametrize(
    ("write", "warning"),
    [
        (lambda c: line(arabic(c)), "أرشيف التصريحات (استخراج آلي لم يراجعه محرر)، "),
        (lambda c: line(chicago(c)), "أرشيف التصريحات (machine extraction, not reviewed). Accessed "),
        (lambda c: line(apa(c)), "أرشيف التصريحات (machine extraction, not reviewed). Retrieved "),
        (bibtex, "note = {استخراج آلي لم يراجعه محرر}"),
        (ris, "N1  - استخراج آلي لم يراجعه محرر\r\n"),
    ],
)
def test_what_no_editor_has_read_says_so_wherever_it_is_cited(write, warning):
    assert warning in write(cited(reviewed=False))
    assert not any(word in write(cited()) for word in ("استخراج", "machine"))


def test_files_say_what_is_a_paraphrase():
    assert "note = {بالمعنى، بألفاظ المقال}" in bibtex(cited(kind="indirect"))
    assert "N1  - بعضه بالمعنى، بألفاظ المقال\r\n" in ris(cited(kind="mixed"))
    assert "note" not in bibtex(cited())


@pytest.mark.parametrize("write", [lambda c: line(arabic(c)), lambda c: line(chicago(c)), bibtex, ris])
def test_a_quotation_within_is_closed_as_in_the_article(write):
    assert 'أمن "الصين الواحدة"' in write(cited('أمن "الصين الواحدة', kind="mixed", after='" ثم'))


def test_a_quotation_that_the_cut_leaves_open_is_closed():
    words = cited("قال «" + "كلمة " * 50 + "»", kind="mixed").words
    assert words.endswith(" …»")


@pytest.mark.parametrize(
    "write",
    [lambda c: line(arabic(c)), lambda c: line(chicago(c)), lambda c: line(apa(c)), bibtex, ris],
)
def test_the_original_article_is_named_where_it_has_an_address(write):
    original = "https://news.example/articles/41"
    assert original in write(cited(url=original))
    assert "javascript" not in write(cited(url="javascript:alert(1)"))
