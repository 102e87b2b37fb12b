"""Files of every format, made on the spot from made-up articles."""

import io
import zipfile

TEXT = (
    "قال وزير خارجية أرخانيا سامر الحلواني إن «الأمن لا يتجزأ»، وأضاف أن بلاده تدعم الحوار بين الطرفين.\n"
    "وأكد رئيس الوفد ليث المرداوي، في مؤتمر صحفي أمس، أن اللجنة المشتركة ستجتمع كل ثلاثة أشهر في العاصمة."
)
OTHER = (
    "وأعلنت وزارة خارجية ذورين أن المحادثات مع أرخانيا ستبدأ في الأول من يونيو، وأنها ترحب بأي مبادرة جديدة."
)

ROWS = [
    ["العنوان", "نص الخبر", "المصدر", "تاريخ النشر", "الرابط", "ملاحظات"],
    ["لقاء", TEXT, "وكالة الأفق", "12/05/2021", "https://example.org/1", "x"],
    ["", OTHER, "", "", "javascript:alert(1)", ""],
]


def csv_of(rows: list[list[str]], separator: str = ",") -> str:
    """A CSV of these rows, every cell in quotation marks."""
    return "\r\n".join(separator.join('"' + c.replace('"', '""') + '"' for c in row) for row in rows)


def docx(*paragraphs: str, title: str = "", cells: tuple[str, ...] = ()) -> bytes:
    """A Word file of these paragraphs, and a table of one row where there are `cells`."""
    import docx as word

    file = word.Document()
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    if cells:
        row = file.add_table(1, len(cells)).rows[0]
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    file.core_properties.title = title
    return _bytes_of(file)


def _bytes_of(file) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def archive(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A .zip of these paths."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as file:
        for path, content in entries.items():
            file.writestr(path, content)
    return stream.getvalue()


def workbook(rows: list[list[str]]) -> bytes:
    """An .xlsx of one sheet, its cells as inline strings."""
    lines = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>"
        for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kin = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}">'
            f'<Relationship Id="r1" Type="{kin}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kin}">'
            '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
            f'<Relationship Id="r1" Type="{kin}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>',
        }
    )


def page(body: str, *, head: str = "") -> str:
    """A news page around `body`, with the menus and links such pages have."""
    links = "".join(f'<li><a href="/{n}">خبر آخر رقم {n} من أخبار اليوم</a></li>' for n in range(8))
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head>{head}</head><body>'
        f"<nav><ul>{links}</ul></nav><main><article>{body}</article></main>"
        f'<aside class="related"><h3>اقرأ أيضا</h3><ul>{links}</ul></aside><footer>جميع الحقوق محفوظة</footer>'
        "</body></html>"
    )


def feed(*items: str) -> bytes:
    """An RSS feed with these items."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>وكالة الأفق</title>'
        f"{''.join(items)}</channel></rss>"
    ).encode()
