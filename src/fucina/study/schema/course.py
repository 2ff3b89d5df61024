"""A course that the study plans: for firms, or a year of the Makers' School."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named


class Course(Named):
    service: Id
    kind: Literal["company", "degree"]
    description: Text


ATTRIBUTES = (
    Attribute("hours", ("h",), Text("ore per edizione", "hours per edition"), minimum=1),
    Attribute("places", ("person",), Text("posti per edizione", "places per edition"), minimum=1),
    Attribute("editions", ("1/year",), Text("edizioni l’anno", "editions a year")),
    Attribute(
        "cost",
        money("h"),
        Text("costo per ora-allievo", "cost per student-hour"),
        required=False,
    ),
)
