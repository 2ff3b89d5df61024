"""The state of what is owed, as a badge says it."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.governance.enums import ObligationState
from fucina.centre.governance.models import Agreement, Obligation, PromisedContribution
from fucina.centre.people.models.period import today

type Badge = dict[str, str]


def badge(kind: str, text: str) -> Badge:
    return {"text": "", "badge": kind, "badge_text": text}


def obligation_state(obligation: Obligation) -> Badge:
    if obligation.overdue:
        return badge("bad", _("overdue"))
    kinds = {
        ObligationState.DONE: "good",
        ObligationState.OPEN: "waiting",
        ObligationState.LAPSED: "bad",
    }
    if obligation.continuous and obligation.state == ObligationState.OPEN:
        return badge("waiting", pgettext("state of an obligation", "continuing"))
    kind = kinds.get(ObligationState(obligation.state), "neutral")
    return badge(kind, str(obligation.get_state_display()))


def promise_state(promise: PromisedContribution) -> Badge:
    if promise.released_on:
        return badge("neutral", _("released"))
    if not promise.outstanding:
        return badge("good", _("given in full"))
    if promise.due and promise.due < today():
        return badge("bad", _("overdue"))
    return badge("waiting", _("given in part") if promise.given else _("still owed"))


def agreement_state(agreement: Agreement) -> Badge:
    if agreement.valid_until and agreement.valid_until < today():
        return badge("neutral", _("ended"))
    if agreement.valid_from > today():
        return badge("waiting", _("not yet in force"))
    if agreement.valid_until is None:
        return badge("neutral", _("no end stated"))
    return badge("good", _("in force"))
