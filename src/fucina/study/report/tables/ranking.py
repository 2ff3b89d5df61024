"""Tables of the ranking: the group's, the institutions', and what moves it."""

from collections.abc import Sequence
from typing import Literal

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import (
    ALTERNATIVE,
    PROBABILITY,
    SE,
    Row,
    alternative_names,
    spread,
    spread_columns,
    unit,
)
from fucina.study.report.words import KIND
from fucina.study.result import Driver, Result
from fucina.study.schema import Study


def ranking(result: Result) -> Table:
    names = alternative_names(result)
    rows: list[Row] = [
        {
            "alternative": names[r.id],
            "probability": r.probability.value,
            "se": r.probability.se,
            "expected_rank": r.expected_rank,
            "borda": r.borda,
            "regret": r.regret.mean if r.regret else None,
            "regret_p95": r.regret.p95 if r.regret else None,
        }
        for r in result.decision.alternatives
    ]
    columns = [
        Column("alternative", ALTERNATIVE),
        Column("probability", PROBABILITY, "percent", 1),
        Column("se", SE, "percent", 1),
        Column("expected_rank", Text("rango medio", "mean rank"), "number", 1),
        Column("borda", Text("punti Borda", "Borda points"), "number", 1),
        Column("regret", Text("rimpianto medio", "mean regret"), "number", 3),
        Column("regret_p95", Text("rimpianto P95", "regret P95"), "number", 3),
    ]
    return Table("ranking", Text("Classifica del gruppo", "The group’s ranking"), columns, rows)


def criteria(study: Study, result: Result) -> Table:
    names = alternative_names(result)
    by_id = {c.id: c for c in study.criteria}
    rows: list[Row] = [
        {
            "alternative": names[cell.alternative],
            "criterion": by_id[cell.criterion].name,
            "unit": unit(by_id[cell.criterion].unit),
            **spread(cell.raw),
            "scaled": cell.value,
        }
        for cell in result.criteria
    ]
    columns = [
        Column("alternative", ALTERNATIVE),
        Column("criterion", Text("Criterio", "Criterion")),
        Column("unit", Text("Unità", "Unit")),
        *spread_columns(digits=2),
        Column("scaled", Text("sulla scala 0-1", "on the 0-1 scale"), "number", 2),
    ]
    title = Text("Valori dei criteri per alternativa", "Criterion values by alternative")
    return Table("criteria", title, columns, rows)


def stakeholders(study: Study, result: Result, names: Names) -> Table:
    alternative = alternative_names(result)
    said = {s.id: s.weights for s in study.stakeholders}
    rows: list[Row] = [
        {
            "stakeholder": names.of("stakeholders", view.id),
            "best": alternative[view.best],
            "probability": view.probability.value,
            "se": view.probability.se,
            "weights": KIND[said[view.id].kind],
        }
        for view in result.decision.stakeholders
    ]
    columns = [
        Column("stakeholder", Text("Istituzione", "Institution")),
        Column("best", Text("Prima alternativa", "First alternative")),
        Column("probability", PROBABILITY, "percent", 1),
        Column("se", SE, "percent", 1),
        Column("weights", Text("Natura dei pesi", "Nature of the weights")),
    ]
    return Table(
        "stakeholders", Text("Risultato per istituzione", "Result by institution"), columns, rows
    )


def variants(result: Result, names: Names) -> Table:
    rows: list[Row] = [
        {
            "variant": v.name,
            "seat": names.seat(v.seat),
            "probability": v.probability.value,
            "recommended": v.of_recommended.value,
            "changes": Text("sì", "yes") if v.changes_seat else Text("no", "no"),
        }
        for v in result.decision.variants
    ]
    columns = [
        Column("variant", Text("Variante", "Variant")),
        Column("seat", Text("Sede prima", "First seat")),
        Column("probability", Text("sua probabilità", "its probability"), "percent", 1),
        Column(
            "recommended",
            Text("probabilità della sede proposta", "probability of the proposed seat"),
            "percent",
            1,
        ),
        Column("changes", Text("cambia la sede", "changes the seat")),
    ]
    return Table(
        "variants",
        Text("La risposta, se si chiede in altro modo", "The answer, if asked otherwise"),
        columns,
        rows,
    )


def drivers(result: Result, names: Names) -> Table:
    title = Text(
        "I dati che spostano la scelta della sede", "The figures that move the choice of the seat"
    )
    return _drivers("drivers", title, result.decision.drivers, names, "percent", None)


def cost_drivers(result: Result, names: Names) -> Table:
    title = Text("I dati che spostano il costo netto", "The figures that move the net cost")
    return _drivers("cost_drivers", title, result.finance.drivers, names, "millions", "EUR")


def _drivers(
    name: str,
    title: Text,
    found: Sequence[Driver],
    names: Names,
    kind: Literal["percent", "millions"],
    unit: str | None,
) -> Table:
    rows: list[Row] = [
        {
            "figure": names.figure(d.figure),
            "share": d.share.value,
            "se": d.share.se,
            "low": d.low_third,
            "high": d.high_third,
        }
        for d in found
    ]
    columns = [
        Column("figure", Text("Dato", "Figure")),
        Column("share", Text("quota della varianza", "share of the variance"), "percent", 1),
        Column("se", SE, "percent", 1),
        Column("low", Text("esito nel terzo basso", "outcome in the low third"), kind, 1, unit),
        Column("high", Text("esito nel terzo alto", "outcome in the high third"), kind, 1, unit),
    ]
    return Table(name, title, columns, rows)
