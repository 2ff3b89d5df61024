from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from fucina.centre.access import requires
from fucina.centre.governance import domain
from fucina.centre.governance.forms.obligation import ObligationForm, SettlementForm
from fucina.centre.governance.models import Agreement, Obligation
from fucina.centre.governance.views import finding
from fucina.centre.governance.views.agreements import FORM
from fucina.centre.governance.views.asking import ask, typed


@requires("governance.record_obligation", of=finding.agreement)
@FORM
def record_obligation(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    return ask(
        request,
        ObligationForm(typed(request), agreement),
        partial(domain.record_obligation, agreement, by=request.user),
        title=_("Record an obligation"),
        about=str(agreement),
        done=_("The obligation was recorded."),
        back=agreement.get_absolute_url(),
    )


@requires("governance.record_obligation", of=finding.obligation)
@FORM
def settle_obligation(request: HttpRequest, obligation: Obligation) -> HttpResponse:
    return ask(
        request,
        SettlementForm(typed(request), obligation),
        partial(domain.settle_obligation, obligation, by=request.user),
        title=_("Settle an obligation"),
        about=str(obligation),
        done=_("The obligation was settled."),
        back=obligation.agreement.get_absolute_url(),
    )
