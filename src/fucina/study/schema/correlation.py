"""A correlation: two uncertain figures that move together, and how strongly."""

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.record import Id, Record


class Correlation(Record):
    """``value`` is the rank correlation (Spearman) of the figures whose keys are ``first`` and ``second``."""

    id: Id
    first: str = Field(min_length=1)
    second: str = Field(min_length=1)
    value: float = Field(ge=-1, le=1)
    source: Id
    note: Text
