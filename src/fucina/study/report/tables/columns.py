"""What tables have in common: rows, shared labels, columns of a spread."""

from collections.abc import Iterator

from fucina.documents.numbers import quantity
from fucina.documents.tables import Column, Value
from fucina.documents.text import Text
from fucina.documents.units import unit_label
from fucina.study.result import Result, Spread
from fucina.study.schema import Figure

Row = dict[str, Value]

SE = Text("errore standard", "standard error")
PROBABILITY = Text("probabilità di essere la migliore", "probability of being best")
ALTERNATIVE = Text("Alternativa", "Alternative")


def unit(name: str) -> Text:
    """A unit as a reader writes it; the file keeps both languages."""
    return Text(unit_label(name, "it") or "–", unit_label(name, "en") or "–")


READ = (
    Column("told", Text("Valore", "Value")),
    Column("told_break_even", Text("pareggio", "break-even")),
)
"""Values with their unit, as one says them: only for readers; files hold the number and the unit apart."""


def told(value: float | None, unit: str) -> Text | None:
    if value is None:
        return None
    digits = _digits(value * 100 if unit == "share" else value)
    return Text(quantity(value, unit, "it", digits), quantity(value, unit, "en", digits))


def told_figure(figure: Figure) -> Text | None:
    """The value, and between which bounds where it is uncertain."""
    value = told(figure.value, figure.unit)
    bare = "share" if figure.unit == "share" else "1"
    low, high = told(figure.low, bare), told(figure.high, bare)
    if value is None or low is None or high is None:
        return value
    return Text(f"{value.it} ({low.it}–{high.it})", f"{value.en} ({low.en}–{high.en})")


def _digits(value: float) -> int:
    """As many as tell something: none for whole and large numbers."""
    if abs(value) >= 1000 or value == round(value):
        return 0
    return 1 if abs(value) >= 10 else 2 if abs(value) >= 0.1 else 4


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
