"""Extensions, the immutable function behind every search, and the table of the shared cache."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.core.management import call_command
from django.db import migrations

PLAIN = """
CREATE OR REPLACE FUNCTION fucina_plain(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    SET search_path = public, pg_catalog
    RETURN lower(unaccent('unaccent'::regdictionary, words));
"""


def make_cache_table(apps, schema_editor):
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(PLAIN, "DROP FUNCTION fucina_plain(text)"),
        migrations.RemoveConstraint("organisation", "organisation_is_named"),
        migrations.AlterModelOptions(
            "organisation",
            {"ordering": ["name", "id"], "verbose_name": "organisation", "verbose_name_plural": "organisations"},
        ),
        migrations.RenameField("organisation", "name_it", "name"),
        migrations.RunPython(make_cache_table, migrations.RunPython.noop),
    ]
