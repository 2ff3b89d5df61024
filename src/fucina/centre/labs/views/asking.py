"""A page with one form: shown, sent, refused with every problem, or done."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from fucina.centre.labs.views.showing import show
from fucina.centre.refusal import Problem, Refusal

FORM = require_http_methods(["GET", "HEAD", "POST"])


def typed(request: HttpRequest) -> Any:
    """What was sent, or nothing where the form is only asked for."""
    return request.POST if request.method == "POST" else None


def sent_files(request: HttpRequest) -> Any:
    return request.FILES if request.method == "POST" else None


def ask(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[..., object],
    *,
    title: str,
    done: str,
    back: str,
    about: str = "",
    submit: str = "",
    desk: str = "",
    lede: str = "",
    kind: str = "primary",
    template: str = "form",
    away: str = "",
    remove: str = "",
) -> HttpResponse:
    """``act`` gets the form's values by name; ``back`` leads on when it is done, or cancelled.

    ``away`` names the way back where "Cancel" could be read as what is asked; ``remove`` is where it is asked to remove it.
    """
    if form.is_bound and form.is_valid():
        try:
            act(**form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal.problems)
        else:
            messages.success(request, done)
            return redirect(back)
    context = {
        "form": form, "title": title, "about": about, "back": back, "submit": submit,
        "lede": lede, "kind": kind, "away": away, "remove": remove,
    }  # fmt: skip
    return show(request, template, context, desk=desk)


def add_below(
    request: HttpRequest, form: forms.BaseForm, act: Callable[..., object], **context: Any
) -> HttpResponse:
    """A list, and below it the form that adds to it. ``context`` has title, rows or table, and the way back."""
    if form.is_bound and form.is_valid():
        try:
            act(**form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal.problems)
        else:
            messages.success(request, _("It was added."))
            return redirect(request.path)
    desk = context.pop("desk", "manage")
    return show(request, "parts", {"form": form, **context}, desk=desk)


def tell(form: forms.BaseForm, problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        form.add_error(problem.field if problem.field in form.fields else None, problem.message)


def act_and_tell(
    request: HttpRequest, act: Callable[[], object], done: str, back: str
) -> HttpResponse:
    """A button without a form: what it did, or why it did not, is said on the next page."""
    try:
        act()
    except Refusal as refusal:
        for problem in refusal.problems:
            messages.error(request, problem.message)
    else:
        messages.success(request, done)
    return redirect(back)


def safe_back(request: HttpRequest, otherwise: str) -> str:
    """Where a button's form asks to return to, if that is a page of this site."""
    wanted = request.POST.get("next", "")
    return (
        wanted
        if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()})
        else otherwise
    )
