"""What the database forbids, whoever writes: raw SQL, past every check of the program."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from fucina.centre.charging import domain
from fucina.centre.charging.models import PriceList, Project, Rate, RateWindow, Share
from fucina.centre.refusal import Refusal


def run(sql: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE charging_share SET percent = 59.99 WHERE percent = 60",
        "DELETE FROM charging_share WHERE percent = 60",
        "DELETE FROM charging_share",
        "INSERT INTO charging_project (organisation_id, name, active, user_class, valid_from)"
        " SELECT organisation_id, 'Senza quote', TRUE, 'sme', valid_from FROM charging_project",
    ],
)
def test_shares_always_come_to_the_whole(lab, sql) -> None:
    with pytest.raises(IntegrityError, match="per cent"):
        run(sql)

    assert sum(Share.objects.values_list("percent", flat=True)) == 100


def test_shares_may_change_within_a_transaction(lab) -> None:
    run("UPDATE charging_share SET percent = 100 - percent")

    assert [share.percent for share in lab.project.shares.order_by("account")] == [40, 60]


def test_a_project_goes_with_its_shares(lab) -> None:
    Project.objects.get().delete()
    run("SELECT 1")

    assert Share.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_commit_is_refused_too(lab) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Share.objects.filter(percent=60).update(percent=50)

    assert sum(Share.objects.values_list("percent", flat=True)) == 100


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE charging_rate SET amount = 1",
        "UPDATE charging_rate SET published = FALSE",
        "UPDATE charging_rate SET valid_from = valid_from - 1",
        "DELETE FROM charging_rate",
        "UPDATE charging_pricelist SET published = NULL",
        "DELETE FROM charging_pricelist",
        "INSERT INTO charging_ratetier (rate_id, after, amount) SELECT id, 2, 1 FROM charging_rate",
    ],
)
def test_what_is_published_stays(lab, sql) -> None:
    with pytest.raises(DatabaseError):
        run(sql)

    assert Rate.objects.filter(amount=60, published=True).count() == 1


def test_a_published_price_may_end(lab) -> None:
    run("UPDATE charging_rate SET valid_until = '2030-01-01'")

    assert Rate.objects.filter(valid_until="2030-01-01").count() == 2


def test_published_prices_never_overlap(lab) -> None:
    draft = domain.record_price_list("Doppione", lab.day, by=lab.accountant)
    domain.record_rate(draft, lab.laser, "sme", Decimal(1), by=lab.accountant)

    with pytest.raises(IntegrityError, match="published_rates_do_not_overlap"):
        run("UPDATE charging_pricelist SET published = now() WHERE id = %s", draft.pk)

    assert PriceList.objects.filter(published=None).count() == 1


def test_a_list_has_each_price_once(lab) -> None:
    draft = domain.record_price_list("Doppione", lab.day, by=lab.accountant)
    domain.record_rate(draft, lab.laser, "sme", Decimal(1), by=lab.accountant)

    with pytest.raises(Refusal) as refusal:
        domain.record_rate(draft, lab.laser, "sme", Decimal(2), by=lab.accountant)
    domain.record_rate(draft, lab.laser, "sme", Decimal(2), by=lab.accountant, assisted=True)

    assert [problem.code for problem in refusal.value.problems] == ["overlap"]


def test_a_window_is_a_price_or_a_reduction(lab) -> None:
    draft = domain.record_price_list("Bozza", lab.day, by=lab.accountant)
    rate = domain.record_rate(draft, lab.laser, "sme", Decimal(1), by=lab.accountant)

    with pytest.raises(IntegrityError), transaction.atomic():
        RateWindow.objects.create(
            rate=rate, name="x", days=[0], since="10:00", until="11:00", percent=10, amount=3,
            basis="hourly",
        )  # fmt: skip
