"""Why a file cannot become an article: each str() is a sentence in Arabic that says what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE  # of a file with one article
MAX_TABLE_BYTES = 200 * MEGABYTE  # of a file with many

_ONE_TOO_LARGE = gettext_lazy(
    "أكبر من %(n)d ميغابايت، وهو الحد لملف فيه مقال واحد: احفظ المقال بلا صور أو ملفات مرفقة، أو الصق نصه."
)
_MANY_TOO_LARGE = gettext_lazy(
    "أكبر من %(n)d ميغابايت، وهو الحد للجداول والخلاصات والأرشيفات: اقسمه إلى أجزاء أصغر وارفعها معًا."
)


class DocumentProblem(Exception):
    """This file, or this part of it, cannot become an article."""

    def __reduce__(self):
        """A problem goes from the process that read the file to the one that asked."""
        return _rebuilt, (type(self), str(self)), self.__dict__


def _rebuilt(kind: type[DocumentProblem], message: str) -> DocumentProblem:
    problem = kind.__new__(kind, message)
    problem.args = (message,)
    return problem


class EmptyDocument(DocumentProblem):
    """Nothing but white space."""

    def __init__(self):
        super().__init__(_("الملف فارغ: اختر ملفًا فيه نص المقال، أو الصق النص."))


class EmptyRow(DocumentProblem):
    """A row of a table without a text."""

    def __init__(self):
        super().__init__(
            _("هذا السطر من الجدول بلا نص مقال: أكمله ثم ارفع الجدول من جديد، فلا يُكرَّر ما أُدخل منه.")
        )


class BrokenRow(DocumentProblem):
    """A line of a .jsonl that is no JSON object."""

    def __init__(self):
        super().__init__(_("هذا السطر ليس ⁦JSON⁩ صحيحًا: أصلحه ثم ارفع الملف من جديد، فلا يُكرَّر ما أُدخل منه."))


class NoTextFound(DocumentProblem):
    """A page or file of the right format without the text of an article in it."""

    def __init__(self):
        super().__init__(_("لم يُعثر هنا على نص مقال: افتح المقال نفسه واحفظ صفحته، أو انسخ النص والصقه."))


class TooLarge(DocumentProblem):
    """More bytes than one file may have: a file of one article or, with the larger limit, of many."""

    def __init__(self, limit: int):
        what = _ONE_TOO_LARGE if limit <= MAX_BYTES else _MANY_TOO_LARGE
        super().__init__(what % {"n": limit // MEGABYTE})


class TooManyArticles(DocumentProblem):
    """More articles than one file may hold."""

    def __init__(self, limit: int):
        super().__init__(_("في الملف أكثر من %(n)d مقال: اقسمه إلى أجزاء أصغر وارفعها معًا.") % {"n": limit})


class TooManyPages(DocumentProblem):
    """More pages than an article has."""

    def __init__(self, limit: int):
        super().__init__(
            _("في الملف أكثر من %(n)d صفحة: احفظ صفحات المقال وحدها وارفعها، أو الصق النص.") % {"n": limit}
        )


class TooMuchUnpacked(DocumentProblem):
    """A zipped file (`form`: ZIP, Word, Excel) with more in it than may be unpacked, whatever its own size."""

    def __init__(self, form: str):
        super().__init__(_UNPACKED.get(form, _UNPACKED["ZIP"]))


_UNPACKED = {
    "ZIP": gettext_lazy(
        "محتوى الأرشيف المضغوط أكبر من المسموح بعد فكّه: قسّمه إلى أرشيفات أصغر، أو ارفع الملفات نفسها."
    ),
    "Word": gettext_lazy("محتوى ملف ⁦Word⁩ أكبر من المسموح بعد فكّه: احفظ المقال وحده في ملف، أو الصق نصه."),
    "Excel": gettext_lazy("محتوى ملف ⁦Excel⁩ أكبر من المسموح بعد فكّه: اقسم الجدول، أو احفظه بصيغة ⁦CSV⁩."),
}


class UnsafePath(DocumentProblem):
    """An archive's entry whose path leads out of the archive."""

    def __init__(self):
        super().__init__(_("مسار هذا الملف داخل الأرشيف يخرج منه، فلم يُقرأ: أعد ضغط الملفات من جديد."))


class Encrypted(DocumentProblem):
    """A file that asks for a password."""

    def __init__(self):
        super().__init__(_("الملف محمي بكلمة مرور: احفظ نسخة بلا حماية ثم ارفعها."))


class Damaged(DocumentProblem):
    """A file of a known format that its reader cannot open."""

    def __init__(self, form: str):
        if form == "ZIP":
            return super().__init__(_("الأرشيف تالف أو ناقص: اضغط المجلد من جديد، أو ارفع الملفات نفسها."))
        super().__init__(
            _("ملف ⁨%(form)s⁩ تالف أو ناقص: افتحه في برنامجه واحفظه من جديد، أو انسخ النص والصقه.")
            % {"form": form}
        )


class Scanned(DocumentProblem):
    """A page that is a picture: there is no text in it to take."""

    def __init__(self, page: int):
        super().__init__(
            _("الصفحة %(page)d صورة ممسوحة لا نص فيها: استخرج نصها ببرنامج قراءة ضوئية، أو الصق النص.")
            % {"page": page}
        )


class Garbled(DocumentProblem):
    """Arabic letters that make no Arabic words; `page` 0 where the file has no pages, `within` what is no file."""

    def __init__(self, page: int = 0, within: str = ""):
        if within:
            told = _("حروف %(within)s لا تؤلّف كلمات عربية صحيحة: انسخ النص من مصدره من جديد.")
            return super().__init__(told % {"within": within})
        where = _("حروف الصفحة %(page)d") % {"page": page} if page else _("حروف الملف")
        super().__init__(
            _("%(where)s لا تؤلّف كلمات عربية صحيحة: خطوط الملف تالفة. ابحث عن نسخة أخرى، أو الصق النص.")
            % {"where": where}
        )


class UnsupportedFormat(DocumentProblem):
    """Another format than those that are read, whatever its name says."""

    def __init__(self, form: str):
        super().__init__(
            _("لا تُقرأ ملفات ⁨%(form)s⁩: احفظ المقال بصيغة ⁦.txt⁩ أو ⁦.html⁩ أو ⁦.docx⁩ أو ⁦.pdf⁩، أو الصق نصه.")
            % {"form": form}
        )


class NotText(DocumentProblem):
    """Binary, or letters in no encoding we know; `within` is what is no file."""

    def __init__(self, within: str = ""):
        told = _("في %(within)s محارف لا تُقرأ: انسخ النص من مصدره من جديد.")
        super().__init__(
            told % {"within": within}
            if within
            else _("الملف ليس نصًّا مقروءًا أو ترميزه غير معروف: احفظه بصيغة ⁦.txt⁩ بترميز ⁦UTF-8⁩ ثم ارفعه.")
        )


class NoArabic(DocumentProblem):
    """Text, but hardly a word of Arabic; `within` is what is no file."""

    def __init__(self, within: str = ""):
        told = _("لا يكاد يوجد نص عربي في %(within)s: تأكد أنه نص المقال وأن حروفه تظهر سليمة.")
        super().__init__(told % {"within": within or _("الملف")})


class TooShort(DocumentProblem):
    """Arabic, but only a few words of it; `within` is what is no file."""

    def __init__(self, within: str = ""):
        told = _("%(within)s أقصر من أن يكون مقالًا: أدخل نص المقال كاملًا.")
        super().__init__(told % {"within": within or _("النص")})


class UnknownColumns(DocumentProblem):
    """A table in which no column is known to hold the text of the articles."""

    def __init__(self, columns: list[str], samples: list[list[str]] | None = None):
        super().__init__(
            _("لا يُعرف أي عمود فيه نص المقال (الأعمدة: ⁨%(columns)s⁩): سمِّ عمود النص «النص» أو ⁦text⁩.")
            % {"columns": "، ".join(columns)[:200] or "—"}
        )
        self.columns, self.samples = columns, samples or []  # the first cells of each column, a row each


class UnsafeXML(DocumentProblem):
    """XML that defines entities of its own, which could unfold without end or name other files."""

    def __init__(self):
        super().__init__(
            _("في الملف تعريفات ⁦XML⁩ غير مأمونة (⁦ENTITY⁩)، فلم يُقرأ: احفظه من مصدره من جديد من دونها.")
        )


class PageCompanions(DocumentProblem):
    """The folder of pictures and styles that a browser saves beside a page: no article, and nothing to mend."""

    def __init__(self, count: int):
        super().__init__(_("ملفات الصفحة المرافقة (%(n)d): صور وتنسيق لا مقال فيها، فتُركت.") % {"n": count})


class TooDeep(DocumentProblem):
    """An archive in an archive in an archive."""

    def __init__(self):
        super().__init__(_("أرشيف مضغوط داخل أرشيفات أخرى: فُكّه أولًا ثم ارفع ما فيه."))


class TookTooLong(DocumentProblem):
    """The reader of this file used more time or memory than one file may."""

    def __init__(self):
        super().__init__(
            _(
                "قراءة هذا الملف تستهلك أكثر من المسموح من وقت أو ذاكرة، فأُوقفت: اقسمه إن كثرت مقالاته، "
                "وإلا فاحفظه بصيغة أبسط أو الصق النص."
            )
        )


class Unreadable(DocumentProblem):
    """Something its reader did not foresee; the log tells what."""

    def __init__(self):
        super().__init__(_("تعذّرت قراءة هذا الملف: احفظه من جديد ببرنامج آخر، أو انسخ النص والصقه."))
