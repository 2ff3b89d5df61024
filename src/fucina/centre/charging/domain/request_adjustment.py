import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.charging.domain.queries.chargeable import chargeable_projects
from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.enums import AdjustmentKind
from fucina.centre.charging.models import Adjustment, Charge, ChargeItem, Project
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem, refuse_any

ADJUSTABLE_FOR = dt.timedelta(days=60)
"""After the day of the charge; then its month has been accounted for."""


def request_adjustment(
    charge: Charge,
    kind: str,
    why: str,
    *,
    by: Any,
    item: ChargeItem | None = None,
    starts: dt.datetime | None = None,
    ends: dt.datetime | None = None,
    project: Project | None = None,
    quantity: Decimal | None = None,
) -> Adjustment:
    """Ask that a charge be corrected: another time or quantity of one item, another project, or none of it."""
    allow(by, "charging.request_adjustment", charge)
    if item is None and charge.items.count() == 1:
        item = charge.items.get()
    asked = Adjustment(charge=charge, kind=kind, why=why.strip(), asked_by=by)
    match kind:
        case AdjustmentKind.TIME:
            asked.item, asked.starts, asked.ends = item, starts, ends
        case AdjustmentKind.QUANTITY:
            asked.item, asked.quantity = item, quantity
        case AdjustmentKind.PROJECT:
            asked.project = project
    refuse_any(_problems(asked, by) or check(asked))
    with one_write():
        asked.save()
    return asked


def _problems(asked: Adjustment, by: Any) -> list[Problem]:
    return [*problems_of_state(asked.charge), *_missing(asked, by)]


def problems_of_state(charge: Charge) -> Iterator[Problem]:
    if charge.voided:
        yield Problem("voided", _("This charge is voided already."))
    if timezone.localdate(charge.made) + ADJUSTABLE_FOR < today():
        message = _("A charge can be corrected for {days} days after it was made.")
        days = ADJUSTABLE_FOR.days
        yield Problem("too_late", message.format(days=days), numbers={"days": days})


def _missing(asked: Adjustment, by: Any) -> Iterator[Problem]:
    if not asked.why:
        yield Problem("required", _("Say why it should be corrected."), "why")
    of_one = asked.kind in (AdjustmentKind.TIME, AdjustmentKind.QUANTITY)
    if of_one and (asked.item is None or asked.item.charge_id != asked.charge.pk):
        yield Problem("required", _("Choose the item that it is about."), "item")
    if asked.kind == AdjustmentKind.TIME:
        if asked.starts is None or asked.ends is None:
            yield Problem("required", _("Give the time from and to."), "starts")
        elif asked.ends <= asked.starts:
            yield Problem("order", _("The end comes before the beginning."), "ends")
    if asked.kind == AdjustmentKind.QUANTITY and asked.quantity is None:
        yield Problem("required", _("Give the quantity."), "quantity")
    if asked.kind == AdjustmentKind.PROJECT:
        if asked.project is None:
            yield Problem("required", _("Choose the project."), "project")
        elif not chargeable_projects(by).filter(pk=asked.project.pk).exists():
            yield Problem("not_your_project", _("You may not charge this project."), "project")
