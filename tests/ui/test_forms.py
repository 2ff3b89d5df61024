"""Every kind of widget is labelled, described and marked as wrong in the same way."""

import re

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from fucina.ui.fields import FileField, LocalDateField, LocalDateTimeField, MoneyField
from fucina.ui.problems import Problem, problems

CHOICES = [("a", "A"), ("b", "B")]


class Everything(forms.Form):
    text = forms.CharField(help_text="Help")
    area = forms.CharField(widget=forms.Textarea, help_text="Help")
    select = forms.ChoiceField(choices=CHOICES, help_text="Help")
    radios = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect, help_text="Help")
    boxes = forms.MultipleChoiceField(
        choices=CHOICES, widget=forms.CheckboxSelectMultiple, help_text="Help"
    )
    tick = forms.BooleanField(help_text="Help")
    day = LocalDateField(help_text="Help")
    moment = LocalDateTimeField()
    money = MoneyField(help_text="Help")
    file = FileField(help_text="Help")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


GROUPS = {"radios", "boxes", "moment"}
VISIBLE = [name for name in Everything.base_fields if name != "secret"]


def render(source: str, **context: object) -> str:
    with translation.override("en"):
        return " ".join(Template("{% load ui %}" + source).render(Context(context)).split())


@pytest.mark.parametrize("name", VISIBLE)
def test_field_is_labelled_and_described(name: str) -> None:
    html = render("{% field bound %}", bound=Everything({})[name])

    described = re.findall(r'aria-describedby="([^"]+)"', html)
    assert described
    assert set(described) == {f"id_{name}_helptext id_{name}_error"}
    assert f'id="id_{name}_helptext"' in html
    assert f'id="id_{name}_error"' in html
    assert 'aria-invalid="true"' in html
    assert ("<legend>" in html) is (name in GROUPS)
    if name not in GROUPS:
        assert f'<label for="id_{name}">' in html


@pytest.mark.parametrize("name", VISIBLE)
def test_field_that_is_right_is_not_marked(name: str) -> None:
    html = render("{% field bound %}", bound=Everything()[name])

    assert "aria-invalid" not in html
    assert "_error" not in html


def test_only_a_field_that_may_stay_empty_is_marked() -> None:
    class Form(forms.Form):
        must = forms.CharField()
        may = forms.CharField(required=False)
        fixed = forms.CharField(required=False, disabled=True)

    marked = [
        name for name in Form.base_fields if "optional" in render("{% field b %}", b=Form()[name])
    ]

    assert marked == ["may"]


def test_problem_leads_to_the_first_input_of_its_field() -> None:
    form = Everything({})

    found = {problem.label: problem.id for problem in problems(form)}

    assert found == {
        "Text": "id_text",
        "Area": "id_area",
        "Select": "id_select",
        "Radios": "id_radios_0",
        "Boxes": "id_boxes_0",
        "Tick": "id_tick",
        "Day": "id_day",
        "Moment": "id_moment_0",
        "Money": "id_money",
        "File": "id_file",
    }
    html = render("{% form_fields form %}", form=form)
    assert [name for name in found.values() if f'id="{name}"' not in html] == []


def test_form_not_sent_yet_has_no_problems() -> None:
    assert problems(Everything()) == []
    assert "error-summary" not in render("{% form_fields form %}", form=Everything())


def test_problem_of_the_whole_form_comes_first() -> None:
    class Form(forms.Form):
        name = forms.CharField()

        def clean(self) -> None:
            raise forms.ValidationError("Too late.")

    with translation.override("en"):
        found = problems(Form({}))

    assert found == [Problem("Too late."), Problem("This field is required.", "Name", "id_name")]


def test_summary_takes_the_focus_and_says_how_many() -> None:
    html = render("{% error_summary form %}", form=Everything({}))

    assert '<div class="error-summary" tabindex="-1" autofocus data-error-summary' in html
    assert "There are 10 problems to correct" in html


def test_form_shows_all_its_fields_once() -> None:
    html = render("{% form_fields form %}", form=Everything())

    for name in ("text", "tick", "file", "secret", "moment_0", "moment_1"):
        assert html.count(f'name="{name}"') == 1


def test_form_may_show_some_of_its_fields_in_another_order() -> None:
    html = render("{% form_fields form only='tick text' %}", form=Everything())

    assert re.findall(r'name="(\w+)"', html) == ["tick", "text"]


def test_labels_help_and_errors_are_escaped() -> None:
    class Form(forms.Form):
        name = forms.CharField(label="<b>", help_text="<i>")

        def clean_name(self) -> None:
            raise forms.ValidationError("<u>")

    html = render("{% form_fields form %}", form=Form({"name": "<s>"}))

    assert re.findall("<[bius]>", html) == []


def test_passkey_form_says_where_its_options_are() -> None:
    html = render("<form {% passkey 'get' options_url='/login/' %}>")

    assert html.startswith('<form data-passkey="get" data-options-url="/login/" data-unsupported="')
    assert "data-options=" not in html
