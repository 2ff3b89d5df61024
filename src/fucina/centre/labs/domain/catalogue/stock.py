from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from fucina.centre.charging.models import Project
from fucina.centre.labs.domain import charges
from fucina.centre.labs.domain.catalogue.rows import BILINGUAL, assign, write_row
from fucina.centre.labs.domain.user_kind import outside
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
    assign(
        consumable, changes, BILINGUAL | {"laboratory", "unit", "threshold", "listed", "chargeable"}
    )
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
    """Take some, or bring some (negative). Never more than there is, however many take at once.

    What is taken for a project is charged to it, at the price of today; what is taken for none is the centre's own.
    """
    allow(by, "labs.move_stock", consumable)
    withdrawal = Withdrawal(
        consumable=consumable, quantity=quantity, person=person, project=project, by=by,
        note=note.strip(),
    )  # fmt: skip
    refuse_any([*check(withdrawal), *_problems_of_paying(withdrawal, by)])
    with one_write():
        Consumable.objects.filter(pk=consumable.pk).update(stock=F("stock") - quantity)
        withdrawal.save()
        charges.charge_withdrawal(withdrawal, by=by)
    return withdrawal


def _problems_of_paying(taken: Withdrawal, by: Any) -> Iterator[Problem]:
    """Nothing is free for firms that has a price; whether the project can pay is said by ``charging``."""
    priced = taken.consumable.chargeable is not None
    if taken.project is None:
        if priced and taken.quantity > 0 and taken.person and outside(taken.person):
            text = _("{name} has a price: choose the project that pays for it.")
            yield Problem("priced", text.format(name=taken.consumable), "project")
        return
    if taken.quantity < 0:
        text = _("What is added to the stock is charged to nobody: leave the project empty.")
        yield Problem("added", text, "project")
    elif not priced:
        text = _("{name} is charged as nothing: choose an item of the price list for it, or no project.")  # fmt: skip
        yield Problem("not_priced", text.format(name=taken.consumable), "project")
    elif charges.payer_of(taken, by) is None:
        yield Problem("not_your_project", _("You may not charge this project."), "project")
