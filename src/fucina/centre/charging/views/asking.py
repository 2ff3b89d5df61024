"""A page with one form: shown, sent, refused with every problem, or done."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from fucina.centre.refusal import Refusal


def typed(request: HttpRequest) -> Any:
    """What was sent, or nothing where the form is only asked for."""
    return request.POST if request.method == "POST" else None


def ask(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[..., object],
    *,
    title: str,
    done: str,
    back: str,
    about: str = "",
    submit: str = "",
) -> HttpResponse:
    """``act`` gets the form's values by name; ``back`` leads on when it is done, or cancelled."""
    if form.is_bound and form.is_valid():
        try:
            act(**form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            return redirect(back)
    context = {
        "form": form,
        "title": title,
        "about": about,
        "back": back,
        "submit": submit or _("Save"),
    }
    return render(request, "charging/form.html", context)


def tell(form: forms.Form, refusal: Refusal) -> None:
    for problem in refusal.problems:
        form.add_error(problem.field if problem.field in form.fields else None, problem.message)
