"""What a reader may type into the search box, with examples that can be tried."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from statements.extraction.normalize import fold
from statements.search.reading import FIELDS as NAMES
from statements.search.reading import NEAR

EXAMPLES = [
    ("السلام الحرب", gettext_lazy("كلتا الكلمتين، أينما وقعتا.")),
    ("«وزير الخارجية»", gettext_lazy("العبارة كما هي: كلماتها متتالية. وتصح كل علامات التنصيص.")),
    ("السلام -الحرب", gettext_lazy("الأولى دون الثانية. ويُنفى كذلك ما بين علامتي تنصيص.")),
    ("هدنة أو تهدئة", gettext_lazy("إحداهما؛ وتُكتب أيضًا OR.")),
    ("وقف قرب النار", gettext_lazy("متقاربتان، وبينهما %(n)s كلمات على الأكثر؛ ولك أن تحدد العدد: قرب/3. وتُكتب أيضًا near.")),
    ("السلام AND الحوار NOT الحرب", gettext_lazy("بحروف كبيرة: AND كترك فراغ بين الكلمتين، وNOT كعلامة − قبل ما بعدها.")),
    ("دبلوماس*", gettext_lazy("كل كلمة تبدأ بهذه الحروف.")),
    ("=على", gettext_lazy("الكلمة حرفًا حرفًا كما كُتبت: لا تجد «علي». وللبحث كله كذلك اختر «المطابقة» من البحث المفصّل.")),
    ("Mohammed", gettext_lazy("الأسماء بالحروف اللاتينية تُطلب بالعربية أيضًا، على اختلاف تهجئتها.")),
]  # fmt: skip
FIELDS = [
    ("speaker", "المتحدث:\"وزير الخارجية\"", gettext_lazy("ما قاله من يحمل هذا الاسم أو المنصب؛ وبالإنجليزية speaker.")),
    ("to", "إلى:الرئيس", gettext_lazy("ما قيل له؛ وبالإنجليزية to.")),
    ("country", "الدولة:مصر", gettext_lazy("ما قاله من يمثل هذه الدولة أو قيل له: الدولة نفسها أو أصحاب المناصب فيها أو هيئاتها؛ وبالإنجليزية country.")),
    ("agency", "الوكالة:رويترز", gettext_lazy("ما نقلته وكالة أو ناطق، أو نشرته جهة بهذا الاسم؛ وبالإنجليزية agency.")),
    ("event", "المناسبة:اتصال", gettext_lazy("ما قيل في اتصال أو لقاء أو مؤتمر صحفي أو مقابلة أو كلمة أو بيان أو رسالة؛ وبالإنجليزية event.")),
    ("kind", "النوع:مباشر", gettext_lazy("بلفظه (مباشر)، أو بمعناه (غير مباشر)، أو مختلط؛ وبالإنجليزية kind.")),
    ("date", "التاريخ:2021..2022", gettext_lazy("يوم أو شهر أو سنة، أو من تاريخ إلى تاريخ، أو منه فصاعدًا (2021..) أو حتى (..2021)؛ وبالإنجليزية date.")),
    ("after", "بعد:2021-05-12", gettext_lazy("ما قيل في هذا اليوم أو بعده، ويُكتب كذلك شهرٌ أو سنة.")),
    ("before", "قبل:2022", gettext_lazy("ما قيل إلى آخر هذا اليوم أو الشهر أو هذه السنة.")),
]  # fmt: skip


def search_help(request: HttpRequest) -> HttpResponse:
    examples = [
        (typed, meaning % {"n": NEAR} if "%(n)s" in meaning else meaning) for typed, meaning in EXAMPLES
    ]
    fields = [(typed, meaning, _names(field)) for field, typed, meaning in FIELDS]
    context = {"title": _("كيف يُكتب البحث"), "examples": examples, "fields": fields}
    return render(request, "search_help.html", context)


def _names(field: str) -> list[str]:
    """All names of a field, of those that differ in their spelling alone the first."""
    return list({fold(name): name for name in reversed(NAMES[field])}.values())[::-1]
