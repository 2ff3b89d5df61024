"""A case of a reference class: what really happened elsewhere, for the outside view."""

from typing import Literal

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.figure import Kind
from fucina.study.schema.record import Id, Record


class Reference(Record):
    case: str = Field(min_length=1)
    measure: Literal[
        "capex_per_m2", "schedule_factor", "cost_growth", "staff", "members", "industry_share"
    ]
    value: float = Field(gt=0)
    unit: str
    year: int = Field(ge=1990, le=2100)
    kind: Kind
    scope: Text
    source: Id
