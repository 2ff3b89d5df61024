from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from fucina.ui.samples.form import ContributionForm


def ask(request: HttpRequest) -> HttpResponse:
    """A question before an act that does nothing."""
    if request.method == "POST":
        messages.success(request, _("The sample was removed."))
        return redirect("ui:gallery")
    return render(request, "ui/gallery/confirm.html")


def form(request: HttpRequest) -> HttpResponse:
    """A form with a field of every kind; what it is sent is checked and forgotten."""
    filled = ContributionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and filled.is_valid():
        messages.success(
            request, _("The contribution is in order. Nothing was stored: this is a sample.")
        )
        return redirect("ui:form")
    return render(request, "ui/gallery/form.html", {"form": filled})
