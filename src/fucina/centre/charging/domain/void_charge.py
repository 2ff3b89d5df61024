from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import Charge
from fucina.centre.refusal import Problem, Refusal, refuse_any


def void_charge(charge: Charge, why: str, *, by: Any) -> Charge:
    """It counts no more, and stays to be read with the reason; prepayments have their money back."""
    allow(by, "charging.void_charge", charge)
    with one_write():
        return write_void(charge, why, by)


def write_void(charge: Charge, why: str, by: Any) -> Charge:
    """Within the caller's transaction."""
    if not why.strip():
        raise Refusal([Problem("required", _("Say why it is voided."), "why")])
    held = Charge.objects.select_for_update(of=("self",), no_key=True).get(pk=charge.pk)
    if held.voided:
        raise Refusal([Problem("voided", _("This charge is voided already."))])
    held.voided, held.voided_by, held.voided_why = timezone.now(), by, why.strip()[:250]
    refuse_any(check(held))
    held.save(update_fields=["voided", "voided_by", "voided_why"])
    return held
