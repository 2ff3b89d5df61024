"""A machine that the study plans for a service line."""

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named


class Machine(Named):
    service: Id
    description: Text


ATTRIBUTES = (
    Attribute("quantity", ("1",), Text("numero", "quantity"), minimum=1),
    Attribute("price", money(), Text("prezzo d’acquisto, ciascuna", "purchase price, each")),
    Attribute("life", ("year",), Text("vita utile", "useful life"), minimum=1),
    Attribute(
        "rate", money("h"), Text("tariffa oraria prevista", "planned hourly rate"), required=False
    ),
)
