import doctest

import pytest

from fucina.centre.people import ateco, identifiers
from fucina.centre.people.identifiers import (
    WrongIdentifier,
    read_organisation_fiscal_code,
    read_person_fiscal_code,
    read_vat_number,
)


@pytest.mark.parametrize("module", [identifiers, ateco])
def test_examples_hold(module) -> None:
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("", "IT", ""), ("it 007.431.101-57", "IT", "00743110157"), ("FR40303265045", "FR", "FR40303265045"),
        ("136695976", "DE", "DE136695976"), ("CHE-123", "CH", "CHE123"), ("094259216", "GR", "EL094259216"),
    ],
)  # fmt: skip
def test_vat_number_is_put_in_order(text, country, found) -> None:
    assert read_vat_number(text, country) == found


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("123", "IT", "length"), ("00743110158", "IT", "checksum"), ("FR40303265045", "IT", "country"),
        ("ABCDEFGHILM", "IT", "format"), ("40303265046", "FR", "checksum"),
    ],
)  # fmt: skip
def test_wrong_vat_number_is_explained(text, country, code) -> None:
    with pytest.raises(WrongIdentifier) as wrong:
        read_vat_number(text, country)

    assert wrong.value.code == code
    assert wrong.value.message


@pytest.mark.parametrize(
    ("text", "code"),
    [("RCCMNL83S18D969X", "checksum"), ("RCCMNL83", "length"), ("123", "length"), ("RCCMNL83S18D96%H", "format")],
)  # fmt: skip
def test_wrong_fiscal_code_is_explained(text, code) -> None:
    with pytest.raises(WrongIdentifier) as wrong:
        read_person_fiscal_code(text)

    assert wrong.value.code == code


def test_sole_trader_has_the_fiscal_code_of_the_person() -> None:
    assert read_organisation_fiscal_code("rccmnl83s18d969h") == "RCCMNL83S18D969H"
    assert read_organisation_fiscal_code("whatever 1", "CH") == "WHATEVER1"


def test_activity_is_found_by_code_and_by_italian_words() -> None:
    assert [one.code for one in ateco.search("25.53.00")] == ["25.53.00"]
    assert ateco.search("attivita di programmazione informatica")[0].code == "62"
    assert ateco.search("") == []
    assert len(ateco.sections()) == 22


def test_code_of_the_edition_before_is_led_to_one_or_to_several() -> None:
    assert ateco.read("62.01.00").activity == ateco.activity("62.10.00")
    assert ateco.read("99.99.99") == ateco.Reading()
