import pytest

from fucina.centre.people.domain.record_party import record_party
from fucina.centre.people.models import Organisation

pytestmark = pytest.mark.django_db


def test_party_is_recorded() -> None:
    party = record_party(
        "equiter", "Equiter", "Equiter", "company", website="https://equiter.example"
    )

    found = Organisation.objects.get()
    assert found == party
    assert (found.key, found.kind, found.protocol_party) == ("equiter", "company", True)
    assert found.website == "https://equiter.example"


def test_party_recorded_again_is_corrected() -> None:
    first = record_party(
        "unito", "Ateneo", "University", "company", website="https://unito.example"
    )

    second = record_party("unito", "Università", "University", "university")

    assert first.pk == second.pk
    found = Organisation.objects.get()
    assert (found.name_it, found.kind) == ("Università", "university")
    assert found.website == "https://unito.example"


def test_party_of_unknown_kind_is_refused_and_nothing_recorded() -> None:
    with pytest.raises(ValueError, match="guild"):
        record_party("x", "X", "X", "guild")

    assert not Organisation.objects.exists()
