from decimal import Decimal

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from fucina.ui.fields import MoneyField


class Offer(forms.Form):
    price = MoneyField(label="Price", max_value=1000)


def errors(text: str, language: str = "en") -> list[str]:
    with translation.override(language):
        form = Offer({"price": text})
        return [str(error) for error in form.errors.get("price", [])]


@given(cents=st.integers(0, 100_000), language=st.sampled_from(["it", "en"]))
def test_what_a_form_shows_it_reads_back(cents: int, language: str) -> None:
    amount = Decimal(cents) / 100
    with translation.override(language):
        shown = Offer(initial={"price": amount})["price"].value()
        widget = Offer.base_fields["price"].widget.format_value(shown)

        form = Offer({"price": widget})

        assert form.is_valid()
        assert form.cleaned_data["price"] == amount
        assert not Offer({"price": widget}, initial={"price": amount}).has_changed()


def test_amount_has_two_places() -> None:
    form = Offer({"price": "12"})

    assert form.is_valid()
    assert str(form.cleaned_data["price"]) == "12.00"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "This field is required."),
        ("a lot", "Enter an amount in euro, such as 1,250.00."),
        ("1.005", "Enter at most two figures after the decimal sign."),
        ("-1", "Enter an amount of at least 0.00 €."),
        ("1000.01", "Enter an amount of at most 1,000.00 €."),
    ],
)
def test_wrong_amount_is_told_why(text: str, said: str) -> None:
    assert errors(text) == [said]


def test_wrong_amount_is_told_in_italian() -> None:
    assert errors("1000,01", "it") == ["Inserisca un importo non superiore a 1.000,00 €."]


def test_wrong_amount_stays_as_it_was_typed() -> None:
    assert 'value="12,3,4"' in str(Offer({"price": "12,3,4"})["price"])
