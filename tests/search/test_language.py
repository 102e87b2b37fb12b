"""The language of queries: operators, fields, beginnings, nearness, letter for letter; nonsense is words."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from statements.filters.searches import search
from statements.search import highlight, matches, read_query
from statements.search.explaining import in_words, needs_explaining
from statements.search.query import By, Field
from statements.search.reading import FIELDS, NEAR

FAR = " كلمة" * NEAR


@pytest.mark.parametrize(
    ("typed", "text", "is_found"),
    [
        ("سلام قرب حرب", "السلام بعد الحرب", True),
        ("سلام قرب حرب", "الحرب قبل السلام", True),
        ("سلام near حرب", f"السلام{FAR} الحرب", True),
        ("سلام near حرب", f"السلام{FAR} كلمة الحرب", False),
        ("سلام قرب/1 حرب", "السلام بعد الحرب", True),
        ("سلام قرب/1 حرب", "السلام بعد كل الحرب", False),
        ("«حرب باردة» NEAR/2 سلام", "سلام بعد حرب باردة", True),
        ("سلام قرب سلام", "السلام وحده", False),
        ("سلام قرب سلام", "سلام بعد سلام", True),
        ("قرب الحدود", "قرب الحدود", True),
        ("الحدود قرب", "قرب الحدود", True),
        ("سعود*", "والسعوديين", True),
        ("السعود*", "سعودية", True),
        ("وزار*", "وزارة", True),
        ("سعود*", "مسعود", False),
        ("-سعود*", "السعودية", False),
        ("*", "أي شيء", True),
        ("=على", "على الطاولة", True),
        ("=على", "علي الطاولة", False),
        ("=المقاومة", "المُقَاوَمَة", True),
        ("=المقاومة", "المقاومه", False),
        ("=المقاومة", "والمقاومة", False),
        ('="حل سلمي"', "حل سلمي", True),
        ('="حل سلمي"', "الحل السلمي", False),
        ("-=على", "علي", True),
        ("=عبدالله", "عبد الله", False),
        ("=عبدالله", "عبدالله", True),
        ("Saudi Arabia", "في السعودية", True),
        ("-Saudi Arabia", "في السعودية", False),
        ("al-Sisi", "السيسي", True),
        ("المتحدث:فلان سلام", "سلام", True),  # fields are not asked of a text
        ("http://example.invalid", "example", False),
    ],
)
def test_what_finds_what(typed, text, is_found):
    assert matches(typed, text) == is_found


def test_the_whole_query_can_be_meant_letter_for_letter():
    assert matches("على", "على", exact=True)
    assert not matches("على", "علي", exact=True)
    assert not matches("وزير", "الوزير", exact=True)
    assert not matches("وزي*", "وزير", exact=True)


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("المتحدث:الحلواني", [Field("speaker", "الحلواني")]),
        ("المتحدث: الحلواني", [Field("speaker", "الحلواني")]),
        ('speaker:"سامر الحلواني"', [Field("speaker", "سامر الحلواني")]),
        ("-إلى:الحلواني", [Field("to", "الحلواني", negated=True)]),
        ("Agency:Reuters سلام", [Field("agency", "Reuters")]),
        ("to:«Saudi Arabia»", [Field("to", "Saudi Arabia")]),
        ("التاريخ:2021-05..2021-06", [Field("date", "2021-05..2021-06")]),
        ("النوع:مباشر المناسبة:لقاء", [Field("kind", "مباشر"), Field("event", "لقاء")]),
        ("من:الحلواني", [Field("speaker", "الحلواني")]),
        ("from:Halwani", [Field("speaker", "Halwani")]),
        ("البلد:مصر", [Field("country", "مصر")]),
        ("لـ:الحلواني", [Field("to", "الحلواني")]),
        ("بعد:2021 before:2022", [Field("date", ">2021"), Field("date", "<2022")]),
        ("وقال بعد: كذا", []),
        ("NOT المتحدث:الحلواني", [Field("speaker", "الحلواني", negated=True)]),
        ("المتحدث:", []),
        ("المتحدث: ؟", []),
        ("كلمة:أخرى", []),
    ],
)
def test_fields(typed, fields):
    assert list(read_query(typed).fields) == fields


@pytest.mark.parametrize("name", [name for names in FIELDS.values() for name in names])
def test_every_name_of_a_field_is_understood(name):
    (field,) = read_query(f"{name}:2021").fields
    end = {">": "after", "<": "before"}.get(field.value[0])  # of a date
    assert name in FIELDS[end or field.name]


def test_a_field_without_a_value_is_a_word():
    assert [part.typed for part in read_query("المتحدث: ؟").parts] == ["المتحدث"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("سلام أو حرب", ["«سلام» أو «حرب»"]),
        ("سلام -حرب", ["«سلام»", "دون «حرب»"]),
        ('سلام -"حرب باردة"', ["«سلام»", "دون عبارة «حرب باردة»"]),
        ("سعود*", ["ما يبدأ بـ«سعود»"]),
        ("=على", ["«على» كما كُتبت حرفًا حرفًا"]),
        ("سلام قرب/1 حرب", ["«سلام» قرب «حرب» (بينهما كلمة واحدة على الأكثر)"]),
        ("سلام قرب حرب", ["«سلام» قرب «حرب» (بينهما 10 كلمات على الأكثر)"]),
        ("Zarif", ["«Zarif» بالحروف اللاتينية أو العربية"]),
        ("Abdullah", ["«Abdullah» بالحروف اللاتينية أو العربية"]),
    ],
)
def test_how_a_query_was_read_is_told(typed, words):
    query = read_query(typed)
    assert needs_explaining(query)
    assert [part.replace("\u2068", "").replace("\u2069", "") for part in in_words(query)] == words


@pytest.mark.parametrize("typed", ["", "سلام", "سلام حرب", "«حرب باردة»", "عبدالله", "2021", "؟"])
def test_what_is_plain_needs_no_words(typed):
    assert not needs_explaining(read_query(typed))


ANYTHING = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "سلام",
                "حرب",
                '"حرب',
                'باردة"',
                "«",
                "»",
                '"',
                "-",
                "--",
                "=",
                "==",
                '="',
                "*",
                "سل*",
                "أو",
                "OR",
                "قرب",
                "near",
                "قرب/3",
                "near/999",
                ":",
                "(",
                ")",
                "المتحدث:",
                "إلى:",
                "-date:",
                "التاريخ:2021..2022",
                "التاريخ:x",
                "النوع:مباشر",
                "event:؟",
                "Zarif",
                "Abdullah",
                "al-Sisi",
                "Saudi",
                "Arabia",
            ]
        ),
        st.text(max_size=5),
    ),
    max_size=12,
).map(" ".join)


@given(ANYTHING, st.booleans())
def test_anything_is_read_told_and_marked(typed, exact):
    query = read_query(typed, exact=exact)
    assert all(part.by is By.SPELLING for part in query.parts if exact)
    assert len(in_words(query)) == len(query.parts)
    assert query.matches(typed) in (True, False)
    highlight(query, typed)


class TestWithTheIndex:
    """The index finds what `matches` says, in the small archive of made-up statements."""

    @pytest.fixture(autouse=True)
    def _indexed(self, archive, search_index):
        search_index()

    @pytest.mark.django_db
    @pytest.mark.parametrize(
        "typed",
        [
            "حل",
            "حل -كرامة",
            "الشعبين قرب حل",
            "حل قرب/1 الشعبين",
            "«كرامة الشعبين» قرب/3 حق",
            "المواق*",
            "والمقاوم*",
            "-ضرور*",
            "=السابقة",
            "=سابقة",
            '="المواقف السابقة"',
            "موقف",
            "معبر أو حوار",
            "-معبر",
        ],
    )
    def test_statements_are_those_that_match(self, archive, typed):
        query = QueryDict(mutable=True)
        query["q"] = typed
        rows = (archive.peace, archive.refusal, archive.crossings)
        expected = {row.pk for row in rows if matches(typed, row.content)}
        assert {row.pk for row in search(query).rows()} == expected

    @pytest.mark.django_db
    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            ("المتحدث:الحلواني", {"peace", "crossings"}),
            ("-المتحدث:الحلواني", {"refusal"}),
            ("speaker:البارودي حوار", {"refusal"}),
            ("المتحدث:«وزير خارجية ذورين»", {"refusal"}),
            ("speaker:Baroudi", {"refusal"}),
            ("المتحدث:«لا أحد»", set()),
            ("إلى:الحلواني", {"refusal"}),
            ("الوكالة:الأفق", {"peace", "refusal", "crossings"}),  # which published the article
            ("-الوكالة:الأفق", set()),
            ("المناسبة:اتصال", {"peace", "refusal"}),
            ("المناسبة:مكالمة_هاتفية", {"peace", "refusal"}),
            ("event:meeting", set()),
            ("النوع:مباشر", {"peace"}),
            ('kind:"غير مباشر"', {"refusal", "crossings"}),
            ("kind:indirect", {"refusal", "crossings"}),
            ("النوع:كذا بلاده", {"refusal"}),  # left out, and said so
            ("النوع:كذا", set()),  # not the whole archive
            ("date:abc النوع:كذا", set()),
            ("التاريخ:2021-02-30", set()),
            ("التاريخ:2023..2021", set()),
            ("التاريخ:2021", {"peace", "refusal", "crossings"}),
            ("التاريخ:٢٠٢٠..٢٠٢٢", {"peace", "refusal", "crossings"}),
            ("التاريخ:2020-2022", {"peace", "refusal", "crossings"}),
            ("التاريخ:2021-05-12", {"peace", "refusal", "crossings"}),
            ("التاريخ:..2020", set()),
            ("date:2022..", set()),
            ("date:>2021-06", set()),
            ("date:<=2021-06", {"peace", "refusal", "crossings"}),
            ("-التاريخ:2021", set()),
            ("التاريخ:أمس", set()),
        ],
    )
    def test_fields_narrow_the_statements(self, archive, typed, expected):
        query = QueryDict(mutable=True)
        query["q"] = typed
        ids = {getattr(archive, name).pk for name in expected}
        assert {row.pk for row in search(query).rows()} == ids

    @pytest.mark.django_db
    def test_an_agency_is_who_relays_where_another_medium_published(self, archive):
        archive.article.outlet.name = "صحيفة أخرى"
        archive.article.outlet.save()
        assert [row.pk for row in search(QueryDict("q=الوكالة:الأفق")).rows()] == [archive.crossings.pk]
