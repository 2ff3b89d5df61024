"""A post of the staffing plan: what people do for a service line, how many, at what cost."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named


class Post(Named):
    service: Id
    kind: Literal["management", "research", "technician", "trainer", "administration"]


ATTRIBUTES = (
    Attribute(
        "fte", ("FTE",), Text("addetti a tempo pieno a regime", "full-time posts at full operation")
    ),
    Attribute(
        "cost", money("year"), Text("costo annuo pieno per addetto", "full yearly cost of one post")
    ),
)
