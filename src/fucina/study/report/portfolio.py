"""The portfolio of service lines: which are core, which borderline, which exterior."""

from collections.abc import Sequence

from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.words import PLACE_IN_PORTFOLIO
from fucina.study.result import Portfolio, Result
from fucina.study.schema import Strategy, Study


def place_of(index: float) -> Text:
    """In every undominated portfolio, in some, or in none."""
    if index >= 1:
        return PLACE_IN_PORTFOLIO["core"]
    return PLACE_IN_PORTFOLIO["borderline" if index > 0 else "exterior"]


def strategy_of(study: Study, result: Result) -> Strategy:
    return next(s for s in study.strategies if s.id == result.decision.strategy)


def own_point(portfolio: Portfolio, strategy: Strategy) -> tuple[float, float]:
    """Net cost and benefit (full euro, present values) of the strategy's own lines."""
    worth = sum(
        values[0]
        for line, values in zip(portfolio.lines, portfolio.values, strict=True)
        if line in strategy.services
    )
    return portfolio.budget * 1e6, worth


def lines_of(lines: Sequence[str], names: Names) -> Text:
    found = [names.of("services", line) for line in lines]
    nothing = Text("nessuna linea", "no line")
    if not found:
        return nothing
    return Text("; ".join(t.it for t in found), "; ".join(t.en for t in found))
