import pytest
from django import forms
from django.utils import translation

from fucina.ui.fields import Option, PickField

ROSSI = Option("1", "Rossi S.r.l.", "Torino")
ROSSINI = Option("2", "Rossini S.p.A.", "Ivrea")
TWIN = Option("3", "Rossini S.p.A.", "Chieri")
BIANCHI = Option("4", "Bianchi S.n.c.")


class Firms:
    def __init__(self, *options: Option) -> None:
        self.options = options

    def find(self, words: str, limit: int) -> list[Option]:
        found = [option for option in self.options if words.casefold() in option.label.casefold()]
        return found[:limit]

    def get(self, value: str) -> Option | None:
        return next((option for option in self.options if option.value == value), None)


class Choice(forms.Form):
    firm = PickField(source=Firms(ROSSI, ROSSINI, TWIN, BIANCHI), url="/firms/")


def picked(text: str, value: str = "") -> str | list[str]:
    form = Choice({"firm": text, "firm-value": value})
    with translation.override("en"):
        return form.cleaned_data["firm"] if form.is_valid() else list(form.errors["firm"])


@pytest.mark.parametrize(
    ("text", "value", "meant"),
    [
        ("Rossi S.r.l.", "1", "1"),
        ("", "1", "1"),
        ("bianchi", "", "4"),
        ("rossi s.R.L.", "", "1"),
        ("Rossini S.p.A.", "3", "3"),
        ("ross", "3", "3"),
        ("bianchi", "1", "4"),
    ],
)
def test_text_and_value_mean_one_thing(text: str, value: str, meant: str) -> None:
    assert picked(text, value) == meant


@pytest.mark.parametrize("text", ["ross", "Rossini S.p.A."])
def test_text_that_fits_several_asks_which(text: str) -> None:
    assert picked(text) == [f"Several answer “{text}”: choose one of these."]


def test_text_that_fits_nothing_is_told() -> None:
    assert picked("Verdi") == ["Nothing answers “Verdi”. Check how it is written."]


def test_value_that_may_not_be_picked_is_as_good_as_none() -> None:
    assert picked("Verdi", "99") == ["Nothing answers “Verdi”. Check how it is written."]


def test_nothing_picked_where_something_must_be() -> None:
    assert picked("") == ["This field is required."]


def test_candidates_come_back_as_radios_without_javascript() -> None:
    form = Choice({"firm": "Rossini", "firm-value": ""})
    form.is_valid()

    html = str(form["firm"])

    assert html.count('type="radio" name="firm-value"') == 2
    assert 'value="Rossini"' in html
    assert "data-pick-value" not in html


def test_stored_value_is_shown_by_its_name() -> None:
    html = str(Choice(initial={"firm": "4"})["firm"])

    assert 'value="Bianchi S.n.c."' in html
    assert '<input type="hidden" name="firm-value" value="4" data-pick-value>' in html


def test_form_may_have_a_source_of_its_own() -> None:
    form = Choice(initial={"firm": "9"})
    form.fields["firm"].source = Firms(Option("9", "Verdi S.r.l."))

    assert 'value="Verdi S.r.l."' in str(form["firm"])
    assert 'value="Verdi S.r.l."' not in str(Choice(initial={"firm": "9"})["firm"])


@pytest.mark.parametrize(
    ("initial", "text", "value", "changed"),
    [("4", "Bianchi S.n.c.", "4", False), ("4", "Rossi S.r.l.", "1", True), ("", "", "", False)],
)
def test_change_is_told_by_the_value(initial: str, text: str, value: str, changed: bool) -> None:
    form = Choice({"firm": text, "firm-value": value}, initial={"firm": initial})

    assert form.has_changed() is changed
