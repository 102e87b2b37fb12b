"""`python -m benchmarks.intake_receive FILE`: the archive of DATABASE_URL receives a file as an upload does."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
django.setup()

from statements import importing  # noqa: E402

if __name__ == "__main__":
    table = Path(sys.argv[1])
    importing.receive(importing.start(), name=table.name, content=table.read_bytes())
