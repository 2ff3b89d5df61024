"""What every page with a form does: show it, carry it out, say what happened or what stands in the way."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fucina.centre.people.forms.refused import show_refusal
from fucina.centre.refusal import Refusal


def write(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    title: str,
    done: str,
    back: str,
    **shown: Any,
) -> HttpResponse:
    """``act`` gets the cleaned values and answers where to go: an address, or a thing that has one."""
    if request.method == "POST" and form.is_valid():
        try:
            there = act(form.cleaned_data)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, done)
            return redirect(there)
    context = {"form": form, "title": title, "back": back, **shown}
    return render(request, "people/form.html", context)


def confirm(
    request: HttpRequest,
    act: Callable[[], object],
    *,
    title: str,
    text: str,
    label: str,
    done: str,
    back: str,
) -> HttpResponse:
    """A question before an act that cannot simply be done again."""
    context: dict[str, Any] = {
        "title": title,
        "text": text,
        "label": label,
        "back": back,
        "refusal": None,
    }
    if request.method != "POST":
        return render(request, "people/confirm.html", context)
    try:
        act()
    except Refusal as refusal:
        context["refusal"] = refusal
        return render(request, "people/confirm.html", context)
    messages.success(request, done)
    return redirect(back)
