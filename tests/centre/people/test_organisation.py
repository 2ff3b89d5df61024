import pytest
from django.db import IntegrityError
from django.utils.translation import override

from fucina.centre.people.enums import OrganisationKind
from fucina.centre.people.models import Organisation


def organisation(**fields: str) -> Organisation:
    given = {"key": "politecnico", "name": "Politecnico", "name_en": "Polytechnic"}
    return Organisation(**given | {"kind": OrganisationKind.UNIVERSITY} | fields)


@pytest.mark.parametrize(("language", "name"), [("it", "Politecnico"), ("en", "Polytechnic")])
def test_organisation_is_called_in_the_readers_language(language: str, name: str) -> None:
    with override(language):
        assert str(organisation()) == name


@pytest.mark.django_db
@pytest.mark.parametrize("wrong", [{"name": ""}, {"kind": "guild"}])
def test_organisation_without_name_or_known_kind_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(IntegrityError):
        organisation(**wrong).save()


@pytest.mark.django_db
def test_organisation_recorded_twice_is_refused() -> None:
    organisation().save()

    with pytest.raises(IntegrityError):
        organisation(name="Altro").save()
