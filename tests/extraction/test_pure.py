"""Extraction is plain Python: it imports without Django, and touches neither network nor clock."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

BLOCKED = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "psycopg", "tantivy", "requests", "socket"}:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocker())
import statements.extraction as extraction
import statements.extraction.__main__
found = extraction.extract("وقال سامر الحلواني إن الحدود مفتوحة.")
assert len(found.quotations) == 1
assert not any(name.split(".")[0] == "django" for name in sys.modules)
"""


def test_extraction_imports_and_works_without_django():
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_extraction_imports_nothing_of_the_project_outside_itself():
    for path in (ROOT / "statements" / "extraction").glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert "from statements" not in source
        assert "from .." not in source
