"""A governance model under study: a legal form, its bodies, its resolutions and what it costs and allows."""

from typing import Literal

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named, Record


class Body(Record):
    """A body of a form. ``seats`` says how many members each stakeholder appoints, where that is proposed;
    a body that decides by ``majority`` of its members is then a voting game of its own."""

    name: Text
    kind: Literal["assembly", "board", "committee", "direction", "audit"]
    role: Text
    seats: dict[Id, int] = Field(default_factory=dict)
    majority: float = Field(default=0.5, ge=0, lt=1)


class Form(Named):
    """``form`` is the id of a legal form of :mod:`fucina.methods.statute`."""

    form: str
    fit: Text
    body: list[Body] = Field(default_factory=list)
    source: Id


def _score(name: str, italian: str, english: str) -> Attribute:
    return Attribute(name, ("score",), Text(italian, english), maximum=10, required=False)


ATTRIBUTES = (
    Attribute(
        "setup_months",
        ("month",),
        Text("mesi per costituirla", "months to set it up"),
        required=False,
    ),
    Attribute(
        "setup_cost",
        money(),
        Text("costi di costituzione", "cost of setting it up"),
        required=False,
    ),
    Attribute(
        "running_cost",
        money("year"),
        Text("costo annuo di organi e adempimenti", "yearly cost of bodies and duties"),
        required=False,
    ),
    Attribute(
        "membership",
        ("x",),
        Text(
            "adesioni rispetto a quelle della strategia (1 se manca)",
            "members against those of the strategy (1 if absent)",
        ),
        required=False,
    ),
    _score(
        "agility",
        "rapidità nel decidere e nel cambiare (0-10)",
        "speed to decide and to change (0-10)",
    ),
    _score(
        "assets",
        "attitudine a possedere edifici e macchine (0-10)",
        "fitness to own buildings and machines (0-10)",
    ),
    _score(
        "openness",
        "apertura a nuovi soci e alle piccole imprese (0-10)",
        "openness to new members and small firms (0-10)",
    ),
)
"""A score is needed where a criterion of the same name is judged on the forms."""
