"""A stored rate as the method of pricing knows it."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from fucina.centre.charging.models import Rate, RateTier, RateWindow
from fucina.methods import pricing


def rate_card(rate: Rate) -> pricing.RateCard:
    """Raises MethodError where its parts do not fit together: windows that overlap, tiers that do not rise."""
    return card_of(rate, rate.windows.all(), rate.tiers.all())


def card_of(
    rate: Rate, windows: Iterable[RateWindow], tiers: Iterable[RateTier]
) -> pricing.RateCard:
    every = list(windows)
    base = pricing.Price(
        rate.amount,
        pricing.Basis(rate.basis),
        rate.fee,
        rate.minimum,
        tuple(pricing.Tier(tier.after, tier.amount) for tier in tiers),
    )
    return pricing.RateCard(
        item=str(rate.chargeable),
        base=base,
        windows=tuple(_window(one) for one in every if one.percent is None),
        reductions=tuple(
            pricing.Reduction(_hours(one), one.percent, _name(one))
            for one in every
            if one.percent is not None
        ),
        subsidy=rate.subsidy,
        cap=rate.cap,
        rounding=pricing.Rounding(rate.rounding),
        mode=pricing.Mode(rate.mode),
        once=pricing.Once(rate.once),
        cancellation=pricing.Cancellation(
            dt.timedelta(minutes=rate.free_minutes), rate.cancellation_fee, rate.cancellation_full
        ),
    )


def named(rate: Rate, key: str) -> tuple[str, str]:
    """The Italian and the English name of a window, from the name that a line of a bill carries."""
    found = next((one for one in rate.windows.all() if _name(one) == key), None)
    return (found.name, found.name_en) if found else ("", "")


def _window(window: RateWindow) -> pricing.Window:
    price = pricing.Price(
        window.amount or Decimal(0), pricing.Basis(window.basis), window.fee, window.minimum
    )
    return pricing.Window(_hours(window), price, _name(window))


def _hours(window: RateWindow) -> pricing.Hours:
    return pricing.Hours(frozenset(window.days), window.since, window.until)


def _name(window: RateWindow) -> str:
    return f"{window.pk or 0}"
