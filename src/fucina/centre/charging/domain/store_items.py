from collections.abc import Iterator, Sequence

from fucina.centre.charging.domain.earlier import before_subsidy
from fucina.centre.charging.domain.quote import accounts_of
from fucina.centre.charging.domain.quoted import Quote, QuotedItem
from fucina.centre.charging.domain.rate_card import named
from fucina.centre.charging.domain.stored_item import columns_of
from fucina.centre.charging.models import Charge, ChargeItem, ChargeLine, DayPaid, Share


def store_items(charge: Charge, quote: Quote, shares: Sequence[Share]) -> None:
    """The items of a charge, their lines and the days they paid, as they were quoted."""
    stored = ChargeItem.objects.bulk_create(_item(charge, one) for one in quote.items)
    pairs = list(zip(stored, quote.items, strict=True))
    ChargeLine.objects.bulk_create(line for item, one in pairs for line in _lines(item, one))
    accounts = accounts_of(shares)
    DayPaid.objects.bulk_create(
        DayPaid(item=item, day=paid.day, accounts=accounts)
        for item, one in pairs
        for paid in one.bill.days
    )


def _item(charge: Charge, one: QuotedItem) -> ChargeItem:
    return ChargeItem(
        **columns_of(one.item),
        charge=charge,
        rate=one.rate,
        user_class=one.user_class,
        hours=one.bill.hours,
        counted=before_subsidy(one.bill),
        amount=one.amount,
    )


def _lines(item: ChargeItem, one: QuotedItem) -> Iterator[ChargeLine]:
    for position, line in enumerate(one.lines, 1):
        italian, english = named(one.rate, line.name)
        yield ChargeLine(
            item=item,
            position=position,
            rule=line.rule,
            starts=line.start,
            ends=line.end,
            quantity=line.quantity,
            unit=line.unit,
            unit_price=line.unit_price,
            amount=line.amount,
            name=italian,
            name_en=english,
            percent=line.percent,
            tier=line.tier,
            instead=line.instead,
        )
