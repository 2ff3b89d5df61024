"""What was charged before: hours for tiers, amounts for the cap, days that are paid. Asked only where a rate needs it."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

from django.db.models import Sum

from fucina.centre.charging.domain.spans import around
from fucina.centre.charging.enums import Basis
from fucina.centre.charging.models import ChargeItem, DayPaid, Project, Rate
from fucina.centre.people.models import Person
from fucina.methods.pricing import Bill, PaidDay, Past, Rule

NOTHING = Decimal(0)


class Earlier:
    """Of one project and one person; the items of the same quote are added as they are priced."""

    def __init__(self, project: Project | None, person: Person | None, accounts: str) -> None:
        self.project, self.person, self.accounts = project, person, accounts
        self.project_key = str(project.pk) if project else ""
        self.person_key = str(person.pk) if person else ""
        self._hours: dict[int, Decimal] = defaultdict(lambda: NOTHING)
        self._charged: dict[int, Decimal] = defaultdict(lambda: NOTHING)
        self._days: dict[int, list[PaidDay]] = defaultdict(list)

    def past(self, rate: Rate, on: dt.date) -> Past:
        item = rate.chargeable_id
        hours, charged = self._hours[item], self._charged[item]
        if self.project and (rate.cap is not None or rate.tiers.all()):
            first, last = around(on, rate.counted_per)
            before = ChargeItem.objects.filter(
                charge__project=self.project, charge__voided=None, chargeable=item,
                charge__on__range=(first, last),
            ).aggregate(hours=Sum("hours"), charged=Sum("counted"))  # fmt: skip
            hours += before["hours"] or NOTHING
            charged += before["charged"] or NOTHING
        return Past(hours, charged, (*self._days[item], *self._paid(rate, on)))

    def add(self, rate: Rate, bill: Bill) -> None:
        item = rate.chargeable_id
        self._hours[item] += bill.hours
        self._charged[item] += before_subsidy(bill)
        self._days[item] += bill.days

    def _paid(self, rate: Rate, on: dt.date) -> list[PaidDay]:
        by_day = Basis.DAILY in {rate.basis, *(window.basis for window in rate.windows.all())}
        if not self.project or not by_day:
            return []
        found = DayPaid.objects.filter(
            item__chargeable=rate.chargeable_id, item__charge__voided=None, day__gte=on
        ).values_list("day", "item__charge__person", "item__charge__project", "accounts")
        return [
            PaidDay(day, str(person or ""), str(project), accounts)
            for day, person, project, accounts in found
        ]


def before_subsidy(bill: Bill) -> Decimal:
    return sum((line.amount for line in bill.lines if line.rule != Rule.SUBSIDY), NOTHING)
