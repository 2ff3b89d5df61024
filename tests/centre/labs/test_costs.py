"""What a booking costs the database."""

from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.centre.labs.calendars import filled
from tests.centre.labs.conftest import LONG_AGO, at

from fucina.centre.charging import domain as charging
from fucina.centre.labs.domain import Item, book
from fucina.centre.people.enums import Role
from fucina.centre.people.models import User

FRAMES = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SET CONSTRAINTS")


def queries_of(lab, user: User, things, start: str, end: str, **more) -> list[str]:
    """Without those that only frame a transaction."""
    fresh = User.objects.get(pk=user.pk)
    assert fresh.person
    with CaptureQueriesContext(connection) as captured:
        book(things, at(start), at(end), by=fresh, organisation=lab.firm, **more)
    told = [one["sql"] for one in captured]
    return [sql for sql in told if not sql.startswith(FRAMES)]


def test_booking_takes_at_most_twelve_queries(lab, ada, printer) -> None:
    assert len(queries_of(lab, ada, [printer], "09:00", "10:00")) <= 12


def test_bundle_takes_at_most_twelve_queries(lab, ada, printer) -> None:
    """Machine + room + expert + accessory."""
    lab.rules(max_daily_bookings=3, gap_minutes=5)
    bundle = [
        printer, Item(lab.room("Sala", 6)), lab.expert(lab.user("elsa", "lecturer")),
        lab.accessory("Calibri", 3),
    ]  # fmt: skip

    assert len(queries_of(lab, ada, bundle, "09:00", "10:00")) <= 12


def test_queries_do_not_grow_with_what_is_booked(lab, ada, printer) -> None:
    before = len(queries_of(lab, ada, [printer], "09:00", "10:00"))
    filled(lab, 300)

    assert len(queries_of(lab, ada, [printer], "10:00", "11:00")) == before


def test_charged_booking(lab, ada, printer) -> None:
    """With a project, price and payer: what charging adds is counted too."""
    accountant = lab.user("conti", Role.ACCOUNTANT)
    chargeable = charging.record_chargeable("printer", "machine", "Stampante", by=accountant)
    prices = charging.record_price_list("Listino", LONG_AGO, by=accountant)
    charging.record_rate(prices, chargeable, "sme", Decimal(60), by=accountant)
    charging.publish_price_list(prices, by=accountant)
    printer.chargeable = chargeable
    printer.save()
    account = charging.record_account(lab.firm, "A-1", "Ordine", LONG_AGO, by=accountant)
    project = charging.record_project(
        lab.firm, "Staffe", LONG_AGO, {account: Decimal(100)}, by=accountant, user_class="sme"
    )

    told = queries_of(lab, ada, [printer], "09:00", "10:00", project=project)

    assert len(told) <= 20, "\n".join(told)
