from functools import partial

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fucina.centre.access import requires
from fucina.centre.governance import domain
from fucina.centre.governance.forms.organisation import Organisations
from fucina.centre.governance.forms.party import LastDayForm, PartyForm
from fucina.centre.governance.models import Agreement, Party
from fucina.centre.governance.views import finding
from fucina.centre.governance.views.agreements import FORM
from fucina.centre.governance.views.asking import ask, typed

SUGGESTED = 10


@requires("governance.change_parties", of=finding.agreement)
@FORM
def add_party(request: HttpRequest, agreement: Agreement) -> HttpResponse:
    return ask(
        request,
        PartyForm(typed(request)),
        partial(domain.add_party, agreement, by=request.user),
        title=_("Add a party"),
        about=str(agreement),
        done=_("The party was added."),
        back=agreement.get_absolute_url(),
    )


@requires("governance.change_parties", of=finding.party)
@FORM
def leave(request: HttpRequest, party: Party) -> HttpResponse:
    return ask(
        request,
        LastDayForm(typed(request)),
        partial(domain.leave, party, by=request.user),
        title=_("{who} leaves the agreement").format(who=party.organisation),
        about=str(party.agreement),
        done=_("The last day was recorded. What the party still owes stays owed."),
        back=party.agreement.get_absolute_url(),
    )


@requires("governance.change_parties")
@require_safe
def find_organisations(request: HttpRequest) -> HttpResponse:
    """Suggestions for a field that asks for an organisation."""
    found = Organisations().find(request.GET.get("q", "")[:100], SUGGESTED)
    return JsonResponse({"results": [option.as_suggestion() for option in found]})
