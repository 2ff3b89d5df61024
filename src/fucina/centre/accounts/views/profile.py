from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from fucina.centre.access import signed_in
from fucina.centre.accounts.domain.change_profile import change_profile
from fucina.centre.accounts.domain.queries import invitations_to, roles_of
from fucina.centre.accounts.forms.profile import ProfileForm
from fucina.centre.accounts.forms.refused import show_refusal
from fucina.centre.accounts.presentation.roles import own_columns, own_rows
from fucina.centre.accounts.presentation.security import security_overview
from fucina.centre.people.models import Person
from fucina.centre.refusal import Refusal


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Who I am here: what others see of me, my roles, and offers of roles that wait for me."""
    person = Person.objects.filter(user=request.user).first()  # type: ignore[misc]
    form = ProfileForm(request.POST or None, initial=_said(person))
    if request.method == "POST" and form.is_valid():
        try:
            change_profile(request.user, **form.cleaned_data)
        except Refusal as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(request, _("Your profile is saved."))
            return redirect("accounts:profile")
    context = {
        "form": form,
        "invitations": invitations_to(request.user),
        "columns": own_columns(),
        "rows": own_rows(roles_of(person)),
    }
    return render(request, "accounts/profile.html", context)


@signed_in
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """How my account is guarded, on one page."""
    context = {"facts": security_overview(request.user)}
    return render(request, "accounts/security.html", context)


def _said(person: Person | None) -> dict[str, str]:
    if person is None:
        return {}
    return {
        name: getattr(person, name) for name in ("given_name", "family_name", "phone", "language")
    }
