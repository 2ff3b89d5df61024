"""A laser at 60 € an hour for every class of users, a firm with two payer accounts, and a project that they share 60 : 40."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from fucina.centre.charging import domain
from fucina.centre.charging.domain import Item, Quote, Reference
from fucina.centre.charging.models import Chargeable, PayerAccount, PriceList, Project, Rate
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership, Organisation, Person, User

LONG_AGO = dt.date(2020, 1, 1)
ROME = ZoneInfo("Europe/Rome")
DAY = dt.date(2026, 1, 12)
"""A Monday."""

Signed = Callable[..., User]


@pytest.fixture
def centre(db: None) -> Organisation:
    return Organisation.objects.create(name="Centro di prova", kind="centre")


@pytest.fixture
def user_with(centre: Organisation) -> Signed:
    """A user with that role, at the centre unless an organisation is given."""

    def make(role: str, at: Organisation | None = None, **more: object) -> User:
        number = User.objects.count() + 1
        user = User.objects.create_user(f"user{number}@prova.example")
        person = Person.objects.create(
            user=user, given_name="Persona", family_name=str(number), email=user.email
        )
        Membership.objects.create(
            person=person, organisation=at or centre, role=role, valid_from=LONG_AGO, **more
        )
        return user

    return make


@pytest.fixture
def accountant(user_with: Signed) -> User:
    return user_with(Role.ACCOUNTANT)


def at(hour: float, day: dt.date = DAY) -> dt.datetime:
    """That hour of the day by the centre's clock."""
    midnight = dt.datetime.combine(day, dt.time(0), ROME)
    return midnight + dt.timedelta(hours=hour)


@dataclass(frozen=True)
class Lab:
    firm: Organisation
    laser: Chargeable
    course: Chargeable
    prices: PriceList
    first: PayerAccount
    second: PayerAccount
    project: Project
    member: User
    accountant: User

    @staticmethod
    def at(hour: float, day: dt.date = DAY) -> dt.datetime:
        return at(hour, day)

    @property
    def day(self) -> dt.date:
        return DAY

    def item(self, start: float = 9, end: float = 10, **more: object) -> Item:
        return Item(self.laser, at(start), at(end), **more)

    def quote(self, *items: Item) -> Quote:
        return domain.quote(self.project, items or [self.item()])

    def commit(self, key: str = "1", *items: Item) -> object:
        return domain.commit(
            self.project, Reference("booking", key), self.quote(*items), by=self.member
        )

    def charge(self, key: str = "1", *items: Item, **more: object) -> object:
        return domain.charge(
            self.project, Reference("booking", key), items or [self.item()], by=self.member, **more
        )


@pytest.fixture
def lab(accountant: User, user_with: Signed) -> Lab:
    return make_lab(accountant, user_with)


def make_lab(accountant: User, user_with: Signed) -> Lab:
    firm = Organisation.objects.create(name="Alfa Prova srl", kind="company")
    laser = domain.record_chargeable(
        "laser", "machine", "Laser a letto di polvere", by=accountant, name_en="Powder-bed laser"
    )
    course = domain.record_chargeable(
        "course", "training", "Corso di sicurezza", by=accountant, name_en="Safety course"
    )
    prices = priced({laser: "60", course: "50"}, by=accountant)
    first = domain.record_account(firm, "A-1", "Ordine 1", LONG_AGO, by=accountant)
    second = domain.record_account(firm, "A-2", "Ordine 2", LONG_AGO, by=accountant)
    project = domain.record_project(
        firm, "Staffe", LONG_AGO, {first: Decimal(60), second: Decimal(40)}, by=accountant,
        user_class="sme",
    )  # fmt: skip
    member = user_with(Role.COMPANY_MEMBER, firm)
    return Lab(firm, laser, course, prices, first, second, project, member, accountant)


def priced(
    amounts: dict[Chargeable, str], *, by: User, since: dt.date = LONG_AGO, publish: bool = True
) -> PriceList:
    prices = domain.record_price_list("Listino di prova", since, by=by, name_en="Trial price list")
    for chargeable, amount in amounts.items():
        basis = "each" if chargeable.kind == "training" else "hourly"
        domain.record_rate(prices, chargeable, "sme", Decimal(amount), by=by, basis=basis)
    return domain.publish_price_list(prices, by=by) if publish else prices


@pytest.fixture
def only_rate(lab: Lab) -> Callable[..., Rate]:
    """The laser's only price, in place of the others: from a day on, with these options."""

    def make(amount: str = "60", since: dt.date = dt.date(2021, 1, 1), **options: object) -> Rate:
        prices = domain.record_price_list("Altro listino", since, by=lab.accountant)
        rate = domain.record_rate(
            prices, lab.laser, "sme", Decimal(amount), by=lab.accountant, **options
        )
        domain.publish_price_list(prices, by=lab.accountant)
        rate.refresh_from_db()
        return rate

    return make


@pytest.fixture
def sign_in() -> Callable[[User | None], Client]:
    def signed(user: User | None) -> Client:
        client = Client()
        if user:
            client.force_login(user)
        return client

    return signed
