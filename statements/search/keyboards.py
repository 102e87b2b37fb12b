"""What was typed on an Arabic keyboard while it wrote Latin letters: «/vdt» for «ظريف»."""

# The keys of the Arabic (101) layout, by what the US layout writes with them; capitals are the same keys.
_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvnm,./"
_ARABIC = "ذضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ"
_KEYS = dict(zip(map(ord, _LATIN), _ARABIC, strict=True)) | {ord("b"): "لا", ord(" "): " "}
_SHIFTED = {
    ord("H"): "أ",
    ord("Y"): "إ",
    ord("N"): "آ",
    ord("G"): "لأ",
    ord("T"): "لإ",
    ord("B"): "لآ",
    ord("~"): "ّ",
}


def in_arabic(typed: str) -> str:
    """The same keys on an Arabic keyboard; "" where some of them would write no Arabic letter."""
    if not typed.isascii() or not typed.strip():
        return ""
    keys = {**_KEYS, **{ord(chr(key).upper()): letter for key, letter in _KEYS.items()}, **_SHIFTED}
    return typed.translate(keys) if all(ord(sign) in keys for sign in typed) else ""
