"""A strategy: which service lines the centre offers, and how far it grows."""

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named


class Strategy(Named):
    description: Text
    archetype: Text
    model: Id | None = Field(default=None, description="the archetype that it follows")
    services: list[Id]
    central: bool = Field(
        default=False, description="the strategy under which the seats are compared; exactly one"
    )
    minimum: bool = Field(default=False, description="what the do-minimum does; exactly one")
    source: Id


ATTRIBUTES = (
    Attribute("scale", ("x",), Text("scala delle linee di servizio", "scale of the service lines")),
    Attribute("members", ("firm",), Text("imprese associate all’avvio", "member firms at launch")),
    Attribute(
        "fee",
        money("year"),
        Text("quota associativa annua", "yearly membership fee"),
        required=True,
    ),
    Attribute(
        "ramp_years",
        ("year",),
        Text("anni per andare a regime", "years to full operation"),
        minimum=1,
    ),
    Attribute(
        "breadth",
        ("score",),
        Text("ampiezza del mandato (0-10)", "breadth of the mandate (0-10)"),
        maximum=10,
        required=False,
    ),
)
