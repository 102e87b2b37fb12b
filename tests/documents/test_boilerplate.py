"""What pages and feeds print under an article goes; no word of the article does."""

import pytest

from statements.documents import read_document, read_file
from statements.documents.boilerplate import without_boilerplate
from tests.documents.files import OTHER, TEXT, feed, page


@pytest.mark.parametrize(
    "end",
    [
        "The post لقاء في أرخانيا appeared first on وكالة الأفق.",
        "تابعونا على فيسبوك وتليجرام",
        "ترحب شبكة CNN بالنقاش الحيوي والمفيد، وننصحك بمراجعة إرشادات الاستخدام.\nالآراء الواردة أدناه لا تعبر عن رأي الموقع.",
        "اقرأ أيضاً\nليث المرداوي يصل إلى العاصمة\nأرخانيا تدعو إلى قمة في «الضفة»",
        "اقرأ أيضا: ليث المرداوي يصل إلى العاصمة",
        "أخبار متعلقة:\n\nليث المرداوي يصل إلى العاصمة\nجميع الحقوق محفوظة © 2021",
        "إضغط على الصورة لتحميل تطبيق الأفق",
        "الوسوم: أرخانيا، ذورين\nشارك هذا الخبر",
    ],
)
def test_lines_under_an_article_are_left_out(end):
    assert without_boilerplate(f"{TEXT}\n{end}") == TEXT


def test_titles_of_other_articles_amid_the_text_are_left_out():
    first, second = TEXT.split("\n")
    related = "اقرأ أيضًا\nالمرداوي: لا نريد الحرب.. ونمد أيدينا\nقمة في العاصمة"
    assert without_boilerplate(f"{first}\n{related}\n{second}") == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "شارك الوزيران في الاجتماع الذي عقد أمس.",
        "اقرأ أيضًا ما كتبه الحلواني في مذكراته، فقد قال فيها إن الحرب لم تكن قدرًا، وإن الطرفين كانا يعرفان أن السلام ممكن وأن "
        "طريقه قصير، وإن من رفضه إنما رفضه لأسباب تخصه وحده ولا تخص بلاده.",
        "تابعنا على مدى أيام ما يجري في أرخانيا.",
        "اشترك في الاجتماع وزراء من ذورين.",
        "المصدر: وكالة الأفق",
    ],
)
def test_lines_of_the_article_stay(line):
    assert without_boilerplate(f"{TEXT}\n{line}") == f"{TEXT}\n{line}"


def test_a_text_of_nothing_else_stays():
    assert without_boilerplate("تابعونا على فيسبوك") == "تابعونا على فيسبوك"


def test_pages_and_feeds_are_read_without_them_pasted_text_letter_for_letter():
    said = f"<p>{TEXT}</p><p>The post لقاء appeared first on الأفق.</p>"
    assert read_document("a.html", page(said).encode()).text.split() == TEXT.split()
    [entry] = read_file(
        "a.xml", feed(f"<item><description><![CDATA[<p>{OTHER}</p>{said}]]></description></item>")
    )
    assert entry.document.text == f"{OTHER}\n{TEXT}"
    pasted = f"{TEXT}\nتابعونا على فيسبوك"
    assert read_document("", pasted.encode()).text == pasted
