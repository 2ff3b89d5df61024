"""A dataset: a table of the folder whose figures share one source, date and confidence."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fucina.documents.text import Text
from fucina.study.schema.figure import Confidence, Kind
from fucina.study.schema.record import Day, Id, Latitude, Longitude, Named, Record

IstatCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]


class Dataset(Named):
    file: Literal["municipalities.csv", "zones.csv", "travel_times.csv", "boundaries.geojson"]
    column: str
    unit: str
    kind: Kind
    source: Id
    date: Day
    confidence: Confidence
    owner: Id
    review: Day
    note: Text


class Municipality(Record):
    """A demand point. Which column stands for demand, and how well, its dataset says; ``local_units`` and
    ``employees`` of manufacturing are imported from ISTAT, or left out."""

    istat_code: IstatCode
    name: str = Field(min_length=1)
    lat: Latitude
    lon: Longitude
    area_km2: float = Field(gt=0)
    population: float = Field(ge=0)
    population_15_64: float = Field(ge=0)
    local_units: float | None = Field(default=None, ge=0)
    """Places where manufacturing firms work (``fucina study import local-units``)."""
    employees: float | None = Field(default=None, ge=0)
    """Persons who work there, mean of the year."""


class Zone(Record):
    """A cell of a large municipality: its share of that municipality's demand is a proxy."""

    id: Id
    istat_code: IstatCode
    name: str = Field(min_length=1)
    lat: Latitude
    lon: Longitude
    stops: int = Field(ge=0)
