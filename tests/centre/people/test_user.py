import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from fucina.centre.people.models import User

pytestmark = pytest.mark.django_db


def test_user_is_created_with_a_lower_case_address() -> None:
    user = User.objects.create_user(" Ada@Torino.EXAMPLE ", "a long password")

    assert user.email == "ada@torino.example"
    assert user.check_password("a long password")
    assert not user.is_superuser


def test_user_signs_in_whatever_the_case() -> None:
    user = User.objects.create_user("ada@torino.example", "a long password")

    found = authenticate(username="ADA@torino.example", password="a long password")

    assert found == user


def test_user_with_the_address_of_another_is_refused_by_the_form() -> None:
    User.objects.create_user("ada@torino.example")

    with pytest.raises(ValidationError) as refusal:
        User(email="ADA@torino.example", password="x").full_clean()

    assert list(refusal.value.message_dict) == ["email"]


@pytest.mark.parametrize("address", ["ada@torino.example", "ADA@torino.example"])
def test_user_with_the_address_of_another_is_refused_by_the_database(address: str) -> None:
    User.objects.create_user("ada@torino.example")

    with pytest.raises(IntegrityError):
        User.objects.bulk_create([User(email=address)])


def test_user_is_called_by_name_else_by_address() -> None:
    named, unnamed = User(email="a@b.example", name="Ada Rossi"), User(email="a@b.example")

    assert (str(named), str(unnamed)) == ("Ada Rossi", "a@b.example")


def test_superuser_has_every_permission() -> None:
    user = User.objects.create_superuser("root@torino.example", "a long password")

    assert user.has_perm("people.delete_user")
