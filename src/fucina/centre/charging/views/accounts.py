from functools import partial

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.charging import domain
from fucina.centre.charging.forms.account import AccountForm, PrepaymentForm
from fucina.centre.charging.models import PayerAccount
from fucina.centre.charging.presentation import accounts as page
from fucina.centre.charging.views import finding
from fucina.centre.charging.views.asking import ask, typed
from fucina.centre.charging.views.price_lists import FORM
from fucina.centre.governance.forms.organisation import Organisations

SUGGESTED = 10


@requires("charging.view_account")
@require_safe
def accounts(request: HttpRequest) -> HttpResponse:
    listing = page.accounts_listing(request.user, request.GET)
    context = {
        "listing": listing,
        "columns": page.columns(),
        "rows": page.rows(listing),
        "manages": request.user.has_perm("charging.manage_accounts"),
    }
    return render(request, "charging/accounts.html", context)


@requires("charging.view_account", of=finding.account)
@require_safe
def account(request: HttpRequest, account: PayerAccount) -> HttpResponse:
    context = {"page": page.account_page(request.user, account)}
    return render(request, "charging/account.html", context)


@requires("charging.manage_accounts")
@FORM
def record_account(request: HttpRequest) -> HttpResponse:
    return ask(
        request,
        AccountForm(typed(request)),
        partial(domain.record_account, by=request.user),
        title=_("New payer account"),
        done=_("The payer account was recorded."),
        back=reverse("charging:accounts"),
    )


@requires("charging.manage_accounts", of=finding.account)
@FORM
def change_account(request: HttpRequest, account: PayerAccount) -> HttpResponse:
    return ask(
        request,
        AccountForm(typed(request), account),
        partial(domain.record_account, account=account, by=request.user),
        title=_("Change the payer account"),
        about=str(account),
        done=_("The payer account was changed."),
        back=account.get_absolute_url(),
    )


@requires("charging.manage_accounts", of=finding.account)
@FORM
def record_prepayment(request: HttpRequest, account: PayerAccount) -> HttpResponse:
    return ask(
        request,
        PrepaymentForm(typed(request)),
        partial(domain.record_prepayment, account, by=request.user),
        title=_("Record a prepayment"),
        about=str(account),
        done=_("The prepayment was recorded."),
        back=account.get_absolute_url(),
    )


@requires("charging.manage_projects")
@require_safe
def find_organisations(request: HttpRequest) -> HttpResponse:
    """Suggestions for a field that asks for an organisation."""
    found = Organisations().find(request.GET.get("q", "")[:100], SUGGESTED)
    return JsonResponse({"results": [option.as_suggestion() for option in found]})
