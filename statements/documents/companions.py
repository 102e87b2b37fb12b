"""The folders that browsers save beside a page («لقاء.html» and «لقاء_files»): told by their names."""

from collections.abc import Iterable
from pathlib import PurePosixPath

_ENDS = ("_files", ".files", "-files", "_ملفات")
_PAGES = (".html", ".htm", ".xhtml")


def page_companions(paths: Iterable[str]) -> dict[str, str]:
    """Path -> the folder of page companions that it lies in, of those of `paths` (apart by /) that do."""
    known = {path: PurePosixPath(path.replace("\\", "/")) for path in paths}
    pages = [path.with_suffix("") for path in known.values() if path.suffix.lower() in _PAGES]
    folders = {f"{page}{end}" for page in pages for end in _ENDS}
    inside = {
        path: [str(above) for above in parts.parents if str(above) in folders]
        for path, parts in known.items()
    }
    return {path: above[-1] for path, above in inside.items() if above}
