"""Which of the two equal kernels appraises the combinations."""

from fucina.methods import compiled
from fucina.study.evaluation import plain
from fucina.study.evaluation.tableau import Tableau
from fucina.study.funding import Sources
from fucina.study.sampling import Floats


def appraise(table: Tableau) -> Floats:
    """The indicators of all built combinations: (m, k, n), in the study's currency."""
    if not compiled.available():
        return plain.appraise(table)
    from fucina.study.evaluation import kernels

    rows = table.strategies
    found: Floats = kernels.appraise(
        table.plan.index,
        table.openings,
        table.horizon,
        (table.sites.unit, table.sites.rent, table.sites.pull, table.sites.spread),
        (rows.area, rows.equipment, rows.fitting, rows.ramp, rows.first),
        (rows.wanted, rows.ceiling, rows.pulled, rows.kind),
        (rows.profile, rows.start, rows.growth),
        (table.forms.setup, table.forms.running, table.forms.members),
        (
            table.common.rate,
            table.common.social,
            table.common.works_factor,
            table.common.running_factor,
            table.common.residual,
        ),
        _arrays(table.capital),
        _arrays(table.core),
    )
    return found


def _arrays(sources: Sources) -> tuple[object, ...]:
    return (
        sources.share,
        sources.amount,
        sources.granted,
        sources.advance,
        sources.interim,
        sources.in_kind,
    )
