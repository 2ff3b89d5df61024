"""Says things in one language: the numbers, names, charts and tables that every chapter uses."""

from collections.abc import Sequence
from functools import cached_property

from fucina.documents.charts import Chart
from fucina.documents.numbers import NBSP, millions, number, percent
from fucina.documents.report import Figure, TableBlock
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text
from fucina.study.report.charts import charts
from fucina.study.report.names import Names
from fucina.study.report.tables import alternative_names
from fucina.study.result import Combination, Estimated, Result
from fucina.study.schema import Study


class Writer:
    """A study, its result and a language."""

    def __init__(self, study: Study, result: Result, language: Language) -> None:
        self.study = study
        self.result = result
        self.language: Language = language
        self.names = Names(study)
        self.alternatives = alternative_names(result)

    @cached_property
    def charts(self) -> dict[str, Chart]:
        return charts(self.study, self.result)

    def say(self, italian: str, english: str, **numbers: str) -> str:
        return (italian if self.language == "it" else english).format(**numbers)

    def text(self, text: Text) -> str:
        return text[self.language]

    def chance(self, estimate: Estimated, digits: int = 0) -> str:
        """A probability with its standard error."""
        value = percent(estimate.value, self.language, digits)
        if estimate.se == 0:
            return value
        error = percent(estimate.se, self.language, 1)
        return f"{value}{NBSP}±{NBSP}{error}"

    def euro(self, amount: float) -> str:
        return millions(
            amount, self.language, self.study.header.currency, 0 if abs(amount) >= 1e7 else 1
        )

    def integer(self, amount: float) -> str:
        return number(amount, self.language)

    def chart(self, name: str) -> list[Figure]:
        """The chart as a figure; none where the run has nothing to show in it."""
        found = self.charts.get(name)
        return [] if found is None else [Figure(found, self.text(found.title))]

    def table(self, table: Table, only: Sequence[str] = ()) -> TableBlock:
        """A table, or some of its columns."""
        if only:
            columns: list[Column] = [c for c in table.columns if c.key in only]
            table = Table(table.name, table.title, columns, table.rows)
        return TableBlock(table, self.text(table.title))

    @property
    def seat(self) -> str:
        return self.text(self.names.seat(self.result.decision.seat))

    @property
    def chosen(self) -> Combination:
        decision, central = self.result.decision, self.study.central_strategy.id
        return next(
            c
            for c in self.result.finance.combinations
            if c.alternative == decision.recommended and c.strategy == central
        )
