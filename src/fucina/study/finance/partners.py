"""Partners: what each stakeholder puts in, against what it decides and what comes back to it."""

import numpy as np

from fucina.methods.cashflow import net_present_value
from fucina.study.evaluation.plain import TIMING
from fucina.study.finance.position import Position
from fucina.study.funding import Sources
from fucina.study.governance import powers
from fucina.study.result.finance import PartnerAccount, SourceAccount
from fucina.study.result.number import Estimated, Spread
from fucina.study.sampling import Floats

OUTSIDE = "outside"


def partners(position: Position, form: str) -> list[PartnerAccount]:
    """Every stakeholder, in the study's order, under a legal form's ordinary resolution."""
    table, flows = position.table, position.flows
    study, rate = table.plan.study, table.common.rate
    ids = [stakeholder.id for stakeholder in study.stakeholders]
    quotas = [study.need("stakeholders", name, "quota").value for name in ids]
    works = net_present_value(flows.works, rate, TIMING)
    calls = net_present_value(position.calls, rate, TIMING)
    interest, principal, _ = position.debt
    into = flows.income + flows.of_kind("competitive") + flows.core.sum(axis=0)
    out = flows.running + flows.of_kind("renewal") + flows.setup + interest + principal
    back = net_present_value(into - out + flows.residual, rate, TIMING) + calls
    cash, kind = _given(position, ids, in_kind=False), _given(position, ids, in_kind=True)
    core = _core(position, ids)
    equity = _equity(position, ids, quotas)
    power = next(p.banzhaf for p in powers(study) if p.form == form and p.resolution == "ordinary")
    put_in = {
        name: (cash[name] + kind[name] + equity[name]) * works + core[name] + quota * calls
        for name, quota in zip(ids, quotas, strict=True)
    }
    total = np.maximum(np.asarray(sum(put_in.values())), 1e-9)
    return [
        PartnerAccount(
            stakeholder=name,
            quota=quota,
            power=power[i],
            grants=Spread.of(cash[name] * works + core[name]),
            in_kind=Spread.of(kind[name] * works),
            equity=Spread.of(equity[name] * works),
            calls=Spread.of(quota * calls),
            money=Spread.of(put_in[name]),
            money_share=_mean(put_in[name] / total),
            npv=Spread.of(quota * back - put_in[name]),
        )
        for i, (name, quota) in enumerate(zip(ids, quotas, strict=True))
    ]


def sources(position: Position) -> list[SourceAccount]:
    """What every funding source brings, in the study's order."""
    found = {}
    for records, amounts in _amounts(position):
        for k, record in enumerate(records.records):
            found[record.id] = SourceAccount(
                source=record.id,
                amount=Spread.of(amounts[k]),
                obtained=Estimated.share(records.granted[k] > 0),
            )
    return [found[record.id] for record in position.table.plan.study.funding if record.id in found]


def _amounts(position: Position) -> list[tuple[Sources, Floats]]:
    table = position.table
    return [
        (table.capital, position.gifts),
        (table.core, position.flows.core_due.sum(axis=2)),
        *position.private.values(),
    ]


def _given(position: Position, ids: list[str], *, in_kind: bool) -> dict[str, Floats]:
    """Towards the investment, in cash or in kind (n,)."""
    found = {name: np.zeros(position.table.n) for name in ids}
    capital = position.table.capital
    for k, record in enumerate(capital.records):
        if record.partner is not None and bool(capital.in_kind[k]) == in_kind:
            found[record.partner] = found[record.partner] + position.gifts[k]
    return found


def _core(position: Position, ids: list[str]) -> dict[str, Floats]:
    """Present value of what each pays for running (n,)."""
    found = {name: np.zeros(position.table.n) for name in ids}
    paid = position.flows.core
    for k, record in enumerate(position.table.core.records):
        if record.partner is not None:
            worth = net_present_value(paid[k], position.table.common.rate, TIMING)
            found[record.partner] = found[record.partner] + worth
    return found


def _equity(position: Position, ids: list[str], quotas: list[float]) -> dict[str, Floats]:
    found = {name: np.zeros(position.table.n) for name in ids}
    records, amounts = position.private["equity"]
    for k, record in enumerate(records.records):
        parts = (
            dict(zip(ids, quotas, strict=True)) if record.partner is None else {record.partner: 1.0}
        )
        for name, part in parts.items():
            found[name] = found[name] + part * amounts[k]
    return found


def _mean(samples: Floats) -> Estimated:
    se = float(samples.std(ddof=1) / np.sqrt(samples.size)) if samples.size > 1 else 0.0
    return Estimated(value=float(samples.mean()), se=se)
