"""Inputs: every figure that the combination rests on, in the draw that is told; the only cells to write in."""

from dataclasses import dataclass

from fucina.documents.text import Text
from fucina.documents.units import unit_label
from fucina.study.report.names import Names
from fucina.study.report.words import CONFIDENCE, KIND
from fucina.study.sampling import Sample
from fucina.study.schema import DEFAULTS, NOUNS, PARAMETERS, Figure
from fucina.study.workbook import style
from fucina.study.workbook.book import Book, Formula, Sheet, Value
from fucina.study.workbook.formula import ONE

PLACES = {noun.plural: i for i, noun in enumerate(NOUNS)}
COLUMNS = (
    Text("Chiave", "Key"),
    Text("Che cosa", "What"),
    Text("Valore", "Value"),
    Text("Unità", "Unit"),
    Text("Nella valuta e ai prezzi dello studio", "In the study’s currency and prices"),
    Text("Valore unico del piano", "The plan’s single value"),
    Text("Minimo", "Low"),
    Text("Massimo", "High"),
    Text("Natura", "Kind"),
    Text("Confidenza", "Confidence"),
    Text("Fonte", "Source"),
    Text("Data", "Date"),
)


@dataclass(frozen=True)
class Circumstance:
    """Something the model needs that is no figure of the study: computed elsewhere, drawn, or assumed by the model."""

    key: str
    text: Text
    value: float
    unit: str
    origin: Text


class Inputs:
    """What formulas ask for by name, like a :class:`~fucina.study.sampling.Sample` that answers with names of cells.

    Where the study gives no figure, the default stands in the formula itself; it is nothing or one.
    """

    def __init__(self, book: Book, sample: Sample) -> None:
        self.book, self.sample = book, sample
        self._figures: dict[str, str] = {}
        self._circumstances: dict[str, tuple[Circumstance, str]] = {}
        self._converted: set[str] = set()
        self._single: set[str] = set()

    def of(self, plural: str, subject: str, attribute: str = "value", default: str = "") -> str:
        """The name of a figure's cell, or the default."""
        key = f"{plural}.{subject}.{attribute}"
        if self.sample.study.figure(plural, subject, attribute) is None:
            if not default:
                raise KeyError(key)
            return default
        if key not in self._figures:
            self._figures[key] = self.book.reserve(_name(key))
        return self._figures[key]

    def money(self, plural: str, subject: str, attribute: str = "value", default: str = "") -> str:
        """The name of an amount in the study's currency and prices, or the default."""
        name = self.of(plural, subject, attribute, default)
        figure = self.sample.study.figure(plural, subject, attribute)
        if figure is not None and self._conversion(figure) != ONE:
            self._converted.add(f"{plural}.{subject}.{attribute}")
        return name

    def parameter(self, name: str) -> str:
        if self.sample.study.figure("parameters", name) is None and name in DEFAULTS:
            return self.given(
                f"parameters.{name}",
                PARAMETERS[name].text,
                DEFAULTS[name],
                "1",
                Text("assunzione del modello", "the model’s assumption"),
            )
        return self.money("parameters", name)

    def given(self, key: str, text: Text, value: float, unit: str, origin: Text) -> str:
        """The name of the cell of something that is no figure."""
        if key not in self._circumstances:
            found = Circumstance(key, text, value, unit, origin)
            self._circumstances[key] = (found, self.book.reserve(_name(key)))
        return self._circumstances[key][1]

    def of_given(self, key: str) -> str:
        """The name of a cell that :meth:`given` has made."""
        return self._circumstances[key][1]

    def single(self, plural: str, subject: str, attribute: str) -> str:
        """The name of a figure that has its single value whatever is drawn."""
        self._single.add(f"{plural}.{subject}.{attribute}")
        return self.of(plural, subject, attribute)

    def _conversion(self, figure: Figure) -> str:
        """By what an amount is multiplied; asking for it brings the rates among the inputs."""
        if figure.price_year is None:
            return ONE
        header, parts = self.sample.study.header, []
        if figure.currency not in (None, header.currency):
            parts.append(self.of("parameters", f"eur-per-{str(figure.currency).lower()}"))
        years = header.price_year - figure.price_year
        if years:
            parts.append(f"(1+{self.of('parameters', 'price-drift')})^({years})")
        return "*".join(parts) or ONE

    def write(self, sheet: Sheet) -> None:
        """Writes the sheet: figures noun by noun in the schema's order, then what is no figure."""
        language = self.book.language
        sheet.widths(34, 58, 16, 16, 16, 16, 14, 14, 12, 12, 44, 12)
        sheet.head(*COLUMNS, freeze=True)
        plural = ""
        for key in sorted(self._figures, key=self._place):
            if key.split(".")[0] != plural:
                plural = key.split(".")[0]
                noun = next(noun for noun in NOUNS if noun.plural == plural)
                sheet.heading(noun.text)
            self._figure(sheet, key)
        sheet.heading(Text("Calcolati altrove o assunti dal modello", "Computed elsewhere or assumed by the model"))  # fmt: skip
        for circumstance, name in self._circumstances.values():
            values: list[Value] = [
                circumstance.key,
                circumstance.text[language],
                circumstance.value,
                unit_label(circumstance.unit, language),
                *([None] * 6),
                circumstance.origin[language],
            ]
            shapes = [style.format_of(circumstance.unit)] * len(values)
            self._end(sheet, sheet.row(values, shapes), name, "C")

    def _place(self, key: str) -> tuple[int, int, str]:
        plural, subject, attribute = key.split(".")
        ids = [record.id for record in getattr(self.sample.study, plural)]
        return PLACES[plural], ids.index(subject), attribute

    def _figure(self, sheet: Sheet, key: str) -> None:
        study, language = self.sample.study, self.book.language
        figure = study.figures[key]
        plural, subject, attribute = key.split(".")
        drawn = float(self.sample.of(plural, subject, attribute)[0])
        value = figure.value if key in self._single else drawn
        source = next(source for source in study.sources if source.id == figure.source)
        converted = key in self._converted
        rates = f"{sheet.ref('C', sheet.next)}*{self._conversion(figure)}"
        used = Formula(rates) if converted else None
        shape = style.format_of(figure.unit)
        values: list[Value] = [
            key,
            Names(study).figure(key)[language],
            value,
            unit_label(figure.unit, language),
            used,
            figure.value,
            figure.low,
            figure.high,
            KIND[figure.kind][language],
            CONFIDENCE[figure.confidence][language],
            source.title,
            figure.date.isoformat(),
        ]
        row = sheet.row(values, [shape] * len(values))
        self._end(sheet, row, self._figures[key], "E" if converted else "C")

    def _end(self, sheet: Sheet, row: int, name: str, letter: str) -> None:
        sheet.input(row, "C")
        self.book.define(name, sheet.ref(letter, row))


def _name(key: str) -> str:
    """A name that every spreadsheet accepts: ``seats.ogr.rent`` becomes ``seats_ogr_rent``."""
    return key.removesuffix(".value").replace(".", "_").replace("-", "_")
