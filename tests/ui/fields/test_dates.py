import datetime as dt

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from fucina.ui.fields import LocalDateField

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


class Visit(forms.Form):
    day = LocalDateField(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31))


@given(day=DAYS, pattern=st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y"]))
@pytest.mark.parametrize("language", ["it", "en"])
def test_day_is_read_alike_in_both_languages(day: dt.date, pattern: str, language: str) -> None:
    with translation.override(language):
        form = Visit({"day": day.strftime(pattern)})

        assert form.is_valid()
        assert form.cleaned_data["day"] == day


@pytest.mark.parametrize("language", ["it", "en"])
def test_day_is_shown_as_it_is_typed(language: str) -> None:
    with translation.override(language):
        html = str(Visit(initial={"day": dt.date(2026, 3, 4)})["day"])

    assert 'value="04/03/2026"' in html


@pytest.mark.parametrize("text", ["31/02/2026", "03/25/2026", "4 marzo", "2026", "1/1/26"])
def test_what_is_no_day_is_told_with_an_example(text: str) -> None:
    with translation.override("it"):
        form = Visit({"day": text})

        assert form.errors["day"] == [
            "Inserisca una data nella forma giorno/mese/anno, per esempio 15/11/2026."
        ]


def test_day_out_of_bounds_is_told_the_bound() -> None:
    with translation.override("en"):
        assert Visit({"day": "31/12/1899"}).errors["day"] == ["Enter a date not before 01/01/1900."]
        assert Visit({"day": "01/01/2200"}).errors["day"] == ["Enter a date not after 31/12/2199."]
