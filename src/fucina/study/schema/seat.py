"""A candidate seat of the centre's headquarters."""

from typing import Literal, Self

from pydantic import Field, model_validator

from fucina.documents.text import Text
from fucina.study.schema.attribute import Attribute, money
from fucina.study.schema.record import Id, Latitude, Longitude, Named
from fucina.study.schema.refusal import refuse


class Seat(Named):
    """``works`` says which of the seat's costs apply: land is bought for a new building, and so on."""

    lat: Latitude
    lon: Longitude
    coordinate_error_m: float = Field(gt=0)
    coordinate_source: Id
    works: Literal["new", "refurbish", "lease"]
    status: Literal["candidate", "excluded"]
    exclusion: Text | None = None
    owner: Text
    facts: Text
    constraints: Text
    sources: list[Id] = Field(min_length=1)

    @model_validator(mode="after")
    def _says_why_it_is_excluded(self) -> Self:
        if (self.status == "excluded") != (self.exclusion is not None):
            raise refuse("exclusion_mismatch")
        return self


def _score(name: str, italian: str, english: str) -> Attribute:
    return Attribute(name, ("score",), Text(italian, english), maximum=10)


ATTRIBUTES = (
    Attribute("capacity", ("m2",), Text("superficie utilizzabile", "usable floor area")),
    Attribute(
        "hall_capacity",
        ("m2",),
        Text(
            "superficie adatta a macchine pesanti (tutta, se manca)",
            "floor fit for heavy machines (all of it, if absent)",
        ),
        required=False,
    ),
    Attribute(
        "land_cost",
        money("m2"),
        Text("terreno, per m² di lotto", "land, per m² of plot"),
        required=False,
    ),
    Attribute(
        "rent", money("m2/year"), Text("canone annuo per m²", "yearly rent per m²"), required=False
    ),
    Attribute(
        "works_factor",
        ("x",),
        Text(
            "costo dei lavori rispetto alla classe di riferimento",
            "cost of works against the reference class",
        ),
    ),
    Attribute(
        "works_time",
        ("x",),
        Text(
            "durata dei lavori rispetto a una costruzione nuova (1 se manca)",
            "duration of works against a new building (1 if absent)",
        ),
        required=False,
    ),
    Attribute(
        "remediation", money("m2"), Text("bonifica, per m² di lotto", "remediation, per m² of plot")
    ),
    Attribute(
        "acquisition_months",
        ("month",),
        Text("mesi per ottenere la disponibilità", "months to obtain the site"),
    ),
    Attribute(
        "permit_months",
        ("month",),
        Text("mesi per permessi e bonifica", "months for permits and remediation"),
    ),
    _score("tenure", "certezza della disponibilità (0-10)", "certainty of tenure (0-10)"),
    _score(
        "ground", "assenza di vincoli e contaminazione (0-10)", "freedom from constraints (0-10)"
    ),
    _score("regeneration", "valore di rigenerazione urbana (0-10)", "regeneration value (0-10)"),
)
