"""The risk register."""

from fucina.documents.tables import Column, Table
from fucina.documents.text import Text
from fucina.study.report.tables.columns import Row
from fucina.study.report.words import LEVEL, risk_level
from fucina.study.schema import Study


def risks(study: Study) -> Table:
    rows: list[Row] = [
        {
            "number": str(i),
            "risk": r.name,
            "level": LEVEL[risk_level(r.probability, r.severity)],
            "cell": f"{r.probability}-{r.severity}",
            "mitigation": r.mitigation,
            "residual": LEVEL[risk_level(r.residual_probability, r.residual_severity)],
            "residual_cell": f"{r.residual_probability}-{r.residual_severity}",
        }
        for i, r in enumerate(study.risks, start=1)
    ]
    columns = [
        Column("number", Text("N.", "No.")),
        Column("risk", Text("Rischio", "Risk")),
        Column("cell", Text("P-G", "P-S")),
        Column("level", Text("Livello", "Level")),
        Column("mitigation", Text("Mitigazione", "Mitigation")),
        Column("residual_cell", Text("residuo P-G", "residual P-S")),
        Column("residual", Text("residuo", "residual")),
    ]
    return Table("risks", Text("Registro dei rischi", "Risk register"), columns, rows)
