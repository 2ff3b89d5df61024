"""Records that may be one: the same number or address, or alike names in the same place.

Looked for when a record is written, and among all of them once a night and after an import. A pair that was dismissed stays dismissed; one
that no longer looks like a pair is forgotten, unless somebody put it together by hand.
"""

from collections.abc import Sequence

from django.db import connection, transaction

from fucina.centre.people.models import Organisation, Person

ALIKE = 0.55
"""Likeness of names by trigrams, from 0 to 1, from which a pair in the same place is shown."""
NEAR = 0.4
"""Likeness from which the index proposes a name: lower, since it compares “S.r.l.” with “srl” as written."""
BY_HAND = "chosen"

_ORGANISATIONS = """
  SELECT a.id AS one, b.id AS other, 'code' AS reason, 1.0::float AS likeness
    FROM people_organisation a JOIN people_organisation b
      ON a.vat_number <> '' AND b.fiscal_code = a.vat_number AND b.country = a.country
   WHERE {only}
  UNION ALL
  SELECT a.id, b.id, 'email', 0.9
    FROM people_organisation a JOIN people_organisation b
      ON a.email <> '' AND b.email = a.email
   WHERE {only}
  UNION ALL
  SELECT a.id, b.id, 'email', 0.9
    FROM people_organisation a JOIN people_organisation b
      ON a.certified_email <> '' AND b.certified_email = a.certified_email
   WHERE {only}
  UNION ALL
  SELECT a.id, b.id, 'name', similarity(replace(fucina_plain(a.name), '.', ''), replace(fucina_plain(b.name), '.', ''))
    FROM people_organisation a JOIN people_organisation b
      ON fucina_plain(b.name) % fucina_plain(a.name)
     AND similarity(replace(fucina_plain(a.name), '.', ''), replace(fucina_plain(b.name), '.', '')) >= :alike
   WHERE {only}
     AND (a.vat_number = '' OR b.vat_number = '' OR a.country <> b.country)
     AND (fucina_plain(a.name) = fucina_plain(b.name) OR EXISTS (
           SELECT 1 FROM people_site s JOIN people_site t ON fucina_plain(t.municipality) = fucina_plain(s.municipality)
            WHERE s.organisation_id = a.id AND t.organisation_id = b.id))
"""
_PERSONS = """
  SELECT x.person_id AS one, y.person_id AS other, 'email' AS reason, 0.9::float AS likeness
    FROM addresses x JOIN addresses y ON y.email = x.email
    JOIN people_person a ON a.id = x.person_id JOIN people_person b ON b.id = y.person_id
   WHERE {only}
  UNION ALL
  SELECT a.id, b.id, 'name', similarity(fucina_plain({a_name}), fucina_plain({b_name}))
    FROM people_person a
    JOIN places x ON x.person_id = a.id JOIN places y ON y.organisation_id = x.organisation_id
    JOIN people_person b ON b.id = y.person_id
     AND left(fucina_plain(a.family_name), 1) = left(fucina_plain(b.family_name), 1)
     AND similarity(fucina_plain({a_name}), fucina_plain({b_name})) >= :alike
   WHERE {only} AND (a.fiscal_code = '' OR b.fiscal_code = '')
""".replace("{a_name}", "a.given_name || ' ' || a.family_name").replace(
    "{b_name}", "b.given_name || ' ' || b.family_name"
)
_BESIDE_PERSONS = """
  places AS (SELECT person_id, organisation_id FROM people_contact
             UNION SELECT person_id, organisation_id FROM people_membership),
  addresses AS (SELECT person_id, email FROM people_contact WHERE email <> ''
                UNION SELECT id, email FROM people_person WHERE email <> ''),
"""
_STORE = """
WITH {beside} found AS ({found}),
pairs AS (
  SELECT least(f.one, f.other) AS one, greatest(f.one, f.other) AS other,
         jsonb_agg(DISTINCT f.reason) AS reasons, max(f.likeness) AS likeness
    FROM found f JOIN {table} p ON p.id = f.one JOIN {table} q ON q.id = f.other
   WHERE f.one <> f.other AND p.merged_into_id IS NULL AND q.merged_into_id IS NULL {standing}
   GROUP BY 1, 2),
gone AS (
  DELETE FROM people_duplicate d
   WHERE d.dismissed IS NULL AND NOT d.reasons ? 'chosen' AND d.first_{noun}_id IS NOT NULL {touched}
     AND NOT EXISTS (SELECT 1 FROM pairs WHERE one = d.first_{noun}_id AND other = d.second_{noun}_id))
INSERT INTO people_duplicate AS d (first_{noun}_id, second_{noun}_id, reasons, likeness, found)
SELECT one, other, reasons, likeness, now() FROM pairs
    ON CONFLICT (first_{noun}_id, second_{noun}_id)
    DO UPDATE SET reasons = excluded.reasons, likeness = excluded.likeness
    WHERE d.reasons <> excluded.reasons AND NOT d.reasons ? 'chosen'
"""


def find_duplicates() -> None:
    """Among all organisations and all persons: minutes where there are very many, so a task's work."""
    look_for_duplicates(Organisation)
    look_for_duplicates(Person)


def look_for_duplicates_of(record: Organisation | Person) -> None:
    look_for_duplicates(type(record), [record.pk])


def look_for_duplicates(
    model: type[Organisation | Person], only: Sequence[int] | None = None
) -> None:
    """Pairs that have one of these records, or all pairs there are."""
    if only is not None and not only:
        return
    noun = model._meta.model_name
    about = "TRUE" if only is None else "a.id = ANY(:only)"
    touched = (
        ""
        if only is None
        else f"AND (d.first_{noun}_id = ANY(:only) OR d.second_{noun}_id = ANY(:only))"
    )
    persons = model is Person
    statement = _STORE.format(
        beside=_BESIDE_PERSONS if persons else "",
        found=(_PERSONS if persons else _ORGANISATIONS).format(only=about),
        table=model._meta.db_table,
        noun=noun,
        standing="AND p.erased IS NULL AND q.erased IS NULL" if persons else "",
        touched=touched,
    )
    _run(statement, list(only or ()))


def _run(statement: str, only: list[int]) -> None:
    """The operators ``%`` and ``?`` stand in the statement, so its own marks are others."""
    prepared = statement.replace("%", "%%").replace(":alike", "%(alike)s").replace(":only", "%(only)s::bigint[]")  # fmt: skip
    with transaction.atomic(), connection.cursor() as cursor:
        # The index then leaves out at once what is not alike enough.
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(NEAR)])
        cursor.execute(prepared, {"alike": ALIKE, "only": only})
