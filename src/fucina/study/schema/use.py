"""A use: how much of a service line one adopter of a demand segment takes in a year."""

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.record import Id, Named


class Use(Named):
    """A service line that has uses sells no more than they ask for; one without sells what it plans."""

    segment: Id
    service: Id


ATTRIBUTES = (
    Attribute(
        "units",
        ("unit/year",),
        Text("unità l’anno per ciascun utente", "units a year for each adopter"),
    ),
)
