"""The compiled kernel against the same model in plain NumPy, and both against a computation by hand."""

import math

import numpy as np
import pytest

from fucina.study.evaluation import plain
from fucina.study.evaluation.choice import appraise
from fucina.study.evaluation.combination import Plan, plan
from fucina.study.evaluation.evaluate import BLOCK, evaluate, evaluate_block
from fucina.study.evaluation.tableau import INDICATORS, WORKS_YEARS, Tableau, tableau
from fucina.study.sampling import Part, Sample
from fucina.study.schema import Study


def table(study: Study, draws: int, seed: int = 3) -> Tableau:
    return tableau(plan(study), Sample(study, draws, seed))


def test_the_kernel_equals_plain_numpy_for_every_combination(example: Study) -> None:
    found = table(example, 300)

    compiled, written_down = appraise(found), plain.appraise(found)

    scale = np.maximum(np.abs(written_down), 1e3)
    assert compiled.shape == (len(found.plan.index), len(INDICATORS), 300)
    assert float((np.abs(compiled - written_down) / scale).max()) < 1e-9


def test_the_kernel_equals_plain_numpy_for_a_study_of_many_sites(torino: Study) -> None:
    whole = plan(torino)
    some = whole.only(whole.built[::7])
    found = tableau(some, Sample(torino, 120, 9))

    compiled, written_down = appraise(found), plain.appraise(found)

    scale = np.maximum(np.abs(written_down), 1e3)
    assert float((np.abs(compiled - written_down) / scale).max()) < 1e-9


def test_a_block_is_the_same_wherever_it_stands(example: Study) -> None:
    whole = plan(example)
    many = Sample(example, 700, 5)

    alone = evaluate_block(whole, Sample(example, 300, 5, start=400))
    within = evaluate_block(whole, Part(many, 400, 300))
    altogether = evaluate_block(whole, many)

    assert alone.indicators.tobytes() == within.indicators.tobytes()
    assert alone.indicators.tobytes() == altogether.indicators[:, :, 400:].tobytes()


def test_more_draws_than_a_block_continue_the_fewer(example: Study) -> None:
    few = evaluate(example, BLOCK, 5)
    many = evaluate(example, BLOCK + 60, 5)

    assert many.whole.indicators[:, :, :BLOCK].tobytes() == few.whole.indicators.tobytes()


class ByHand:
    """The money of one draw of one combination with one seat, year by year in plain Python."""

    def __init__(self, found: Tableau, row: int, draw: int) -> None:
        self.table, self.draw = found, draw
        self.site, self.strategy, self.form, at = (int(i) for i in found.plan.index[row])
        self.opens = float(found.openings[at, draw])
        self.closes = self.opens + found.horizon
        rows = found.strategies
        area = rows.area[self.strategy, draw]
        self.equipment = float(rows.equipment[self.strategy, draw])
        self.capital = float(
            self.equipment
            + rows.fitting[self.strategy, draw]
            + area * found.sites.unit[self.site, draw]
        )
        self.standing = float(
            area * found.sites.rent[self.site, draw] + found.forms.running[self.form, draw]
        )

    def overlap(self, year: int, start: float, end: float) -> float:
        share = max(0.0, min(year + 1, end) - max(year, start))
        return share + (max(0.0, min(end, 0.0) - start) if year == 0 else 0.0)

    def kind(self, year: int, *kinds: str) -> float:
        """The lines of some kinds in one year."""
        total = 0.0
        lines = self.table.programmes[self.strategy].lines
        for line in lines:
            if line.kind not in kinds:
                continue
            amount = line.wanted[self.draw]
            if line.pulled:
                amount *= self.table.sites.pull[self.site, self.draw]
            amount = min(amount, line.ceiling[self.draw])
            if line.kind == "running":
                amount *= self.table.sites.spread[self.site, self.draw]
            if line.kind == "membership":
                amount *= self.table.forms.members[self.form, self.draw]
            begins = self.opens + line.start[self.draw]
            grown = min(max((year + 0.5 - begins) / line.ramp[self.draw], 0), 1)
            total += amount * grown * self.overlap(year, begins, self.closes)
        return total

    def works(self, year: int) -> float:
        return self.overlap(year, self.opens - WORKS_YEARS, self.opens) / WORKS_YEARS

    def running(self, year: int) -> float:
        return self.kind(year, "running") + self.standing * self.overlap(
            year, self.opens, self.closes
        )

    def net_cost(self) -> float:
        rate = float(self.table.common.rate[self.draw])
        last = math.ceil(self.closes) - 1
        left = (self.capital - self.equipment) * float(self.table.common.residual[self.draw])
        total = 0.0
        for year in range(last + 1):
            out = self.capital * self.works(year) + self.kind(year, "renewal") + self.running(year)
            if year == 0:
                out += float(self.table.forms.setup[self.form, self.draw])
            if year == last:
                out -= left
            into = self.kind(year, "commercial", "membership", "competitive")
            total += (out - into) / (1 + rate) ** (year + 0.5)
        return total

    def cash_need(self) -> float:
        """Grants and stable money as they are paid: with what they pay for, one and two years later."""
        capital, core = self.table.capital, self.table.core
        gifts = [
            capital.granted[k, self.draw]
            * min(capital.amount[k, self.draw], capital.share[k, self.draw] * self.capital)
            for k in range(len(capital.records))
        ]
        shrink = min(1.0, self.capital / sum(gifts)) if sum(gifts) else 1.0
        cash, lowest = 0.0, 0.0
        for year in range(math.ceil(self.closes) + 2):
            out = self.kind(year, "renewal") + self.running(year) + self.capital * self.works(year)
            if year == 0:
                out += float(self.table.forms.setup[self.form, self.draw])
            cash += self.kind(year, "commercial", "membership", "competitive") - out
            for k, gift in enumerate(gifts):
                parts = self.parts(capital, k)
                if capital.in_kind[k]:
                    cash += gift * shrink * self.works(year)
                    continue
                for later, part in enumerate(parts):
                    if year - later >= 0:
                        cash += gift * shrink * part * self.works(year - later)
            for k in range(len(core.records)):
                for later, part in enumerate(self.parts(core, k)):
                    if year - later >= 0:
                        asked = core.share[k, self.draw] * self.running(year - later)
                        paid = min(core.amount[k, self.draw], asked) * core.granted[k, self.draw]
                        cash += paid * part
            lowest = min(lowest, cash)
        return -lowest

    def parts(self, sources: object, k: int) -> tuple[float, float, float]:
        advance = float(sources.advance[k, self.draw])  # type: ignore[attr-defined]
        interim = float(sources.interim[k, self.draw])  # type: ignore[attr-defined]
        return advance, interim, max(0.0, 1 - advance - interim)


@pytest.mark.parametrize("draw", [0, 7, 39])
def test_indicators_equal_a_computation_by_hand(example: Study, draw: int) -> None:
    found = table(example, 40)
    rows = _one_seat(found.plan)

    for row in rows:
        by_hand = ByHand(found, row, draw)
        got = dict(zip(INDICATORS, appraise(found)[row, :, draw], strict=True))
        assert got["capital"] == pytest.approx(by_hand.capital, rel=1e-12)
        assert got["net_cost"] == pytest.approx(by_hand.net_cost(), rel=1e-9)
        assert got["cash_need"] == pytest.approx(by_hand.cash_need(), rel=1e-9, abs=1e-3)


def _one_seat(whole: Plan) -> list[int]:
    return [
        row
        for row, place in enumerate(whole.built)
        if len(whole.combinations[place].alternative.seats) == 1
    ]


def test_doing_nothing_costs_nothing(example: Study) -> None:
    found = evaluate(example, 10, 3)

    place = next(
        i for i, c in enumerate(found.plan.combinations) if c.alternative.kind == "do-nothing"
    )

    assert [found.indicator(name, place).tolist() for name in INDICATORS] == [[0.0] * 10] * 6


def test_grants_never_pass_what_they_pay_for(example: Study) -> None:
    found = table(example, 60)
    rows = plain.gifts(found.capital, np.full(60, 1e5))

    assert (rows.sum(axis=0) <= 1e5 * (1 + 1e-12)).all()


def test_a_line_is_held_to_what_the_centre_can_deliver(example: Study) -> None:
    found = table(example, 60)
    site, strategy, form, _ = found.plan.index[_one_seat(found.plan)[0]]
    own = slice(found.strategies.first[strategy], found.strategies.first[strategy + 1])

    full = plain.amounts(found, site, form, own)

    sold = np.isfinite(found.strategies.ceiling[own]).all(axis=1)
    assert sold.any()
    assert (full[sold] <= found.strategies.ceiling[own][sold] * (1 + 1e-12)).all()
