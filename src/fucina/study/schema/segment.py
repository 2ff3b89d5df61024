"""A demand segment: a kind of user, how many there are, and how many of them would come."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.record import Id, Named


class Segment(Named):
    kind: Literal["large-firm", "sme", "start-up", "researcher", "student"]
    description: Text
    source: Id


ATTRIBUTES = (
    Attribute("size", ("1",), Text("quanti sono nel bacino", "how many there are in the area")),
    Attribute(
        "adoption",
        ("share",),
        Text(
            "quota che in un anno ricorre al centro a regime",
            "share that turns to the centre in a year at full operation",
        ),
        maximum=1,
    ),
)
