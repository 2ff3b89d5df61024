"""An archetype: a centre that exists elsewhere, its size and money, and what it teaches."""

from pydantic import Field

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Named


class Archetype(Named):
    place: Text
    description: Text
    governance: Text
    lesson: Text
    sources: list[Id] = Field(min_length=1)


ATTRIBUTES = (
    Attribute("area", ("m2",), Text("superficie", "floor area"), required=False),
    Attribute("staff", ("FTE",), Text("personale", "staff"), required=False),
    Attribute("members", ("firm",), Text("imprese associate", "member firms"), required=False),
    Attribute("fee", money("year"), Text("quota associativa", "membership fee"), required=False),
    Attribute("capital", money(), Text("investimento", "investment"), required=False),
    Attribute("income", money("year"), Text("entrate annue", "yearly income"), required=False),
    Attribute(
        "industry_share",
        ("share",),
        Text("quota delle entrate dalle imprese", "share of income from industry"),
        maximum=1,
        required=False,
    ),
    Attribute(
        "core_share",
        ("share",),
        Text("quota delle entrate da contributi di base", "share of income from core funding"),
        maximum=1,
        required=False,
    ),
    Attribute(
        "opening_months",
        ("month",),
        Text("mesi dalla decisione all’apertura", "months from the decision to the opening"),
        required=False,
    ),
)
