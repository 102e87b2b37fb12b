"""Write to a row what differs, and nothing where nothing does."""

from django.db import models


def update(row: models.Model, fields: dict) -> bool:
    """Write those of `fields` that differ; whether any did."""
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    if changed:
        row.save(update_fields=[*changed, "start"] if "spans" in changed else changed)
    return bool(changed)
