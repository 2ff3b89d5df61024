"""Rate cards over intervals of use: what a time, a day or a piece costs, line by line, in cents."""

from fucina.methods.pricing.bill import Bill, Line, Rule, Unit
from fucina.methods.pricing.card import MissingRate, RateCard, local_day
from fucina.methods.pricing.hours import Hours
from fucina.methods.pricing.money import apportion, half_up
from fucina.methods.pricing.price import price, price_of_cancelling
from fucina.methods.pricing.rate import (
    Basis,
    Cancellation,
    Mode,
    Once,
    Price,
    Reduction,
    Rounding,
    Tier,
    Window,
)
from fucina.methods.pricing.session import PaidDay, Past, Session, billed_spans

__all__ = [
    "Basis",
    "Bill",
    "Cancellation",
    "Hours",
    "Line",
    "MissingRate",
    "Mode",
    "Once",
    "PaidDay",
    "Past",
    "Price",
    "RateCard",
    "Reduction",
    "Rounding",
    "Rule",
    "Session",
    "Tier",
    "Unit",
    "Window",
    "apportion",
    "billed_spans",
    "half_up",
    "local_day",
    "price",
    "price_of_cancelling",
]
