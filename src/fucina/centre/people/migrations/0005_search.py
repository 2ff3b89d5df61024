"""The functions behind every search for words: index and tolerance in one place, whoever asks.

A word of three letters or more finds what contains it or is spelt like it; a shorter one, what begins so. The tolerance is
set on the function, since it cannot be set for one query alone; so is the use of the index, which the planner, not knowing
the word, would leave aside.
"""

from django.db import migrations

LIKE = """
CREATE OR REPLACE FUNCTION fucina_{table}_like(word text) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE ROWS 200
    SET search_path = public, pg_catalog
    SET pg_trgm.strict_word_similarity_threshold = 0.4
    SET enable_seqscan = off
AS $$
DECLARE
    plain text := fucina_plain(word);
    part text := replace(replace(replace(plain, '\\', '\\\\'), '%', '\\%'), '_', '\\_');
BEGIN
    IF length(plain) < 3 THEN
        RETURN QUERY SELECT id FROM people_{table} WHERE search LIKE part || '%' OR search LIKE '% ' || part || '%';
    ELSE
        RETURN QUERY SELECT id FROM people_{table} WHERE search LIKE '%' || part || '%' OR plain <<% search;
    END IF;
END $$;
"""
TABLES = ("organisation", "person")


class Migration(migrations.Migration):
    dependencies = [("people", "0004_imports_and_merges")]
    operations = [
        migrations.RunSQL(
            LIKE.replace("{table}", table), f"DROP FUNCTION fucina_{table}_like(text)"
        )
        for table in TABLES
    ]
