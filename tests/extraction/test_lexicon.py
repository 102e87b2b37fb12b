"""The word lists: which words are offices, states, media, bodies, groups, occasions, names."""

import pytest

from statements.extraction import lexicon, lexicon_tables
from statements.extraction.inflection import peel
from statements.extraction.normalize import fold


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("العراق", "IQ"),
        ("المملكة العربية السعودية", "SA"),
        ("طهران", "IR"),
        ("واشنطن", "US"),
        ("سورية", "SY"),
        ("كوريا الشمالية", "KP"),
        ("فلسطين", "PS"),
        ("كوسوفو", "XK"),
        ("تايوان", "TW"),
        ("عراقي", None),
        ("أرخانيا", None),
    ],
)
def test_states_by_name_and_capital(words, code):
    country = lexicon.country_of(fold(words))
    assert (country and country.code) == code


@pytest.mark.parametrize(
    ("word", "code", "gender", "number"),
    [
        ("الإيراني", "IR", "m", "s"),
        ("ايرانية", "IR", "f", "s"),
        ("المصريتان", "EG", "f", "d"),
        ("الأميركيون", "US", "m", "p"),
        ("أمريكيين", "US", "m", "p"),
        ("الأتراك", "TR", "m", "p"),
        ("الروس", "RU", "m", "p"),
        ("الكورية الشمالية", "KP", "f", "s"),
    ],
)
def test_demonyms_in_every_form(word, code, gender, number):
    demonym = lexicon.demonym_of(fold(word))
    assert (demonym.country.code, demonym.gender, demonym.number) == (code, gender, number)


def test_words_that_are_also_common_are_marked():
    assert lexicon.demonym_of("مالي").homonym
    assert lexicon.medium_of("الوطن").homonym
    assert lexicon.given_name_of("علي").homonym
    assert not lexicon.given_name_of("محمد").homonym
    assert not lexicon.medium_of(fold("صحيفة الوطن")).homonym


@pytest.mark.parametrize(
    ("word", "title", "gender", "number", "owned"),
    [
        ("الوزير", "وزير", "m", "s", False),
        ("وزيراً", "وزير", "m", "s", False),
        ("وزيرة", "وزير", "f", "s", False),
        ("الوزيران", "وزير", "m", "d", False),
        ("وزيري", "وزير", "m", "d", False),
        ("وزراء", "وزير", "m", "p", False),
        ("نظيره", "نظير", "m", "s", True),
        ("نظيرته", "نظير", "f", "s", True),
        ("نظرائهم", "نظير", "m", "p", True),
        ("رئيسة", "رئيس", "f", "s", False),
        ("المسئولين", "مسؤول", "m", "p", False),
        ("مسؤولي", "مسؤول", "m", "p", False),
        ("الناطقة", "ناطق", "f", "s", False),
        ("رئيس الوزراء", "رئيس الوزراء", "m", "s", False),
        ("أمين عام", "الأمين العام", "m", "s", False),
    ],
)
def test_titles_in_every_form(word, title, gender, number, owned):
    found = lexicon.title_of(fold(word))
    assert (found.word, found.gender, found.number, found.owned) == (title, gender, number, owned)


@pytest.mark.parametrize(
    ("words", "event_type", "weak"),
    [
        ("اتصال هاتفي", "phone_call", False),
        ("الاتصال الهاتفي", "phone_call", False),
        ("لقائه", "meeting", False),
        ("لقاءاتهم", "meeting", False),
        ("مؤتمر صحافي", "press_conference", False),
        ("مؤتمره الصحفي", "press_conference", False),
        ("كلمته", "speech", True),
        ("بياناً", None, None),
        ("البيان", "statement", False),
        ("تغريدة", "message", False),
        ("القمة", "conference", False),
        ("المقابلة", "interview", False),
    ],
)
def test_nouns_of_occasions(words, event_type, weak):
    noun = lexicon.event_noun_of(fold(words))
    assert (noun and noun.type, noun and noun.weak) == (event_type, weak)


def test_media_bodies_and_their_head_nouns():
    assert lexicon.medium_of(fold("وكالة مهر للأنباء")).name == "مهر"
    assert lexicon.medium_of(fold("فرانس برس")).sort == "agency"
    assert lexicon.media_noun_of(fold("الصحيفة")).sort == "newspaper"
    assert lexicon.media_noun_of(fold("وكالة")).needs >= {fold("أنباء"), fold("للأنباء")}
    assert lexicon.body_of(fold("مجلس الأمن")).name == "مجلس الأمن الدولي"
    assert lexicon.body_noun_of(fold("الوزارة")).definite
    assert lexicon.body_noun_of(fold("حكومته")).owned
    assert lexicon.body_noun_of(fold("حكومة")).kind == "country"


def test_groups_and_sources_without_a_name():
    assert lexicon.group_noun_of(fold("للصحفيين")) is None
    assert lexicon.group_noun_of(fold("الصحفيين")).definite
    assert lexicon.unnamed_noun_of(fold("مصدر")).always
    assert lexicon.unnamed_noun_of(fold("مصدراً")).number == "s"
    assert not lexicon.unnamed_noun_of(fold("مسؤول")).always
    assert lexicon.source_adjective_of(fold("الدبلوماسية")) == "دبلوماسي"


def test_parts_of_names():
    assert lexicon.given_name_of(fold("زينب")).gender == "f"
    assert lexicon.particle_role("بن") == "son"
    assert lexicon.particle_role(fold("آل")) == "house"
    assert lexicon.honorific_of(fold("صاحب السمو الملكي")) == "صاحب السمو الملكي"


def test_the_longest_run_of_words_wins():
    words = fold("عقد مجلس الأمن الدولي جلسة").split()
    body, size = lexicon.longest(lexicon.body_of, words, 1)
    assert (body.name, size) == ("مجلس الأمن الدولي", 3)
    assert lexicon.longest(lexicon.body_of, words, 0) is None
    assert lexicon.longest(lexicon.body_of, words, 5) is None


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("العراق", [(0, "العراق")]),
        ("والعراق", [(0, "والعراق"), (1, "العراق")]),
        ("للعراق", [(0, "للعراق"), (0, "العراق"), (1, "لعراق")]),
        ("للبنان", [(0, "للبنان"), (0, "البنان"), (1, "لبنان")]),
        ("وبالعراق", [(0, "وبالعراق"), (1, "بالعراق"), (2, "العراق")]),
        ("قال", [(0, "قال")]),
    ],
)
def test_attached_letters_peel_off(word, left):
    assert peel(word) == left


@pytest.mark.parametrize("file", sorted(path.stem for path in lexicon_tables.DATA.glob("*.tsv")))
def test_every_file_tells_its_story_and_is_even(file):
    text = (lexicon_tables.DATA / f"{file}.tsv").read_text("utf-8")
    assert text.startswith("# ")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert len({line.count("\t") for line in lines}) == 1
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    "table",
    [
        lexicon_tables.countries,
        lexicon_tables.demonyms,
        lexicon_tables.titles,
        lexicon_tables.media,
        lexicon_tables.bodies,
        lexicon_tables.event_nouns,
        lexicon_tables.given_names,
    ],
)
def test_keys_are_folded(table):
    assert all(key == fold(key).strip() for key in table())


@pytest.mark.parametrize("file", ["countries", "media", "organizations"])
def test_a_sure_name_means_one_row(file):
    rows = list(lexicon_tables.rows(file))
    bearers = {}
    for number, row in enumerate(rows):
        for name in (*row["names"].split("|"), *row.get("capitals", "").split("|")):
            if name and not name.endswith("?"):
                bearers.setdefault(fold(name), set()).add(number)
    assert {name for name, numbers in bearers.items() if len(numbers) > 1} == set()


def test_bodies_of_many_states_are_not_known_by_name_alone():
    assert lexicon.body_of(fold("مجلس النواب")).homonym
    assert not lexicon.body_of(fold("الكنيست")).homonym
