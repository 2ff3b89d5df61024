"""An item as it is kept, in a charge or until it can be charged, and as it is asked about again."""

import datetime as dt
from typing import Any

from fucina.centre.charging.domain.asked import Item
from fucina.centre.charging.models import ChargeItem, UnsettledItem


def columns_of(item: Item) -> dict[str, Any]:
    return {
        "chargeable": item.chargeable,
        "assisted": item.assisted,
        "quantity": item.quantity,
        "starts": item.start,
        "ends": item.end,
        "used": None
        if item.used is None
        else [[moment.isoformat() for moment in span] for span in item.used],
        "cancelled": item.cancelled,
    }


def item_of(row: ChargeItem | UnsettledItem) -> Item:
    return Item(
        chargeable=row.chargeable,
        start=row.starts,
        end=row.ends,
        assisted=row.assisted,
        quantity=row.quantity,
        user_class=row.user_class,
        used=None if row.used is None else tuple(_span(pair) for pair in row.used),
        cancelled=row.cancelled,
    )


def _span(pair: list[str]) -> tuple[dt.datetime, dt.datetime]:
    return dt.datetime.fromisoformat(pair[0]), dt.datetime.fromisoformat(pair[1])
