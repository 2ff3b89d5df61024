"""A location hypothesis: one hub, a hub with satellites, a diffuse network, or the two baselines."""

from typing import Literal

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.record import Id, Named


class Location(Named):
    """``do-nothing`` builds nothing; ``do-minimum`` uses rooms at ``seat`` for the smallest strategy."""

    kind: Literal["do-nothing", "do-minimum", "hub", "hub-satellites", "diffuse"]
    description: Text
    seat: Id | None = None
    source: Id


ATTRIBUTES = (
    Attribute(
        "main_share",
        ("share",),
        Text(
            "quota delle attività nella sede principale", "share of the activity at the main seat"
        ),
        maximum=1,
    ),
    Attribute("sites", ("1",), Text("numero di sedi", "number of sites"), minimum=0, maximum=12),
    Attribute(
        "split_cost",
        ("share",),
        Text(
            "costo in più per ogni sede oltre la prima",
            "extra cost for every site beyond the first",
        ),
        maximum=1,
    ),
    Attribute(
        "works_share",
        ("share",),
        Text(
            "quota di lavori e terreno che serve davvero (1 se manca)",
            "share of works and land that is really needed (1 if absent)",
        ),
        maximum=1,
        required=False,
    ),
)
