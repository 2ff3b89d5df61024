"""The risk register."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.tables.columns import Row
from fucina.study.report.words import LEVEL, risk_level
from fucina.study.schema import Study


def risks(study: Study, names: Names) -> Table:
    """Every risk before and after mitigation, and the figure whose spread carries it in the computation."""
    rows: list[Row] = [
        {
            "number": str(i),
            "risk": r.name,
            "cause": r.cause,
            "effect": r.effect,
            "level": LEVEL[risk_level(r.probability, r.severity)],
            "cell": f"{r.probability}-{r.severity}",
            "mitigation": r.mitigation,
            "residual": LEVEL[risk_level(r.residual_probability, r.residual_severity)],
            "residual_cell": f"{r.residual_probability}-{r.residual_severity}",
            "carrier": names.figure(r.carrier) if r.carrier else None,
            "owner": names.of("owners", r.owner),
        }
        for i, r in enumerate(study.risks, start=1)
    ]
    columns = [
        Column("number", Text("N.", "No.")),
        Column("risk", Text("Rischio", "Risk")),
        Column("cause", Text("Causa", "Cause")),
        Column("effect", Text("Effetto", "Effect")),
        Column("cell", Text("P-G", "P-S")),
        Column("level", Text("Livello", "Level")),
        Column("mitigation", Text("Mitigazione", "Mitigation")),
        Column("residual_cell", Text("dopo, P-G", "after, P-S")),
        Column("residual", Text("dopo", "after")),
        Column("carrier", Text("Dato che lo porta", "Figure that carries it")),
        Column("owner", Text("Responsabile", "Owner")),
    ]
    return Table("risks", Text("Registro dei rischi", "Risk register"), columns, rows)
