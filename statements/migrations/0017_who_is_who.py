"""Who is who: what an actor is besides its names, who was merged, what several articles tell once."""

import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('statements', '0016_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ActorMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(choices=[('merge', 'دمج'), ('split', 'فصل')], max_length=5, verbose_name='الفعل')),
                ('moved', models.JSONField(default=dict)),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='متى')),
                ('undone_at', models.DateTimeField(null=True, verbose_name='أُلغي')),
            ],
            options={
                'verbose_name': 'دمج أو فصل',
                'verbose_name_plural': 'عمليات الدمج والفصل',
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='ActorsApart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='EventGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='أُنشئت')),
            ],
            options={
                'verbose_name': 'مناسبة واحدة',
                'verbose_name_plural': 'مناسبات واحدة',
            },
        ),
        migrations.CreateModel(
            name='StatementGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='أُنشئت')),
            ],
            options={
                'verbose_name': 'تصريح واحد',
                'verbose_name_plural': 'تصريحات واحدة',
            },
        ),
        migrations.AlterModelOptions(
            name='actor',
            options={'ordering': ['name'], 'permissions': [('merge_actor', 'دمج الجهات الفاعلة وفصلها')], 'verbose_name': 'جهة فاعلة', 'verbose_name_plural': 'الجهات الفاعلة'},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='actor',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='actor',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='actor',
            name='country',
            field=models.CharField(blank=True, max_length=2, verbose_name='البلد'),
        ),
        migrations.AddField(
            model_name='actor',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='statements.actor'),
        ),
        migrations.AddField(
            model_name='actor',
            name='name_en',
            field=models.CharField(blank=True, max_length=300, verbose_name='الاسم بالإنجليزية'),
        ),
        migrations.AddField(
            model_name='actor',
            name='note',
            field=models.TextField(blank=True, help_text='تظهر للقراء', verbose_name='ملاحظة'),
        ),
        migrations.AddField(
            model_name='actor',
            name='wikidata',
            field=models.CharField(blank=True, help_text='مثل Q42', max_length=20, validators=[django.core.validators.RegexValidator('^Q[1-9]\\d*\\Z', 'رقم ويكي بيانات حرف Q تليه أرقام، مثل Q42.')], verbose_name='رقم ويكي بيانات'),
        ),
        migrations.AddField(
            model_name='actorchange',
            name='country',
            field=models.CharField(blank=True, max_length=2, verbose_name='البلد'),
        ),
        migrations.AddField(
            model_name='actorchange',
            name='merged_into',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='statements.actor'),
        ),
        migrations.AddField(
            model_name='actorchange',
            name='name_en',
            field=models.CharField(blank=True, max_length=300, verbose_name='الاسم بالإنجليزية'),
        ),
        migrations.AddField(
            model_name='actorchange',
            name='note',
            field=models.TextField(blank=True, help_text='تظهر للقراء', verbose_name='ملاحظة'),
        ),
        migrations.AddField(
            model_name='actorchange',
            name='wikidata',
            field=models.CharField(blank=True, help_text='مثل Q42', max_length=20, validators=[django.core.validators.RegexValidator('^Q[1-9]\\d*\\Z', 'رقم ويكي بيانات حرف Q تليه أرقام، مثل Q42.')], verbose_name='رقم ويكي بيانات'),
        ),
        migrations.AddField(
            model_name='actorname',
            name='held_from',
            field=models.DateField(blank=True, null=True, verbose_name='من يوم'),
        ),
        migrations.AddField(
            model_name='actorname',
            name='held_until',
            field=models.DateField(blank=True, null=True, verbose_name='إلى يوم'),
        ),
        migrations.AddField(
            model_name='event',
            name='group_decided',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name='statement',
            name='group_decided',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddIndex(
            model_name='actor',
            index=models.Index(condition=models.Q(('country', ''), _negated=True), fields=['country', 'kind'], name='actor_country_kind'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "statements_actorchange" ("country", "created_at", "id", "kind", "merged_into_id", "name", "name_en", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "wikidata") VALUES (OLD."country", OLD."created_at", OLD."id", OLD."kind", OLD."merged_into_id", OLD."name", OLD."name_en", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, CLOCK_TIMESTAMP(), \'update\', OLD."id", OLD."slug", OLD."wikidata"); RETURN NULL;', hash='dd96729bede186d691062850fb0f9fb782cdebf7', operation='UPDATE', pgid='pgtrigger_update_update_7299d', table='statements_actor', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actor',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "statements_actorchange" ("country", "created_at", "id", "kind", "merged_into_id", "name", "name_en", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "wikidata") VALUES (OLD."country", OLD."created_at", OLD."id", OLD."kind", OLD."merged_into_id", OLD."name", OLD."name_en", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, CLOCK_TIMESTAMP(), \'delete\', OLD."id", OLD."slug", OLD."wikidata"); RETURN NULL;', hash='36ad9e60a15cec7726fadadc76803d1631457894', operation='DELETE', pgid='pgtrigger_delete_delete_c3bc2', table='statements_actor', when='AFTER')),
        ),
        migrations.AddField(
            model_name='actormove',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='actormove',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves_from', to='statements.actor'),
        ),
        migrations.AddField(
            model_name='actormove',
            name='target',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves_to', to='statements.actor'),
        ),
        migrations.AddField(
            model_name='actorsapart',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='actorsapart',
            name='first',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='statements.actor'),
        ),
        migrations.AddField(
            model_name='actorsapart',
            name='second',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='statements.actor'),
        ),
        migrations.AddField(
            model_name='event',
            name='group',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='events', to='statements.eventgroup'),
        ),
        migrations.AddField(
            model_name='statement',
            name='group',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='statements', to='statements.statementgroup'),
        ),
        migrations.AddConstraint(
            model_name='actorsapart',
            constraint=models.UniqueConstraint(fields=('first', 'second'), name='one_row_a_pair_apart'),
        ),
        migrations.AddConstraint(
            model_name='actorsapart',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='lower_actor_first'),
        ),
    ]
