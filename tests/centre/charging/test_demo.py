import datetime as dt
from decimal import Decimal

from fucina.centre.charging import domain
from fucina.centre.charging.demo import Priced, populate
from fucina.centre.charging.models import PayerAccount, Project, Rate
from fucina.centre.people.models import Organisation

SINCE = dt.date(2026, 1, 1)
THINGS = [
    Priced("lpbf", "Fusione laser", "Laser fusion", "machine", Decimal(48)),
    Priced("polvere", "Polvere", "Powder", "consumable", Decimal("0.80")),
]


def test_the_demonstration_is_written_once(accountant) -> None:
    firms = [
        Organisation.objects.create(name=f"Ditta di prova {n}", kind="company") for n in (1, 2, 3)
    ]

    first = populate(THINGS, firms, by=accountant, since=SINCE)
    counted = [model.objects.count() for model in (Rate, Project, PayerAccount)]
    again = populate(THINGS, firms, by=accountant, since=SINCE)

    assert (first == again, counted) == (True, [24, 3, 4])
    assert [model.objects.count() for model in (Rate, Project, PayerAccount)] == counted


def test_industry_pays_more_than_twice_and_nights_cost_half(accountant, lab) -> None:
    populate(THINGS, [lab.firm], by=accountant, since=SINCE)
    item = domain.Item(
        Rate.objects.filter(chargeable__key="lpbf")[0].chargeable, lab.at(9), lab.at(10)
    )
    night = domain.Item(item.chargeable, lab.at(21), lab.at(22))

    totals = [
        str(domain.quote(None, [one], user_class=user_class).total)
        for one, user_class in ((item, "research"), (item, "large"), (night, "large"))
    ]

    assert totals == ["48.00", "132.00", "66.00"]
