"""States as badges say them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.charging.enums import AdjustmentState
from fucina.centre.charging.models import Adjustment, Charge, PayerAccount, PriceList, Project
from fucina.centre.people.models.period import today

type Badge = dict[str, str]


def badge(kind: str, text: str) -> Badge:
    return {"text": "", "badge": kind, "badge_text": text}


def list_state(prices: PriceList) -> Badge:
    if not prices.published:
        return badge("waiting", pgettext("price list", "draft"))
    if prices.valid_from > today():
        return badge("neutral", pgettext("price list", "not yet in force"))
    if prices.holds:
        return badge("good", pgettext("price list", "in force"))
    return badge("neutral", pgettext("price list", "ended"))


def open_state(thing: PayerAccount | Project) -> Badge:
    if not thing.active or (thing.valid_until and thing.valid_until < today()):
        return badge("neutral", pgettext("charging", "closed"))
    if thing.valid_from > today():
        return badge("waiting", pgettext("charging", "not yet open"))
    return badge("good", pgettext("charging", "open"))


def charge_state(charge: Charge) -> Badge:
    if charge.voided:
        return badge("neutral", pgettext("charge", "voided"))
    if charge.beyond:
        return badge("bad", pgettext("charge", "beyond what was allowed"))
    return badge("good", pgettext("charge", "charged"))


def adjustment_state(request: Adjustment) -> Badge:
    kinds = {
        AdjustmentState.OPEN: "waiting",
        AdjustmentState.ACCEPTED: "good",
        AdjustmentState.DECLINED: "neutral",
    }
    return badge(kinds[AdjustmentState(request.state)], str(request.get_state_display()))


def yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")
