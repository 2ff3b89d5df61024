"""What must hold in the money: funding sources that pay whole amounts, once, from somebody known."""

from collections.abc import Iterator

from fucina.study.folder.offer import known
from fucina.study.problem import Problem
from fucina.study.schema import Study


def check(study: Study) -> Iterator[Problem]:
    partners = {stakeholder.id for stakeholder in study.stakeholders}
    for source in study.funding:
        if source.partner is not None:
            yield from known(
                "funding", source.id, "partner", source.partner, partners, "stakeholder"
            )
        yield from _payments(study, source.id)
        if source.kind == "loan":
            for needed in ("rate", "term"):
                if study.figure("funding", source.id, needed) is None:
                    numbers = (("attribute", needed),)
                    yield Problem(
                        "figure_missing", "figures/funding.csv", None, source.id, numbers=numbers
                    )


def _payments(study: Study, source: str) -> Iterator[Problem]:
    """Advance and interim payments of one source never pass the whole, whatever is drawn."""
    total = 0.0
    for part in ("advance", "interim"):
        figure = study.figure("funding", source, part)
        if figure is not None:
            total += figure.value if figure.high is None else figure.high
    if total > 1 + 1e-9:
        numbers = (("total", f"{total:g}"),)
        yield Problem("payments", "figures/funding.csv", None, source, numbers=numbers)
