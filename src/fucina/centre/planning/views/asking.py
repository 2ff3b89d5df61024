"""What forms of this app have in common."""

from typing import Any

from django import forms
from django.http import HttpRequest

from fucina.centre.refusal import Refusal


def typed(request: HttpRequest) -> Any:
    """What was sent, or nothing where the form is only asked for."""
    return request.POST if request.method == "POST" else None


def tell(form: forms.Form, refusal: Refusal) -> None:
    """Puts every problem beside the field it is about."""
    for problem in refusal.problems:
        form.add_error(problem.field if problem.field in form.fields else None, problem.message)
