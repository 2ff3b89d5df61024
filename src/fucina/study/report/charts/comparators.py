"""The proposed centre beside centres that exist."""

from collections.abc import Callable

from fucina.documents.charts import Bar, Chart, ranked_bars
from fucina.documents.tables import Column
from fucina.documents.text import Text
from fucina.study.report.charts.measures import euro
from fucina.study.report.proposal import income_at_full, planned
from fucina.study.result import Result
from fucina.study.sampling import Planned as SingleValues
from fucina.study.schema import Study

OWN = Text("il centro proposto", "the proposed centre")


def comparators_area(study: Study, result: Result) -> Chart | None:
    return _beside(
        study,
        "comparators_area",
        Text(
            "Superficie: il centro proposto e gli altri",
            "Floor area: the proposed centre and others",
        ),
        "area",
        planned(result).area,
        Column("area", Text("superficie", "floor area"), "number", 0, "m2"),
    )


def comparators_staff(study: Study, result: Result) -> Chart | None:
    return _beside(
        study,
        "comparators_staff",
        Text("Personale: il centro proposto e gli altri", "Staff: the proposed centre and others"),
        "staff",
        planned(result).staff,
        Column("staff", Text("personale", "staff"), "number", 0, "FTE"),
    )


def comparators_income(study: Study, result: Result) -> Chart | None:
    return _beside(
        study,
        "comparators_income",
        Text(
            "Entrate annue: il centro proposto e gli altri",
            "Yearly income: the proposed centre and others",
        ),
        "income",
        income_at_full(result),
        euro("income", Text("entrate annue", "yearly income")),
    )


def _beside(
    study: Study, name: str, title: Text, attribute: str, own: float, measure: Column
) -> Chart | None:
    """Centres that give the figure, in the study's currency and prices, and the proposed one."""
    value = _reader(study, attribute)
    others = [
        Bar(a.name, value(a.id))
        for a in study.archetypes
        if study.figure("archetypes", a.id, attribute) is not None
    ]
    if not others:
        return None
    said = {language: measure.written(own, language) for language in ("it", "en")}
    return ranked_bars(
        name,
        title,
        Text(
            f"Barre: il centro proposto ({said['it']}) accanto a {len(others)} centri esistenti.",
            f"Bars: the proposed centre ({said['en']}) beside {len(others)} existing centres.",
        ),
        [*others, Bar(OWN, own, highlight=True)],
        of=Text("Centro", "Centre"),
        measure=measure,
    )


def _reader(study: Study, attribute: str) -> Callable[[str], float]:
    values = SingleValues(study)
    return lambda identity: float(values.money("archetypes", identity, attribute)[0])
