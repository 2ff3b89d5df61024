import pytest

from fucina.centre.people.domain.record_institution import record_institution
from fucina.centre.people.models import Organisation

pytestmark = pytest.mark.django_db


def test_party_is_recorded() -> None:
    party = record_institution(
        "equiter", "Equiter", "Equiter", "company", website="https://equiter.example"
    )

    found = Organisation.objects.get()
    assert found == party
    assert (found.key, found.kind) == ("equiter", "company")
    assert found.website == "https://equiter.example"


def test_party_recorded_again_is_corrected() -> None:
    first = record_institution(
        "unito", "Ateneo", "University", "company", website="https://unito.example"
    )

    second = record_institution("unito", "Università", "University", "university")

    assert first.pk == second.pk
    found = Organisation.objects.get()
    assert (found.name, found.kind) == ("Università", "university")
    assert found.website == "https://unito.example"


def test_party_of_unknown_kind_is_refused_and_nothing_recorded() -> None:
    with pytest.raises(ValueError, match="guild"):
        record_institution("x", "X", "X", "guild")

    assert not Organisation.objects.exists()
