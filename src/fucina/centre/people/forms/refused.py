from django import forms

from fucina.centre.refusal import Refusal


def show_refusal(form: forms.Form, refusal: Refusal) -> None:
    """Each problem at its field, or above the form where it has none there."""
    for problem in refusal.problems:
        form.add_error(problem.field if problem.field in form.fields else None, problem.message)
