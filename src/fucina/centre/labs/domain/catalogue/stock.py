from decimal import Decimal
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from fucina.centre.charging.models import Project
from fucina.centre.labs.domain.catalogue.rows import BILINGUAL, assign, write_row
from fucina.centre.labs.domain.writing import allow, check, one_write
from fucina.centre.labs.models import Consumable, Laboratory, Withdrawal
from fucina.centre.people.models import Person
from fucina.centre.refusal import Problem, refuse_any


def record_consumable(
    laboratory: Laboratory,
    name: str,
    unit: str,
    *,
    by: Any,
    stock: Decimal = Decimal(0),
    threshold: Decimal = Decimal(0),
    **more: Any,
) -> Consumable:
    allow(by, "labs.manage_resources")
    consumable = Consumable(
        laboratory=laboratory, name=name, unit=unit, stock=stock, threshold=threshold, **more
    )
    refuse_any(check(consumable))
    with one_write():
        consumable.save()
    return consumable


def change_consumable(consumable: Consumable, *, by: Any, **changes: Any) -> Consumable:
    """All but how much there is, which movements change; the unit stays once something was moved."""
    allow(by, "labs.manage_resources")
    unit = consumable.unit
    assign(consumable, changes, BILINGUAL | {"laboratory", "unit", "threshold", "listed"})
    if consumable.unit != unit and consumable.withdrawals.exists():
        text = _("Movements are recorded in {unit}: the unit stays.").format(unit=unit)
        return write_row(consumable, Problem("used", text, "unit"))
    return write_row(consumable)


def withdraw(
    consumable: Consumable,
    quantity: Decimal,
    *,
    by: Any,
    person: Person | None = None,
    project: Project | None = None,
    note: str = "",
) -> Withdrawal:
    """Take some, or bring some (negative). Never more than there is, however many take at once."""
    allow(by, "labs.move_stock", consumable)
    withdrawal = Withdrawal(
        consumable=consumable, quantity=quantity, person=person, project=project, by=by,
        note=note.strip(),
    )  # fmt: skip
    refuse_any(check(withdrawal))
    with one_write():
        Consumable.objects.filter(pk=consumable.pk).update(stock=F("stock") - quantity)
        withdrawal.save()
    return withdrawal
