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
    Attribute(
        "area",
        ("m2",),
        Text(
            "superficie (se non è detta spazio per spazio)",
            "floor area (unless told space by space)",
        ),
        required=False,
    ),
    Attribute(
        "staff",
        ("FTE",),
        Text(
            "personale a regime (se non è detto posto per posto)",
            "staff at full operation (unless told post by post)",
        ),
        required=False,
    ),
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
        "benefit",
        money("unit"),
        Text(
            "valore economico di un’unità per imprese e società, oltre a quanto pagano",
            "economic value of a unit to firms and society, beyond what they pay",
        ),
        required=False,
    ),
    Attribute(
        "start_months",
        ("month",),
        Text(
            "mesi dall’apertura all’avvio (0 se manca)",
            "months from the opening to its start (0 if absent)",
        ),
        required=False,
    ),
    Attribute(
        "ramp_years",
        ("year",),
        Text(
            "anni per andare a regime (quelli della strategia, se manca)",
            "years to full operation (the strategy’s, if absent)",
        ),
        minimum=0.5,
        required=False,
    ),
    Attribute(
        "fitting",
        money("m2"),
        Text("arredi e impianti oltre l’edificio", "fittings beyond the building"),
        required=False,
    ),
)
