"""The registers: every figure, what is assumed, datasets, correlations and sources."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import Row, told_figure, unit
from fucina.study.report.words import CONFIDENCE, KIND
from fucina.study.result import Result
from fucina.study.schema import Study


def figures(study: Study, names: Names) -> Table:
    rows: list[Row] = [
        {
            "key": key,
            "figure": names.figure(key),
            "told": told_figure(f),
            "low": f.low,
            "value": f.value,
            "high": f.high,
            "unit": unit(f.unit),
            "price_year": str(f.price_year) if f.price_year else None,
            "kind": KIND[f.kind],
            "source": f.source,
            "date": f.date,
            "confidence": CONFIDENCE[f.confidence],
            "owner": names.of("owners", f.owner),
            "review": f.review,
        }
        for key, f in study.figures.items()
    ]
    columns = [
        Column("key", Text("Chiave", "Key")),
        Column("figure", Text("Dato", "Figure")),
        Column("low", Text("Min", "Low"), "number", 2),
        Column("value", Text("Valore", "Value"), "number", 2),
        Column("high", Text("Max", "High"), "number", 2),
        Column("unit", Text("Unità", "Unit")),
        Column("price_year", Text("Prezzi", "Prices of")),
        Column("kind", Text("Natura", "Kind")),
        Column("source", Text("Fonte", "Source")),
        Column("date", Text("Data", "Date"), "date"),
        Column("confidence", Text("Fiducia", "Confidence")),
        Column("owner", Text("Responsabile", "Owner")),
        Column("review", Text("Revisione", "Review"), "date"),
    ]
    return Table("figures", Text("Registro dei dati", "Register of figures"), columns, rows)


def assumptions(study: Study, result: Result, names: Names) -> Table:
    """Everything that is no fact, what it is worth to verify first."""
    known = result.decision.information
    place = {w.figure: w.money for w in known.figures}
    going = {w.figure: w.money for w in known.economic}
    keys = [key for key, f in study.figures.items() if f.kind != "fact"]
    keys.sort(key=lambda key: -max(place.get(key, 0.0), going.get(key, 0.0)))
    rows: list[Row] = []
    for key in keys:
        f = study.figures[key]
        rows.append(
            {
                "key": key,
                "figure": names.figure(key),
                "told": told_figure(f),
                "value": f.value,
                "unit": unit(f.unit),
                "kind": KIND[f.kind],
                "confidence": CONFIDENCE[f.confidence],
                "owner": names.of("owners", f.owner),
                "review": f.review,
                "worth": place.get(key),
                "worth_economic": going.get(key),
            }
        )
    columns = [
        Column("key", Text("Chiave", "Key")),
        Column("figure", Text("Dato", "Figure")),
        Column("value", Text("Valore", "Value"), "number", 2),
        Column("unit", Text("Unità", "Unit")),
        Column("kind", Text("Natura", "Kind")),
        Column("confidence", Text("Fiducia", "Confidence")),
        Column("owner", Text("Responsabile", "Owner")),
        Column("review", Text("Revisione", "Review"), "date"),
        Column("worth", Text("vale, per la sede", "worth, for the seat"), "money", 0, "EUR"),
        Column(
            "worth_economic",
            Text("vale, per procedere", "worth, for going on"),
            "money",
            0,
            "EUR",
        ),
    ]
    title = Text("Registro delle ipotesi", "Register of assumptions")
    return Table("assumptions", title, columns, rows)


def datasets(study: Study, names: Names) -> Table:
    rows: list[Row] = [
        {
            "dataset": d.name,
            "file": f"{d.file}: {d.column}",
            "unit": unit(d.unit),
            "kind": KIND[d.kind],
            "confidence": CONFIDENCE[d.confidence],
            "source": d.source,
            "date": d.date,
            "owner": names.of("owners", d.owner),
        }
        for d in study.datasets
    ]
    columns = [
        Column("dataset", Text("Insieme di dati", "Dataset")),
        Column("file", Text("File e colonna", "File and column")),
        Column("unit", Text("Unità", "Unit")),
        Column("kind", Text("Natura", "Kind")),
        Column("confidence", Text("Fiducia", "Confidence")),
        Column("source", Text("Fonte", "Source")),
        Column("date", Text("Data", "Date"), "date"),
        Column("owner", Text("Responsabile", "Owner")),
    ]
    return Table("datasets", Text("Insiemi di dati", "Datasets"), columns, rows)


def correlations(study: Study, names: Names) -> Table:
    rows: list[Row] = [
        {
            "first": names.figure(c.first),
            "second": names.figure(c.second),
            "value": c.value,
            "source": c.source,
            "note": c.note,
        }
        for c in study.correlations
    ]
    columns = [
        Column("first", Text("Un dato", "One figure")),
        Column("second", Text("L’altro", "The other")),
        Column("value", Text("correlazione di rango", "rank correlation"), "number", 2),
        Column("source", Text("Fonte", "Source")),
        Column("note", Text("Perché", "Why")),
    ]
    return Table(
        "correlations",
        Text("Dati che si muovono insieme", "Figures that move together"),
        columns,
        rows,
    )


def sources(study: Study) -> Table:
    rows: list[Row] = [
        {
            "id": s.id,
            "title": s.title,
            "publisher": s.publisher,
            "date": s.date,
            "address": s.address,
            "licence": s.licence,
        }
        for s in study.sources
    ]
    columns = [
        Column("id", Text("Codice", "Id")),
        Column("title", Text("Titolo", "Title")),
        Column("publisher", Text("Editore", "Publisher")),
        Column("date", Text("Data", "Date"), "date"),
        Column("address", Text("Indirizzo", "Address")),
        Column("licence", Text("Licenza", "Licence")),
    ]
    return Table("sources", Text("Fonti", "Sources"), columns, rows)
