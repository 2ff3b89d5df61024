import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from fucina.ui.fields import LocalDateTimeField

ROME = ZoneInfo("Europe/Rome")


class Booking(forms.Form):
    start = LocalDateTimeField()


def booked(day: str, time: str) -> Booking:
    return Booking({"start_0": day, "start_1": time})


@given(minutes=st.integers(0, 35_000_000))
def test_every_clock_reading_that_exists_is_that_moment(minutes: int) -> None:
    moment = dt.datetime.fromtimestamp(60 * minutes, ROME).replace(fold=0)

    form = booked(moment.strftime("%d/%m/%Y"), moment.strftime("%H:%M"))

    assert form.is_valid()
    assert form.cleaned_data["start"] == moment


def test_hour_that_spring_skips_is_refused() -> None:
    with translation.override("en"):
        form = booked("28/03/2027", "02:30")

        assert form.errors["start"] == [
            "At that hour the clocks go forward: choose a time before 2:00 or from 3:00."
        ]


def test_of_the_hour_that_comes_twice_the_first_is_meant() -> None:
    form = booked("31/10/2027", "02:30")

    assert form.is_valid()
    assert form.cleaned_data["start"].astimezone(dt.UTC) == dt.datetime(
        2027, 10, 31, 0, 30, tzinfo=dt.UTC
    )


@pytest.mark.parametrize(
    ("day", "time"), [("", "10:00"), ("04/03/2026", "25:00"), ("04/03/2026", "")]
)
def test_half_a_moment_is_refused(day: str, time: str) -> None:
    form = booked(day, time)

    assert list(form.errors) == ["start"]


def test_moment_is_shown_on_italian_clocks() -> None:
    moment = dt.datetime(2026, 7, 1, 8, 30, tzinfo=dt.UTC)
    with timezone.override(ROME):
        html = str(Booking(initial={"start": moment})["start"])

    assert 'value="01/07/2026"' in html
    assert 'value="10:30"' in html
