"""A figure: a number, how sure it is, and where it comes from. A figure without a source is refused."""

from typing import Literal, Self

from pydantic import Field, model_validator

from fucina.documents.text import Text
from fucina.study.schema.record import Day, Id, Record
from fucina.study.schema.refusal import refuse

Kind = Literal["fact", "derived", "estimate", "proxy", "assumption"]
Confidence = Literal["high", "medium", "low"]
Shape = Literal["fixed", "uniform", "triangular", "pert"]
CURRENCIES = ("EUR", "USD", "GBP")


class Figure(Record):
    """``value`` is the single value, or the mode of a triangular or PERT, or the middle of a uniform."""

    subject: Id
    attribute: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    distribution: Shape = "fixed"
    low: float | None = None
    value: float
    high: float | None = None
    unit: str = Field(min_length=1)
    price_year: int | None = Field(default=None, ge=1990, le=2100)
    kind: Kind
    source: Id
    date: Day
    confidence: Confidence
    owner: Id
    review: Day
    note: Text | None = None

    @property
    def currency(self) -> str | None:
        """The currency of the amount, or nothing where the figure is no amount (an exchange rate is none)."""
        first, *per = self.unit.split("/")
        return first if first in CURRENCIES and not set(per) & set(CURRENCIES) else None

    @model_validator(mode="after")
    def _is_a_distribution(self) -> Self:
        if self.distribution == "fixed":
            if self.low is not None or self.high is not None:
                raise refuse("fixed_with_range")
        elif self.low is None or self.high is None:
            raise refuse("range_missing", distribution=self.distribution)
        elif not self.low <= self.value <= self.high or self.low == self.high:
            raise refuse("range_order", low=self.low, value=self.value, high=self.high)
        return self

    @model_validator(mode="after")
    def _has_a_price_year(self) -> Self:
        if self.currency and self.price_year is None:
            raise refuse("price_year_missing", unit=self.unit)
        if not self.currency and self.price_year is not None:
            raise refuse("price_year_needless", unit=self.unit)
        return self
