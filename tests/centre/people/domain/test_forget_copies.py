import pytest

from fucina.centre.people.domain.forget_copies import forget_copies
from fucina.centre.people.domain.imports import apply_import, preview_import
from fucina.centre.people.domain.merge_records import merge
from fucina.centre.people.enums import RecordKind
from fucina.centre.people.models import ImportedRow, Merge, Person

pytestmark = pytest.mark.django_db


def test_erased_person_leaves_nothing_in_merges_and_imports(director) -> None:
    text = b"given_name,email\nAda,ada@x.example\nBruno,b@x.example\n"
    apply_import(
        preview_import(RecordKind.PERSONS, "a.csv", text, by=director), by=director, only_good=False
    )
    person = Person.objects.get(email="ada@x.example")
    merge(person, Person.objects.create(given_name="Ada"), by=director)

    forget_copies(person)

    assert [row.label for row in ImportedRow.objects.order_by("line")] == ["", "Bruno"]
    assert [bool(row.told) for row in ImportedRow.objects.order_by("line")] == [False, True]
    assert Merge.objects.get().steps == []
