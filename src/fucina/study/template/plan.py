"""What a new study begins with: the answers of the guide, before any of it is a file."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fucina.documents.text import Text

StakeholderKind = Literal["business", "chamber", "university", "foundation", "company", "public"]
Works = Literal["new", "refurbish", "lease"]


@dataclass(frozen=True)
class Party:
    """An institution that takes part in the decision."""

    name: Text
    kind: StakeholderKind = "public"


@dataclass(frozen=True)
class Place:
    """A candidate seat. ``lat`` and ``lon`` are degrees; how wrong they may be is said with them."""

    name: Text
    lat: float
    lon: float
    works: Works = "refurbish"
    error_m: float = 500


@dataclass(frozen=True)
class Plan:
    """At least one party, two places and one service; ``services`` and ``archetype`` are ids of the example."""

    name: Text
    question: Text
    place: Text
    as_of: date
    price_year: int
    first_year: int
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    services: tuple[str, ...]
    archetype: str | None = None
