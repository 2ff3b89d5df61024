from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import requires
from fucina.centre.accounts.domain.erase_person import erase_person, refuse_erasure
from fucina.centre.accounts.domain.personal_data import legal_records, subject_of
from fucina.centre.accounts.domain.queries import open_erasure_requests
from fucina.centre.accounts.domain.traces import traces
from fucina.centre.accounts.forms.erasure import RefusalForm, SureForm
from fucina.centre.accounts.forms.refused import show_refusal
from fucina.centre.people.models import Person
from fucina.centre.refusal import Refusal


@requires("accounts.decide_erasure")
@require_safe
def erasures(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/erasures.html", {"requests": open_erasure_requests()})


def any_person(user: Any, person: int) -> Person:
    """Who may not erase anyone does not learn who there is."""
    found = Person.objects.standing().filter(pk=person)
    one = found.first() if user.has_perm("people.erase_person") else None
    if one is None:
        raise Http404
    return one


@requires("people.erase_person", of=any_person)
@require_http_methods(["GET", "HEAD", "POST"])
def erasure(request: HttpRequest, person: Person) -> HttpResponse:
    """What will be erased and what is kept; then it is done, and said whether anything was left."""
    form = SureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            subject = erase_person(person, by=request.user)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            words = (*subject.addresses, *(name for name in subject.names if " " in name))
            left = traces(words)
            return render(request, "accounts/erased.html", {"person": person.pk, "left": left})
    context = {
        "form": form,
        "refusal": RefusalForm(),
        "person": person,
        "kept": legal_records(subject_of(person)),
        "asked": open_erasure_requests().filter(person=person).first(),
    }
    return render(request, "accounts/erasure.html", context)


@requires("people.erase_person", of=any_person)
@require_http_methods(["POST"])
def refuse(request: HttpRequest, person: Person) -> HttpResponse:
    asked = open_erasure_requests().filter(person=person).first()
    if asked is None:
        raise Http404
    form = RefusalForm(request.POST)
    if form.is_valid():
        try:
            refuse_erasure(asked, form.cleaned_data["reason"], by=request.user)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("{person} can read your answer.").format(person=person))
            return redirect("accounts:erasures")
    context = {
        "form": SureForm(),
        "refusal": form,
        "person": person,
        "kept": legal_records(subject_of(person)),
        "asked": asked,
    }
    return render(request, "accounts/erasure.html", context)
