"""A risk: probability A-E, severity I-V, the figure that carries it and what is done about it."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.figure import Kind
from fucina.study.schema.record import Id, Named


class Risk(Named):
    """``carrier`` is the key of the figure whose spread already carries this risk, if one does."""

    cause: Text
    effect: Text
    probability: Literal["A", "B", "C", "D", "E"]
    severity: Literal["I", "II", "III", "IV", "V"]
    mitigation: Text
    residual_probability: Literal["A", "B", "C", "D", "E"]
    residual_severity: Literal["I", "II", "III", "IV", "V"]
    carrier: str | None = None
    kind: Kind
    source: Id
    owner: Id
