"""A chart: a Vega-Lite specification for a language and a width, and the data it shows."""

from collections.abc import Callable
from dataclasses import dataclass

from fucina.documents.tables import Table
from fucina.documents.text import Language, Text

Spec = dict[str, object]


@dataclass(frozen=True)
class Chart:
    """`alt` is a sentence that says what the chart shows; `table` holds every number in it."""

    name: str
    title: Text
    alt: Text
    build: Callable[[Language, int], Spec]
    table: Table
