"""The parts of a result that speak of what is proposed."""

from fucina.study.result import Combination, PartnerAccount, Planned, Result


def proposed(result: Result) -> Combination:
    """The accounts of the proposed alternative under the proposed strategy and form."""
    decision = result.decision
    return next(
        c
        for c in result.finance.combinations
        if (c.alternative, c.strategy, c.form)
        == (decision.recommended, decision.strategy, decision.form)
    )


def planned(result: Result) -> Planned:
    """What the proposed strategy plans at full operation."""
    return next(p for p in result.finance.planned if p.strategy == result.decision.strategy)


def income_at_full(result: Result) -> float:
    """All income of the year in which it is greatest, on average: users, members, projects and core funding."""
    rows = {row.name: row.mean for row in result.finance.income}
    kinds = ("commercial", "membership", "competitive", "core")
    return max(map(sum, zip(*(rows[kind] for kind in kinds), strict=True)))


def put_in(result: Result, stakeholder: str) -> PartnerAccount:
    return next(p for p in result.finance.partners if p.stakeholder == stakeholder)
