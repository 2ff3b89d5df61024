"""An activity of the programme from the decision to the opening."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.record import Id, Named


class Activity(Named):
    """``seat_figure`` names the seat's figure that gives the duration, where it depends on the seat;
    ``works`` marks the works, which the seat's ``works_time`` lengthens or shortens."""

    description: Text
    after: list[Id]
    seat_figure: Literal["acquisition_months", "permit_months"] | None = None
    form_figure: Literal["setup_months"] | None = None
    """The legal form's figure that gives the duration, where the form has it: setting the entity up."""
    works: bool = False
    building: bool = False
    """Only where a seat is built or fitted out: the two baselines do without it."""
    gate: Text | None = None
    source: Id


ATTRIBUTES = (
    Attribute("duration", ("month",), Text("durata prevista", "planned duration"), required=False),
)
