"""The order of names in lists: as in an Arabic telephone book, whatever the database's own collation."""

from django.db.models import CharField, F, Func, GeneratedField, Value

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_MARKS = "[\u0640\u064b-\u0652\u0670]"  # tatweel and vowels
_ARTICLE = "^ال(?=[^ ]{2})"
_SPELLED, _SORTED = "أإآٱةىؤئ", "ااااهيوي"


def sorted_by(name: str | Func) -> GeneratedField:
    """A column by which rows sort by `name`, a field or an expression of fields: without vowels and «ال», hamzas folded.

    «الأردن» under ا and «إيران» beside it; its first letter is one of LETTERS, or the name is not Arabic.
    """
    bare = _replaced(_replaced(F(name) if isinstance(name, str) else name, _MARKS, "g"), _ARTICLE, "")
    folded = Func(bare, Value(_SPELLED), Value(_SORTED), function="translate")
    return GeneratedField(
        expression=Func(folded, function="lower"),
        output_field=CharField(max_length=300, db_collation="C"),
        db_persist=True,
    )


def _replaced(text, pattern: str, flags: str) -> Func:
    return Func(text, Value(pattern), Value(""), Value(flags), function="regexp_replace")
