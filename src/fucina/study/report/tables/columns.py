"""What tables have in common: rows, shared labels, columns of a spread."""

from collections.abc import Iterator

from fucina.documents.tables import Column, Value
from fucina.documents.text import Text
from fucina.documents.units import unit_label
from fucina.study.result import Result, Spread

Row = dict[str, Value]

SE = Text("errore standard", "standard error")
PROBABILITY = Text("probabilità di essere la migliore", "probability of being best")
ALTERNATIVE = Text("Alternativa", "Alternative")


def unit(name: str) -> Text:
    """A unit as a reader writes it; the file keeps both languages."""
    return Text(unit_label(name, "it") or "–", unit_label(name, "en") or "–")


def alternative_names(result: Result) -> dict[str, Text]:
    return {a.id: a.name for a in result.alternatives}


def spread(found: Spread) -> Row:
    return {
        "mean": found.mean,
        "se": found.se,
        "p05": found.p05,
        "p50": found.p50,
        "p95": found.p95,
    }


def spread_columns(digits: int) -> Iterator[Column]:
    labels = {
        "mean": Text("media", "mean"),
        "se": SE,
        "p05": Text("P5", "P5"),
        "p50": Text("P50", "P50"),
        "p95": Text("P95", "P95"),
    }
    for key, label in labels.items():
        yield Column(key, label, "number", digits)


def joined(names: list[Text]) -> Text | None:
    if not names:
        return None
    return Text(", ".join(n.it for n in names), ", ".join(n.en for n in names))
