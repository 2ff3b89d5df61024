"""The register of figures and the sources."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import Row, unit
from fucina.study.report.words import CONFIDENCE, KIND
from fucina.study.schema import Study


def figures(study: Study, names: Names) -> Table:
    rows: list[Row] = [
        {
            "key": key,
            "figure": names.figure(key),
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
