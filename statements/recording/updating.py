"""Write what differs, and nothing where nothing does; new rows many at a time."""

from django.db import models


def update(row: models.Model, fields: dict) -> bool:
    """Write those of `fields` that differ; whether any did."""
    changed = [name for name, value in fields.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, fields[name])
    if changed:
        row.save(update_fields=[*changed, "start"] if "spans" in changed else changed)
    return bool(changed)


class NewRows:
    """Rows to be stored, those of one model in one statement; they may point to each other."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[models.Model]] = {}

    def add(self, *rows: models.Model) -> None:
        for row in rows:
            self.rows.setdefault(type(row), []).append(row)

    def store(self, *kinds: type[models.Model]) -> None:
        """Store the rows of these models, in this order: what is pointed to comes first."""
        for kind in kinds:
            kind.objects.bulk_create(self.rows.pop(kind, []))
