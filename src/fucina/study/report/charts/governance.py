"""Power under each governance form, and the risk matrix."""

from fucina.documents.charts import Cell, Chart, heat_table
from fucina.documents.numbers import percent
from fucina.documents.text import Text
from fucina.study.report.names import Names
from fucina.study.report.words import EU_LEVELS
from fucina.study.result import Result
from fucina.study.schema import Study

PROBABILITIES = ("E", "D", "C", "B", "A")
SEVERITIES = ("I", "II", "III", "IV", "V")
LEVELS = {"low": 0.1, "moderate": 0.35, "high": 0.65, "very high": 0.95}


def power(study: Study, result: Result, names: Names) -> Chart:
    """Banzhaf power in ordinary resolutions, by institution and form."""
    ordinary = [p for p in result.governance if p.resolution == "ordinary"]
    cells = [
        [
            Cell(Text(percent(p.banzhaf[i], "it"), percent(p.banzhaf[i], "en")), p.banzhaf[i])
            for p in ordinary
        ]
        for i in range(len(study.stakeholders))
    ]
    return heat_table(
        "power",
        Text("Chi decide, per modello di governo", "Who decides, by governance model"),
        Text(
            "Tabella colorata: potere di Banzhaf di ogni istituzione nelle delibere ordinarie, con le quote ipotizzate.",
            "Coloured table: each institution’s Banzhaf power in ordinary resolutions, with the quotas assumed.",
        ),
        [s.name for s in study.stakeholders],
        [names.of("forms", p.form) for p in ordinary],
        cells,
        of=Text("Istituzione", "Institution"),
    )


def risk_matrix(study: Study) -> Chart:
    """Risks numbered as in the register, by probability and severity, before mitigation."""
    numbers = {risk.id: str(i) for i, risk in enumerate(study.risks, start=1)}

    def inside(probability: str, severity: str) -> str:
        found = [
            numbers[r.id]
            for r in study.risks
            if (r.probability, r.severity) == (probability, severity)
        ]
        return " ".join(found)

    cells = [
        [Cell(inside(p, s) or "·", LEVELS[EU_LEVELS[p][i]]) for i, s in enumerate(SEVERITIES)]
        for p in PROBABILITIES
    ]
    return heat_table(
        "risk_matrix",
        Text("Matrice dei rischi prima della mitigazione", "Risk matrix before mitigation"),
        Text(
            f"Matrice 5 × 5: {len(study.risks)} rischi, numerati come nel registro, per probabilità (A-E) e gravità (I-V).",
            f"5 × 5 matrix: {len(study.risks)} risks, numbered as in the register, by probability (A–E) and severity (I–V).",
        ),
        list(PROBABILITIES),
        list(SEVERITIES),
        cells,
        of=Text("Probabilità", "Probability"),
        bad=True,
    )
