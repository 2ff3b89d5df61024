"""A space of the area programme: which function needs how much floor, and what floor it must be."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.record import Id, Named

SpaceKind = Literal["hall", "laboratory", "classroom", "office", "workshop", "common"]


class Space(Named):
    """A ``hall`` carries heavy machines: it needs a seat's ``hall_capacity`` where the seat gives one."""

    service: Id
    kind: SpaceKind


ATTRIBUTES = (Attribute("area", ("m2",), Text("superficie", "floor area")),)
