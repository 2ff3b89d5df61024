"""A service line of the centre: what it offers, to whom, with how many people and how much room."""

from typing import Literal

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named

Audience = Literal["firm", "start-up", "researcher", "student", "partner"]


class Service(Named):
    """``unit_name`` is what one unit of volume is: a project, an hour, a seat, a workstation."""

    kind: Literal["transfer", "pilot-line", "access", "projects", "training", "school", "incubator"]
    description: Text
    unit_name: Text
    audience: list[Audience] = Field(min_length=1)
    sources: list[Id] = Field(min_length=1)


ATTRIBUTES = (
    Attribute("area", ("m2",), Text("superficie", "floor area")),
    Attribute("staff", ("FTE",), Text("personale a regime", "staff at full operation")),
    Attribute(
        "volume", ("unit/year",), Text("volume annuo a regime", "yearly volume at full operation")
    ),
    Attribute(
        "price",
        money("unit"),
        Text("prezzo unitario pagato dalle imprese", "unit price paid by firms"),
    ),
    Attribute(
        "grant",
        money("unit"),
        Text("contributo competitivo per unità", "competitive grant per unit"),
        required=False,
    ),
    Attribute(
        "fitting",
        money("m2"),
        Text("arredi e impianti oltre l’edificio", "fittings beyond the building"),
        required=False,
    ),
)
