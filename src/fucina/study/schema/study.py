"""The study as a whole: its header and its nouns, with look-ups by id."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Literal

from pydantic import ConfigDict, Field

from fucina.documents.text import Text
from fucina.study.schema.activity import Activity
from fucina.study.schema.archetype import Archetype
from fucina.study.schema.correlation import Correlation
from fucina.study.schema.course import Course
from fucina.study.schema.criterion import Criterion
from fucina.study.schema.dataset import Dataset, Municipality, Zone
from fucina.study.schema.degree import Degree
from fucina.study.schema.figure import Figure
from fucina.study.schema.form import Form
from fucina.study.schema.funding import Funding
from fucina.study.schema.gate import Gate
from fucina.study.schema.location import Location
from fucina.study.schema.machine import Machine
from fucina.study.schema.milestone import Milestone
from fucina.study.schema.owner import Owner
from fucina.study.schema.parameter import Parameter
from fucina.study.schema.post import Post
from fucina.study.schema.record import Day, Latitude, Longitude, Named, Record
from fucina.study.schema.reference import Reference
from fucina.study.schema.risk import Risk
from fucina.study.schema.seat import Seat
from fucina.study.schema.segment import Segment
from fucina.study.schema.service import Service
from fucina.study.schema.source import Source
from fucina.study.schema.space import Space
from fucina.study.schema.stakeholder import Stakeholder
from fucina.study.schema.strategy import Strategy
from fucina.study.schema.travel_time import TravelTime
from fucina.study.schema.use import Use


class Landmark(Record):
    """A place the seats are measured against, such as a university's engineering site."""

    name: Text
    lat: Latitude
    lon: Longitude
    measure: Literal["university", "orientation"]
    source: str


class Header(Named):
    """``study.toml``: what is asked, as of when, in which money."""

    question: Text
    place: Text
    summary: Text
    as_of: Day
    currency: Literal["EUR"]
    price_year: int = Field(ge=1990, le=2100)
    first_year: int = Field(ge=1990, le=2100)
    horizon_years: int = Field(ge=5, le=60)
    """Years of operation appraised, counted from the opening."""
    quota_note: Text
    landmark: list[Landmark] = Field(min_length=1)


class Study(Record):
    """A whole study, read from a folder and checked: every reference in it is known to hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    header: Header
    sources: list[Source]
    owners: list[Owner]
    stakeholders: list[Stakeholder]
    criteria: list[Criterion]
    seats: list[Seat]
    locations: list[Location]
    services: list[Service]
    machines: list[Machine]
    courses: list[Course]
    strategies: list[Strategy]
    spaces: list[Space] = []
    posts: list[Post] = []
    segments: list[Segment] = []
    uses: list[Use] = []
    degrees: list[Degree] = []
    archetypes: list[Archetype] = []
    forms: list[Form]
    funding: list[Funding] = []
    parameters: list[Parameter]
    activities: list[Activity]
    gates: list[Gate] = []
    milestones: list[Milestone]
    references: list[Reference]
    risks: list[Risk]
    correlations: list[Correlation] = []
    datasets: list[Dataset]
    municipalities: list[Municipality]
    zones: list[Zone]
    travel_times: list[TravelTime] = []
    boundaries: dict[str, Any]
    figures: dict[str, Figure]
    """Every figure by its key ``<plural>.<subject>.<attribute>``, e.g. ``seats.ogr.capacity``."""

    def figure(self, plural: str, subject: str, attribute: str = "value") -> Figure | None:
        return self.figures.get(f"{plural}.{subject}.{attribute}")

    def need(self, plural: str, subject: str, attribute: str = "value") -> Figure:
        """The figure, which checking the folder has made sure of."""
        return self.figures[f"{plural}.{subject}.{attribute}"]

    @cached_property
    def central_strategy(self) -> Strategy:
        return next(s for s in self.strategies if s.central)

    @cached_property
    def minimum_strategy(self) -> Strategy:
        return next(s for s in self.strategies if s.minimum)

    @cached_property
    def candidates(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.status == "candidate"]

    def named(self, plural: str) -> dict[str, Named]:
        records: Sequence[Named] = getattr(self, plural)
        return {record.id: record for record in records}
