from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import public, signed_in
from fucina.centre.accounts.domain.erase_person import erase_oneself
from fucina.centre.accounts.domain.export_personal_data import export_personal_data
from fucina.centre.accounts.domain.personal_data import legal_records, subject_of
from fucina.centre.accounts.forms.entrance import NOTICE
from fucina.centre.accounts.forms.erasure import SureForm
from fucina.centre.accounts.forms.refused import show_refusal
from fucina.centre.accounts.models import ErasureRequest
from fucina.centre.accounts.presentation.personal_data import as_zip, summary
from fucina.centre.refusal import Refusal


@signed_in
@require_safe
def personal_data(request: HttpRequest) -> HttpResponse:
    """What is known about me: take it with me, or have it erased."""
    asked = ErasureRequest.objects.filter(person__user=request.user).last()  # type: ignore[misc]
    context = {"summary": summary(), "asked": asked}
    return render(request, "accounts/personal_data.html", context)


@signed_in
@never_cache
@reauthentication_required(app="allauth.account")  # type: ignore[untyped-decorator]
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    data = export_personal_data(request.user)
    response = HttpResponse(as_zip(data, str(request.user)), content_type="application/zip")
    name = f"fucina-{timezone.localdate().isoformat()}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@signed_in
@reauthentication_required(app="allauth.account")  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "HEAD", "POST"])
def erase_own(request: HttpRequest) -> HttpResponse:
    form = SureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            erased = erase_oneself(request.user)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            return _after(request, at_once=erased is not None)
    context = {"form": form, "kept": legal_records(subject_of(user=request.user))}
    return render(request, "accounts/erase_own.html", context)


def _after(request: HttpRequest, *, at_once: bool) -> HttpResponse:
    if at_once:
        logout(request)
        messages.success(request, _("You are erased. Nothing here says any longer who you were."))
        return redirect("portal:home")
    messages.success(request, _("Your request is with the director, who answers within a month."))
    return redirect("accounts:personal_data")


@public
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/privacy.html", {"version": NOTICE})
