"""One of each noun of charging, about an organisation."""

import datetime as dt
from decimal import Decimal

from django.db import models

from fucina.centre.charging import domain
from fucina.centre.charging.domain import Item, Reference
from fucina.centre.charging.models import Chargeable, PriceList
from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.models import Membership, Organisation, Person, User

SINCE = dt.date(2020, 1, 1)
USED = dt.datetime(2026, 1, 12, 9, tzinfo=dt.UTC), dt.datetime(2026, 1, 12, 10, tzinfo=dt.UTC)


def charging_things(organisation: Organisation) -> dict[str, models.Model]:
    """Drafts of the centre's prices; an account, a project, a charge and a request of this organisation."""
    by = an_accountant()
    laser = a_priced_laser(by)
    draft = domain.record_price_list(f"Bozza {organisation.pk}", SINCE, by=by)
    rate = domain.record_rate(draft, laser, "sme", Decimal(70), by=by)
    number = PriceList.objects.count()
    account = domain.record_account(
        organisation, f"A-{organisation.pk}-{number}", "Ordine", SINCE, by=by
    )
    project = domain.record_project(
        organisation, f"Prova {number}", SINCE, {account: Decimal(100)}, by=by, user_class="sme"
    )
    charge = domain.charge(
        project, Reference("sample", str(project.pk)), [Item(laser, *USED)], by=by
    )
    commitment = domain.commit(
        project, Reference("sample", f"{project.pk} later"), domain.quote(project, [Item(laser, *USED)]), by=by
    )  # fmt: skip
    return {
        "unsettled": domain.keep_unsettled(commitment, [Item(laser, *USED)], "no_rate"),
        "price_list": draft,
        "rate": rate,
        "window": domain.add_window(
            rate, "Sera", [0, 1], "18:00", "23:00", by=by, percent=Decimal(20)
        ),
        "tier": domain.add_tier(rate, Decimal(20), Decimal(50), by=by),
        "account": account,
        "project": project,
        "charge": charge,
        "adjustment": domain.request_adjustment(charge, "waive", "Guasto", by=by),
    }


def an_accountant() -> User:
    """Of the centre; not one of those that sign in."""
    email = "charges@example.com"
    if found := User.objects.filter(email=email).first():
        return found
    user = User.objects.create_user(email)
    person = Person.objects.create(user=user, given_name="Conta", family_name="Bile", email=email)
    centre = Organisation.objects.get(kind=OrganisationKind.CENTRE)
    Membership.objects.create(
        person=person, organisation=centre, role=Role.ACCOUNTANT, valid_from=SINCE
    )
    return user


def a_priced_laser(by: User) -> Chargeable:
    """At 60 € an hour, published once."""
    if found := Chargeable.objects.filter(key="sample-laser").first():
        return found
    laser = domain.record_chargeable("sample-laser", "machine", "Laser di prova", by=by)
    prices = domain.record_price_list("Listino di prova", SINCE, by=by)
    domain.record_rate(prices, laser, "sme", Decimal(60), by=by)
    domain.publish_price_list(prices, by=by)
    return laser
