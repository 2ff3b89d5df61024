"""Power under each governance form; risks, and which kinds of figures carry them."""

from collections.abc import Mapping

from fucina.documents.charts import Cell, Chart, Pair, dumbbell, heat_table
from fucina.documents.numbers import percent
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.names import PLURALS, Names
from fucina.study.report.words import EU_LEVELS, risk_level
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
    places = {r.id: (r.probability, r.severity) for r in study.risks}
    title = Text("Matrice dei rischi prima della mitigazione", "Risk matrix before mitigation")
    return _matrix("risk_matrix", title, places)


def risk_matrix_after(study: Study) -> Chart:
    """The same risks where mitigation leaves them."""
    places = {r.id: (r.residual_probability, r.residual_severity) for r in study.risks}
    title = Text("Matrice dei rischi dopo la mitigazione", "Risk matrix after mitigation")
    return _matrix("risk_matrix_after", title, places)


def _matrix(name: str, title: Text, places: Mapping[str, tuple[str, str]]) -> Chart:
    numbers = {risk: str(i) for i, risk in enumerate(places, start=1)}

    def inside(probability: str, severity: str) -> str:
        return " ".join(
            numbers[risk] for risk, at in places.items() if at == (probability, severity)
        )

    cells = [
        [Cell(inside(p, s) or "·", LEVELS[EU_LEVELS[p][i]]) for i, s in enumerate(SEVERITIES)]
        for p in PROBABILITIES
    ]
    grave = sum(risk_level(*at) in ("high", "very high") for at in places.values())
    return heat_table(
        name,
        title,
        Text(
            f"{title.it}, 5 × 5: {len(places)} rischi, numerati come nel registro, per probabilità (A-E) e gravità (I-V); {grave} di livello alto o molto alto.",
            f"{title.en}, 5 × 5: {len(places)} risks, numbered as in the register, by probability (A–E) and severity (I–V); {grave} at a high or very high level.",
        ),
        list(PROBABILITIES),
        list(SEVERITIES),
        cells,
        of=Text("Probabilità", "Probability"),
        bad=True,
    )


def groups(result: Result) -> Chart | None:
    """Sobol' indices of the net cost by kind of figure: alone, and with all it does together with others."""
    found = result.decision.groups
    if not found:
        return None
    first = PLURALS[found[0].group].text
    return dumbbell(
        "groups",
        Text(
            "Quali famiglie di dati muovono il costo netto",
            "Which kinds of figures move the net cost",
        ),
        Text(
            f"Coppie di punti: la famiglia che pesa di più è «{first.it}».",
            f"Pairs of dots: the kind that weighs most is “{first.en}”.",
        ),
        [
            Pair(PLURALS[g.group].text, max(g.first.value, 0.0), max(g.total.value, 0.0))
            for g in found
        ],
        of=Text("Famiglia di dati", "Kind of figures"),
        measure=Column(
            "share", Text("quota della varianza", "share of the variance"), "percent", 0
        ),
        first=Text("da sola", "alone"),
        second=Text("con le interazioni", "with interactions"),
    )
