"""«السيد», «الدكتور» were kept as offices; what an editor dated stays."""

from django.db import migrations

from statements.extraction.lexicon import is_form_of_address


def forget(apps, schema_editor) -> None:
    offices = apps.get_model("statements", "ActorName").objects.filter(
        kind="office", held_from=None, held_until=None
    )
    texts = offices.order_by().values_list("folded", flat=True).distinct()
    offices.filter(folded__in=[text for text in texts if is_form_of_address(text)]).delete()


class Migration(migrations.Migration):
    dependencies = [("statements", "0029_outlet_names")]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
