"""What lies beside articles and is none, told by its name: the folders that browsers save beside a page
(«لقاء.html» and «لقاء_files»), and what systems and Word leave in folders."""

from collections.abc import Iterable
from pathlib import PurePosixPath

_ENDS = ("_files", ".files", "-files", "_ملفات")
_LITTER = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")
_PAGES = (".html", ".htm", ".xhtml")


def is_litter(path: str) -> bool:
    """Whether a system made the file for itself, or Word while a document was open («~$لقاء.docx»)."""
    parts = path.replace("\\", "/").lower().split("/")
    return any(part in _LITTER or part.startswith(("._", "~$")) for part in parts)


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
