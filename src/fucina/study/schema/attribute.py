"""What a figure of a noun may be: its unit, its bounds and what it means."""

from dataclasses import dataclass

from fucina.documents.text import Text

MONEY = ("EUR", "USD", "GBP")


@dataclass(frozen=True)
class Attribute:
    """One numeric property of a noun; it drives validation, templates and the reference page."""

    name: str
    units: tuple[str, ...]
    text: Text
    minimum: float = 0.0
    maximum: float = float("inf")
    required: bool = True


def money(per: str = "") -> tuple[str, ...]:
    """The units of an amount, in every currency a study may quote: ``money("m2")`` is EUR/m2, …"""
    return tuple(currency + (f"/{per}" if per else "") for currency in MONEY)
