"""The four pages of a noun: its list, a new one, one that is changed, one that is removed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.labs.domain import catalogue
from fucina.centre.labs.forms.records import RemoveForm
from fucina.centre.labs.presentation.records import RecordsPage
from fucina.centre.labs.views.asking import ask, typed
from fucina.centre.labs.views.showing import show

DESK = "setup"


def show_records(
    request: HttpRequest, page: RecordsPage, template: str = "records"
) -> HttpResponse:
    managing = request.user.has_perm("labs.manage_resources")
    back = reverse("labs:setup") if managing else ""
    return show(request, template, {"page": page, "back": back}, desk=DESK)


def ask_new(
    request: HttpRequest, form: forms.BaseForm, act: Callable[..., object], title: str, to: str
) -> HttpResponse:
    """``to`` is the list."""
    return ask(
        request, form, act, title=title, done=_("It was recorded."), back=reverse(f"labs:{to}"), desk=DESK
    )  # fmt: skip


def ask_change(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[..., object],
    row: Model,
    title: str,
    to: str,
    remove: str = "",
    name: str = "",
) -> HttpResponse:
    """``name`` where the row's own is for the shell."""
    return ask(
        request, form, act, title=title, about=name or str(row), done=_("It was changed."),
        back=reverse(f"labs:{to}"), desk=DESK, remove=remove,
    )  # fmt: skip


def ask_removal(
    request: HttpRequest,
    row: Model,
    to: str,
    act: Callable[..., object] = catalogue.remove_unused,
    name: str = "",
) -> HttpResponse:
    def remove(**_nothing: Any) -> None:
        act(row, by=request.user)

    return ask(
        request, RemoveForm(typed(request)), remove,
        title=_("Remove “{name}”?").format(name=name or row), template="remove",
        done=_("It was removed."), back=reverse(f"labs:{to}"), submit=_("Remove"), kind="danger", desk=DESK,
    )  # fmt: skip
