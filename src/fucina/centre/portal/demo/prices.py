"""Prices of the machines that the study planned, and a project for each of the first firms."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.utils import timezone

from fucina.centre.charging import demo
from fucina.centre.charging.domain import request_adjustment
from fucina.centre.charging.enums import AdjustmentKind, UserClass
from fucina.centre.charging.models import Project
from fucina.centre.people.models import Organisation, User
from fucina.centre.planning.presentation.planned import planned_machines
from fucina.methods.pricing import half_up


def price_machines(payers: Sequence[Organisation], *, by: User) -> list[Project]:
    """A project for each payer. The study's rates are what firms pay; academic users pay a part of them."""
    firms_pay = demo.TIMES_ACADEMIC[UserClass.SME]
    things = [
        demo.Priced(
            machine.key,
            machine.name,
            machine.name_en,
            "machine",
            half_up(Decimal(str(machine.rate)) / firms_pay),
        )
        for machine in planned_machines()
        if machine.rate is not None
    ]
    since = timezone.localdate() - dt.timedelta(days=365)
    return demo.populate(things, payers, by=by, since=since)


def dispute_a_charge(project: Project) -> None:
    """Its people say that the last use was half an hour shorter; the accountant has not answered yet."""
    charge = project.charges.order_by("-on", "-pk").first()
    item = charge.items.first() if charge else None
    if charge is None or charge.person is None or item is None or item.ends is None:
        return
    request_adjustment(
        charge,
        AdjustmentKind.TIME,
        "La macchina si è fermata mezz’ora prima della fine.",
        by=charge.person.user,
        item=item,
        starts=item.starts,
        ends=item.ends - dt.timedelta(minutes=30),
    )
