"""The review page: what an editor sees of an article, and what becomes of every decision."""

from html.parser import HTMLParser

import pytest
from django.urls import reverse

from statements.models import Actor, ExtractionRun, Statement
from tests.builders import build_actor, build_article, build_statement


@pytest.fixture
def desk(client, editor, archive):
    client.force_login(editor)
    return client


def review(article) -> str:
    return reverse("admin:statements_article_review", args=[article.pk])


def act(client, statement, name: str, **typed):
    """Press a button of the statement's card, as it stands on the page."""
    token = card_version(client, statement)
    address = reverse("admin:statements_article_decide", args=[statement.article_id, statement.pk])
    return client.post(address, {"act": name, "version": token} | typed)


def card_version(client, statement) -> str:
    context = client.get(review(statement.article)).context
    cards = [*context["cards"], *context["set_aside"]]
    return next(card.version for card in cards if card.statement == statement)


def form_data(client, statement, **typed) -> dict:
    """What the form of the statement sends when nothing but `typed` is changed in it."""
    form = client.get(review(statement.article), {"edit": statement.pk}).context["opened"].form
    people = {
        name: [choice.token for choice in form.fields[name].initial]
        for name in ("speakers", "addressees", "reporter")
    }
    data = {
        "version": card_version(client, statement),
        "content": form.initial["content"],
        "kind": form.initial["kind"],
        "cue": form.initial["cue"],
        "event": form.initial["event"] or "",
    }
    if form.initial["nobody"]:
        data["nobody"] = "on"
    return data | people | typed


def correct(client, statement, **typed):
    address = reverse("admin:statements_article_correct", args=[statement.article_id, statement.pk])
    return client.post(address, form_data(client, statement, **typed))


def add(client, article, **typed):
    address = reverse("admin:statements_article_add_statement", args=[article.pk])
    return client.post(address, {"kind": "", "event": ""} | typed)


def test_a_card_closes_the_quotation_mark_that_the_article_closes(desk):
    article = build_article('قال الحلواني إن الاتفاق جاهز "قبل الصيف"، ثم سكت.')
    build_statement(article, 'الاتفاق جاهز "قبل الصيف', kind="mixed")
    assert "<blockquote>الاتفاق جاهز &quot;قبل الصيف&quot;</blockquote>" in desk.get(review(article)).text


def test_page_shows_text_marks_and_cards(desk, archive):
    response = desk.get(review(archive.article))
    assert [card.statement for card in response.context["cards"]] == [
        archive.peace,
        archive.refusal,
        archive.crossings,
    ]
    for words in ("المتحدث", "فعل القول", "استخراج آلي", "راجعه محرر", "سامر الحلواني", "تأكيد", "نشر"):
        assert words in response.text
    for role in ("content", "cue", "speaker", "addressee", "reporter"):
        assert f" is-{role}" in response.text


def test_text_on_the_page_is_the_articles_letter_for_letter(desk, archive):
    shown = marked_text(desk.get(review(archive.article)).text)
    assert shown == archive.article.text


def marked_text(html: str) -> str:
    """The words inside the element that holds the article's text."""

    class Reader(HTMLParser):
        depth, words = 0, ""

        def handle_starttag(self, tag, attrs):
            if self.depth or "data-text" in dict(attrs):
                self.depth += 1

        def handle_endtag(self, tag):
            self.depth -= bool(self.depth)

        def handle_data(self, data):
            self.words += data if self.depth else ""

    reader = Reader()
    reader.feed(html)
    return reader.words


def test_number_of_queries_does_not_grow_with_statements(desk, archive, django_assert_max_num_queries):
    for words in ("وأكد البارودي", "وزير خارجية أرخانيا", "وأفادت وكالة الأفق", "نظيره في مملكة ذورين"):
        build_statement(archive.article, words, by=[archive.halwani], event=archive.call)
    with django_assert_max_num_queries(34):
        desk.get(review(archive.article))


def test_change_page_leads_to_the_review(desk, archive):
    response = desk.get(reverse("admin:statements_article_change", args=[archive.article.pk]))
    assert response.headers["Location"] == review(archive.article)


def test_confirm_goes_on_to_the_next_undecided_statement(desk, archive, editor):
    response = act(desk, archive.peace, "confirm")
    archive.peace.refresh_from_db()
    assert (archive.peace.state, archive.peace.reviewed_by) == (Statement.State.CONFIRMED, editor)
    assert response.headers["Location"] == f"{review(archive.article)}#statement-{archive.crossings.pk}"


def test_reject_takes_it_off_the_text_and_restore_brings_it_back(desk, archive):
    act(desk, archive.peace, "reject")
    page = desk.get(review(archive.article))
    assert archive.peace in [card.statement for card in page.context["set_aside"]]
    assert f'id="mark-{archive.peace.pk}"' not in page.text
    act(desk, archive.peace, "restore")
    assert f'id="mark-{archive.peace.pk}"' in desk.get(review(archive.article)).text


def test_a_confirmation_is_taken_back(desk, archive):
    act(desk, archive.peace, "confirm")
    assert "تراجع عن التأكيد" in desk.get(review(archive.article)).text
    response = act(desk, archive.peace, "unconfirm")
    archive.peace.refresh_from_db()
    assert (archive.peace.state, archive.peace.reviewed_by) == (Statement.State.MACHINE, None)
    assert response.headers["Location"].endswith(f"#statement-{archive.peace.pk}")


def test_restored_statement_is_the_machines_again(desk, archive):
    act(desk, archive.peace, "reject")
    act(desk, archive.peace, "restore")
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE


def confirm_all(client, article, statements):
    address = reverse("admin:statements_article_confirm_all", args=[article.pk])
    return client.post(address, {"undecided": [one.pk for one in statements]}, follow=True)


def test_confirm_all_confirms_what_was_shown_and_nothing_else(desk, archive):
    late = confirm_all(desk, archive.article, [archive.peace])
    assert "تغيّرت تصريحات المقال" in late.text
    assert Statement.objects.get(pk=archive.peace.pk).state == Statement.State.MACHINE
    confirm_all(desk, archive.article, [archive.peace, archive.crossings])
    states = set(archive.article.statements.values_list("state", flat=True))
    assert states == {Statement.State.CONFIRMED}


def test_confirm_all_leaves_doubtful_ones_and_says_how_many(desk, archive):
    Statement.objects.filter(pk=archive.crossings.pk).update(confidence=0.3)
    page = desk.get(review(archive.article))
    assert page.context["sure"] == [archive.peace]
    assert "تأكيد الباقي إلا المشكوك فيه" in page.text
    response = confirm_all(desk, archive.article, [archive.peace])
    assert "أُكِّد تصريح واحد. بقي تصريح واحد مشكوك فيه لم يُراجَع." in " ".join(response.text.split())
    archive.crossings.refresh_from_db()
    assert archive.crossings.state == Statement.State.MACHINE
    assert not desk.get(review(archive.article)).context["sure"]


def test_correcting_nothing_decides_nothing(desk, archive):
    correct(desk, archive.peace)
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE


def test_content_is_found_in_the_text_letter_for_letter(desk, archive):
    correct(desk, archive.peace, content="حلاً سلمياً يحفظ   كرامة الشعبين")
    archive.peace.refresh_from_db()
    assert archive.peace.content == "حلاً سلمياً يحفظ كرامة الشعبين"
    assert archive.peace.state == Statement.State.CORRECTED


def test_content_in_two_lines_has_two_spans(desk, archive):
    correct(desk, archive.peace, content="نريد حلاً\nوالمقاومة حق")
    archive.peace.refresh_from_db()
    assert archive.peace.content == "نريد حلاً … والمقاومة حق"


def test_content_across_paragraphs_stays_one_span(desk, archive):
    correct(desk, archive.peace, content="والمقاومة حق».\n\nوأكد البارودي")
    archive.peace.refresh_from_db()
    assert archive.peace.content == "والمقاومة حق».\n\nوأكد البارودي"


def test_of_equal_words_those_near_the_selection_are_taken(desk, archive):
    second = archive.article.text.rindex("الحلواني")
    correct(desk, archive.peace, content="الحلواني", near=second - 3)
    archive.peace.refresh_from_db()
    assert archive.peace.spans == [[second, second + len("الحلواني")]]


def test_words_that_are_not_in_the_text_are_told_and_kept(desk, archive):
    response = correct(desk, archive.peace, content="كلمات لم يقلها أحد", kind="mixed")
    assert response.status_code == 422
    assert "ليست في نص المقال" in response.text
    assert "كلمات لم يقلها أحد</textarea>" in response.text
    assert '<option value="mixed" selected>' in response.text
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE


def test_speaker_is_found_by_any_spelling(desk, archive):
    correct(desk, archive.peace, speakers=[], speakers_typed="لَيث البارودى")
    assert [party.actor for party in archive.peace.parties.filter(role="speaker")] == [archive.baroudi]


def test_unknown_name_comes_back_with_choices(desk, archive):
    response = correct(desk, archive.peace, speakers=[], speakers_typed="نادر السالمي")
    assert response.status_code == 422
    for token in ("new:?:نادر السالمي", "name:نادر السالمي"):
        assert f'value="{token}"' in response.text
    assert not Actor.objects.filter(name="نادر السالمي").exists()


def test_two_of_one_name_come_back_to_be_told_apart(desk, archive):
    namesake = build_actor("البارودي", "organization")
    response = correct(desk, archive.peace, speakers=[], speakers_typed="البارودي")
    assert response.status_code == 422
    for actor in (archive.baroudi, namesake):
        assert f'value="actor:{actor.pk}"' in response.text


def test_ambiguous_name_is_offered_with_who_bears_it(desk, archive):
    archive.peace.parties.filter(role="speaker").update(actor=None, name="البارودي")
    namesake = build_actor("البارودي", "organization")
    form = desk.get(review(archive.article), {"edit": archive.peace.pk}).text
    for actor in (archive.baroudi, namesake):
        assert f'value="actor:{actor.pk}">' in form  # not ticked
    kept = ["name:البارودي", f"actor:{archive.baroudi.pk}"]
    assert correct(desk, archive.peace, speakers=kept).status_code == 302
    (party,) = archive.peace.parties.filter(role="speaker")
    assert (party.actor, party.name) == (archive.baroudi, archive.baroudi.name)


def test_ticking_one_of_those_offered_answers_the_question(desk, archive):
    build_actor("البارودي", "organization")
    answered = {"speakers": [f"actor:{archive.baroudi.pk}"], "speakers_typed": "البارودي"}
    assert correct(desk, archive.peace, **answered).status_code == 302
    assert [party.actor for party in archive.peace.parties.filter(role="speaker")] == [archive.baroudi]


def test_a_question_left_open_is_asked_again(desk, archive):
    response = correct(desk, archive.peace, speakers_typed="نادر السالمي")
    assert response.status_code == 422
    assert 'value="نادر السالمي"' in response.text
    assert correct(desk, archive.peace, speakers_typed="نادر السالمي").status_code == 422


@pytest.mark.parametrize(
    "token",
    [
        "actor:987654",
        "actor:²",
        "actor:",
        "new:spirit:سامر",
        "new:person:",
        "name:",
        "name:" + "س" * 301,
        "x",
    ],
)
def test_a_choice_that_is_gone_or_nonsense_is_told(desk, archive, token):
    response = correct(desk, archive.peace, speakers=[token])
    assert response.status_code == 422
    assert "لم يعد في الأرشيف" in response.text


def test_late_correction_keeps_its_people(desk, archive):
    late = form_data(desk, archive.peace)
    correct(desk, archive.peace, speakers_typed="وكالة الأفق")
    address = reverse("admin:statements_article_correct", args=[archive.article.pk, archive.peace.pk])
    form = desk.post(address, late).context["opened"].form
    assert [choice.actor for choice in form["speakers"].value()[0]] == [archive.halwani]


def test_new_actor_is_made_and_found_by_its_name(desk, archive):
    correct(desk, archive.peace, speakers=["new:organization:مجلس السهول"])
    actor = Actor.objects.get(name="مجلس السهول")
    assert actor.kind == "organization"
    assert [party.actor for party in archive.peace.parties.filter(role="speaker")] == [actor]
    found = desk.get(reverse("admin:statements_actor_lookup"), {"q": "مَجلس السهول"}).json()
    assert [row["id"] for row in found["actors"]] == [actor.pk]


def test_kind_of_a_new_actor_is_said_beside_its_box(desk, archive):
    asked = correct(desk, archive.peace, speakers=[], speakers_typed="سول")
    assert asked.text.count('value="new:?:سول"') == 1
    answer = {"speakers": ["new:?:سول"], "speakers_kind:سول": "country", "speakers_typed": "سول"}
    assert correct(desk, archive.peace, **answer).status_code == 302
    assert Actor.objects.get(name="سول").kind == "country"


def test_kind_said_is_kept_when_the_form_comes_back(desk, archive):
    answer = {"speakers": ["new:?:سول"], "speakers_kind:سول": "country", "content": "لا شيء من هذا"}
    assert '<option value="country" selected>' in correct(desk, archive.peace, **answer).text


def test_name_without_an_actor_is_kept_as_words(desk, archive):
    correct(desk, archive.peace, addressees=["name:مصدر في الوفد"])
    party = archive.peace.parties.get(role="addressee")
    assert (party.actor, party.name) == (None, "مصدر في الوفد")


def test_kept_party_keeps_its_place_in_the_text(desk, archive):
    before = archive.peace.parties.get(role="speaker").start
    correct(desk, archive.peace, speakers_typed="ليث البارودي")
    speakers = archive.peace.parties.filter(role="speaker")
    assert [(party.actor, party.start) for party in speakers] == [
        (archive.halwani, before),
        (archive.baroudi, None),
    ]


def test_reporter_is_one(desk, archive):
    response = correct(desk, archive.crossings, reporter_typed="ليث البارودي")
    assert "الناقل واحد" in response.text
    correct(desk, archive.crossings, reporter=[])
    assert not archive.crossings.parties.filter(role="reporter").exists()


def test_event_can_be_taken_away_and_made_new(desk, archive):
    correct(desk, archive.peace, event="")
    archive.peace.refresh_from_db()
    assert archive.peace.event is None
    correct(
        desk,
        archive.peace,
        **{"event": "new", "new-type": "meeting", "new-place": "ذورينا", "new-day": "2021-05-10"},
        **{"new-participants": [f"actor:{archive.halwani.pk}"]},
    )
    archive.peace.refresh_from_db()
    event = archive.peace.event
    assert (event.type, event.place, event.edited) == ("meeting", "ذورينا", True)
    assert [participant.actor for participant in event.participants.all()] == [archive.halwani]
    assert archive.peace.day.isoformat() == "2021-05-10"


def test_a_newcomer_named_twice_in_a_form_is_made_once(desk, archive):
    correct(
        desk,
        archive.peace,
        speakers=["new:person:نادر السالمي"],
        **{"event": "new", "new-type": "speech", "new-participants": ["new:person:نادر السالمي"]},
    )
    archive.peace.refresh_from_db()
    newcomer = Actor.objects.get(name="نادر السالمي")
    assert [participant.actor for participant in archive.peace.event.participants.all()] == [newcomer]


def test_those_who_talk_take_part_in_a_new_event_where_nobody_is_named(desk, archive):
    correct(desk, archive.peace, **{"event": "new", "new-type": "meeting"})
    archive.peace.refresh_from_db()
    took_part = [participant.actor for participant in archive.peace.event.participants.all()]
    assert took_part == [archive.halwani, archive.baroudi]


def test_event_of_another_article_is_no_choice(desk, archive):
    other = build_article("قال سامر الحلواني إن الطريق مفتوحة أمام الجميع.")
    stranger = build_statement(other, "الطريق مفتوحة", by=[archive.halwani])
    response = correct(desk, stranger, event=archive.call.pk)
    assert response.status_code == 422


def test_correcting_an_event_moves_its_statements_to_its_day(desk, archive):
    address = reverse("admin:statements_article_correct_event", args=[archive.article.pk, archive.call.pk])
    page = desk.get(review(archive.article), {"event": archive.call.pk})
    version = page.context["events"][0].version
    tokens = [choice.token for choice in page.context["opened"].form.fields["participants"].initial]
    data = {"type": "meeting", "place": "أرخان", "day": "2021-05-11", "participants": tokens}
    desk.post(address, data | {"version": version})
    archive.call.refresh_from_db()
    archive.peace.refresh_from_db()
    assert (archive.call.type, archive.call.place, archive.call.edited) == ("meeting", "أرخان", True)
    assert archive.peace.day.isoformat() == "2021-05-11"
    assert archive.call.participants.count() == 2
    assert desk.post(address, data | {"version": version}).status_code == 409


NEW = {"content": "اتصالاً هاتفياً", "speakers_typed": "ليث البارودي"}


def test_missing_statement_is_added(desk, archive):
    add(desk, archive.article, **NEW | {"cue": "أجرى"})
    added = Statement.objects.get(state=Statement.State.ADDED)
    assert (added.content, added.cue, added.kind) == ("اتصالاً هاتفياً", "أجرى", "indirect")
    assert [party.actor for party in added.speakers] == [archive.baroudi]


@pytest.mark.parametrize(
    ("content", "kind"),
    [("«نريد حلاً سلمياً»", "direct"), ("الحلواني «نريد", "mixed"), ("وأفادت وكالة", "indirect")],
)
def test_kind_is_known_from_the_quotation_marks(desk, archive, content, kind):
    add(desk, archive.article, speakers_typed="ليث البارودي", content=content, overlaps="on")
    assert Statement.objects.get(state=Statement.State.ADDED).kind == kind


def test_kind_that_is_chosen_stands(desk, archive):
    add(desk, archive.article, **NEW, kind="mixed")
    assert Statement.objects.get(state=Statement.State.ADDED).kind == "mixed"


def test_quotation_marks_around_the_content_are_left_out(desk, archive):
    correct(desk, archive.peace, content="«نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق».")
    archive.peace.refresh_from_db()
    assert archive.peace.content == "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق"
    assert archive.peace.state == Statement.State.MACHINE


def test_added_statement_needs_a_speaker_or_a_word_that_there_is_none(desk, archive):
    response = add(desk, archive.article, content=NEW["content"])
    assert response.status_code == 422
    assert "أو اختر «متحدث غير معروف»" in response.text
    add(desk, archive.article, content=NEW["content"], nobody="on")
    assert Statement.objects.get(state=Statement.State.ADDED).speakers == []


def test_overlap_with_another_statement_is_warned_of_and_may_be_wanted(desk, archive):
    said = {"content": "المواقف السابقة", "speakers_typed": "ليث البارودي"}
    response = add(desk, archive.article, **said)
    assert response.status_code == 422
    assert "يشترك في كلمات مع التصريح 2" in response.text
    assert 'name="overlaps"' in response.text
    assert add(desk, archive.article, **said, overlaps="on").status_code == 302
    assert Statement.objects.get(state=Statement.State.ADDED).content == "المواقف السابقة"


def test_cue_is_corrected_and_taken_away(desk, archive):
    correct(desk, archive.refusal, cue="قال")
    archive.refusal.refresh_from_db()
    assert (archive.refusal.cue, archive.refusal.sense) == ("وقال", "said")
    correct(desk, archive.refusal, cue="")
    archive.refusal.refresh_from_db()
    assert (archive.refusal.cue, archive.refusal.sense) == ("", "")
    assert "ليست في نص المقال" in correct(desk, archive.refusal, cue="همس").text


def test_kind_follows_the_content_unless_it_is_set(desk, archive):
    correct(desk, archive.peace, content="وزير خارجية أرخانيا")
    archive.peace.refresh_from_db()
    assert archive.peace.kind == "indirect"
    correct(desk, archive.peace, content="نريد حلاً", kind="mixed")
    archive.peace.refresh_from_db()
    assert archive.peace.kind == "mixed"


def test_event_without_statements_is_deleted(desk, archive):
    address = reverse("admin:statements_article_delete_event", args=[archive.article.pk, archive.call.pk])
    desk.post(address)
    assert archive.article.events.exists()
    assert address not in desk.get(review(archive.article)).text
    archive.call.statements.update(event=None)
    assert archive.call not in [card.event for card in desk.get(review(archive.article)).context["events"]]
    archive.article.events.update(edited=True)
    assert address in desk.get(review(archive.article)).text
    desk.post(address)
    assert not archive.article.events.exists()


def test_added_statement_needs_words_of_the_text(desk, archive):
    response = add(desk, archive.article, content="", speakers_typed="ليث البارودي")
    assert response.status_code == 422
    assert "اكتب كلمات المحتوى" in response.text
    assert not Statement.objects.filter(state=Statement.State.ADDED).exists()


def test_late_correction_is_told_and_kept(desk, archive, django_user_model):
    late = form_data(desk, archive.peace, content="نريد حلاً سلمياً")
    colleague = django_user_model.objects.create_superuser("سلمى", password="a-long-password")
    desk.force_login(colleague)
    correct(desk, archive.peace, kind="mixed")
    address = reverse("admin:statements_article_correct", args=[archive.article.pk, archive.peace.pk])
    response = desk.post(address, late)
    assert response.status_code == 409
    assert "غيّر سلمى هذا التصريح" in response.text
    assert "نريد حلاً سلمياً</textarea>" in response.text
    archive.peace.refresh_from_db()
    assert (archive.peace.kind, archive.peace.content) == (
        "mixed",
        "نريد حلاً سلمياً يحفظ كرامة الشعبين، والمقاومة حق",
    )


def test_late_decision_is_told_and_not_done(desk, archive):
    version = card_version(desk, archive.peace)
    act(desk, archive.peace, "reject")
    address = reverse("admin:statements_article_decide", args=[archive.article.pk, archive.peace.pk])
    response = desk.post(address, {"act": "confirm", "version": version}, follow=True)
    assert "لم يُحفظ قرارك" in response.text
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.REJECTED


@pytest.mark.parametrize(
    ("state", "told", "renews"),
    [
        ("waiting", "في انتظار المستخرِج", True),
        ("running", "تُستخرج التصريحات الآن", True),
        ("done", "نشر", False),
    ],
)
def test_page_renews_itself_while_extraction_is_under_way(desk, archive, state, told, renews):
    ExtractionRun.objects.create(article=archive.draft, state=state)
    response = desk.get(review(archive.draft))
    assert told in response.text
    assert ('http-equiv="refresh"' in response.text) == renews
    assert 'http-equiv="refresh"' not in desk.get(review(archive.draft), {"edit": "new"}).text


def test_failed_extraction_is_shown_and_run_again(desk, archive):
    ExtractionRun.objects.create(article=archive.draft, state="failed", error="ValueError: <script>")
    page = desk.get(review(archive.draft))
    assert "أخفق الاستخراج" in page.text
    assert "ValueError: &lt;script&gt;" in page.text
    address = reverse("admin:statements_article_extract", args=[archive.draft.pk])
    desk.post(address)
    assert archive.draft.latest_run().state == ExtractionRun.State.WAITING
    desk.post(address)
    assert archive.draft.runs.count() == 2


def test_act_by_get_changes_nothing(desk, archive):
    for name in ("decide", "correct"):
        desk.get(reverse(f"admin:statements_article_{name}", args=[archive.article.pk, archive.peace.pk]))
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE


def test_statement_of_another_article_is_not_touched(desk, archive):
    address = reverse("admin:statements_article_decide", args=[archive.draft.pk, archive.peace.pk])
    response = desk.post(address, {"act": "confirm"}, follow=True)
    assert "لم يعد هذا التصريح في المقال" in response.text
    archive.peace.refresh_from_db()
    assert archive.peace.state == Statement.State.MACHINE


def test_outsiders_do_not_see_the_page(client, archive, django_user_model):
    assert "/admin/login/" in client.get(review(archive.draft)).headers["Location"]
    client.force_login(
        django_user_model.objects.create_user("clerk", password="a-long-password", is_staff=True)
    )
    assert client.get(review(archive.draft)).status_code == 403
    address = reverse("admin:statements_article_decide", args=[archive.article.pk, archive.peace.pk])
    assert client.post(address, {"act": "reject"}).status_code == 403


def test_unknown_article_is_not_found(desk):
    assert desk.get(reverse("admin:statements_article_review", args=[987654])).status_code == 404
