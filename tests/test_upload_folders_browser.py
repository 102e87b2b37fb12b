"""Folders in a real Chromium: chosen or dropped, each file keeps its path, page companions stay behind."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from statements.models import ImportFile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = "قال رئيس مجلس السهول إن الموسم كان وفيرًا."


@pytest.fixture
def folder(tmp_path) -> Path:
    inside = tmp_path / "أرشيف"
    for path in (
        "2021/أول.txt",
        "2021/لقاء.html",
        "2021/لقاء_files/a.css",
        "2021/لقاء_files/b/c.js",
        ".hidden",
    ):
        (inside / path).parent.mkdir(parents=True, exist_ok=True)
        (inside / path).write_text(TEXT)
    return inside


def drop(page: Page, path: Path) -> None:
    """Drop what lies at `path` from outside the browser."""
    box = page.locator("[data-drop]").bounding_box()
    data = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
    place = {"x": box["x"] + 9, "y": box["y"] + 9, "data": data}
    browser = page.context.new_cdp_session(page)
    for act in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": act} | place)


def choose(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="اختيار مجلد").click()
    chooser.value.set_files(path)


@pytest.mark.parametrize("way", [choose, drop])
def test_files_of_a_folder_keep_their_paths_and_companions_stay_behind(page, folder, way):
    page.goto("/admin/statements/article/upload/")
    way(page, folder)
    expect(page.locator("[data-chosen] li")).to_have_count(3)
    expect(page.locator("[data-chosen] li").first).to_contain_text("ملفات الصفحة المرافقة، لا تُرسل (2)")
    page.get_by_role("button", name="رفع", exact=True).click()
    expect(page.get_by_text("0 من 2")).to_be_visible()
    names = set(ImportFile.objects.values_list("name", flat=True))
    assert names == {"أرشيف/2021/أول.txt", "أرشيف/2021/لقاء.html"}
