"""Says things in one language: the numbers, names, charts and tables that every chapter uses."""

from collections.abc import Sequence
from functools import cached_property

from fucina.documents.charts import Chart
from fucina.documents.numbers import NBSP, millions, money, number, percent
from fucina.documents.report import Figure, Heading, TableBlock
from fucina.documents.tables import Column, Table
from fucina.documents.text import Language, Text
from fucina.study.report.charts import charts
from fucina.study.report.names import Names
from fucina.study.report.proposal import proposed
from fucina.study.report.tables import alternative_names
from fucina.study.report.tables.columns import READ
from fucina.study.result import Combination, Estimated, Result, Spread
from fucina.study.schema import Study

SMALL = 0.0005
"""A standard error under this is not told apart from nothing."""


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
        small = estimate.se < SMALL
        error = (
            f"<{NBSP}{percent(2 * SMALL, self.language, 1)}"
            if small
            else percent(estimate.se, self.language, 1)
        )
        return f"{value}{NBSP}±{NBSP}{error}"

    def euro(self, amount: float) -> str:
        """An amount as one says it: millions, or full euro where there are few."""
        currency = self.study.header.currency
        if 0 < abs(amount) < 1e5:
            return money(amount, self.language, currency)
        return millions(amount, self.language, currency, 0 if abs(amount) >= 1e7 else 1)

    def percent(self, share: float, digits: int = 0) -> str:
        return percent(share, self.language, digits)

    def integer(self, amount: float) -> str:
        return number(amount, self.language)

    def chart(self, name: str, note: str | None = None) -> list[Figure]:
        """The chart as a figure; none where the run has nothing to show in it."""
        found = self.charts.get(name)
        return [] if found is None else [Figure(found, self.text(found.title), note)]

    def table(
        self, table: Table, only: Sequence[str] = (), *, rows: int | None = None
    ) -> list[TableBlock]:
        """A table, or some of its columns and its first rows; none where it is empty.

        Among ``only`` may be columns that are for readers alone, where the rows have them.
        """
        if not table.rows:
            return []
        columns: Sequence[Column] = table.columns
        if only:
            known = {c.key: c for c in (*table.columns, *READ)}
            columns = [known[key] for key in only]
        kept = table.rows[:rows]
        note = None
        if len(kept) < len(table.rows):
            note = self.say(
                "Le prime {n} righe di {all}; le altre sono nel file {file}.",
                "The first {n} rows of {all}; the others are in the file {file}.",
                n=self.integer(len(kept)),
                all=self.integer(len(table.rows)),
                file=f"tables/{table.name}.csv",
            )
        shown = Table(table.name, table.title, columns, kept)
        return [TableBlock(shown, self.text(table.title), note)]

    def heading(self, italian: str, english: str) -> Heading:
        return Heading(self.say(italian, english))

    def spread(self, found: Spread) -> str:
        """A median amount with nine cases in ten."""
        return self.say(
            "{m} (nove casi su dieci fra {a} e {b})",
            "{m} (nine cases in ten between {a} and {b})",
            m=self.euro(found.p50),
            a=self.euro(found.p05),
            b=self.euro(found.p95),
        )

    def named(self, plural: str, identity: str) -> str:
        return self.text(self.names.of(plural, identity))

    def factor(self, value: float) -> str:
        return number(value, self.language, 2)

    @property
    def seat(self) -> str:
        return self.text(self.names.seat(self.result.decision.seat))

    @property
    def chosen(self) -> Combination:
        return proposed(self.result)
