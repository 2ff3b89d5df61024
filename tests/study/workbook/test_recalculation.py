"""The book, recalculated by an independent engine, against the compiled kernel and the accounts: to the cent."""

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from tests.study.workbook.recalculation import Recalculated, recalculate

from fucina.study.evaluation import INDICATORS, plan, tableau
from fucina.study.evaluation.choice import appraise
from fucina.study.finance.partners import partners
from fucina.study.finance.position import Position, position
from fucina.study.finance.returns import returns
from fucina.study.finance.statements import Statements
from fucina.study.result import Result
from fucina.study.run import compute
from fucina.study.sampling import Floats, Planned, Sample
from fucina.study.schema import Figure, Study
from fucina.study.workbook import workbook
from fucina.study.workbook.indicators import NAMES

CENT = 0.005
CASES = ("the plan", "a draw", "several seats", "torino")


@dataclass(frozen=True)
class Both:
    """The same combination and draw in the book and in the engine."""

    book: Recalculated
    position: Position
    indicators: dict[str, float]
    seconds: float

    def years(self, flows: Floats) -> list[float]:
        """The engine's years, and nothing in those that the book has besides."""
        width = len(self.book.row("Timing", "Share of the works"))
        return [*flows[0].tolist(), *([0.0] * (width - flows.shape[1]))]


class Twice(Sample):
    """One draw two times over: a spread needs more than one."""

    def __init__(self, one: Sample) -> None:
        super().__init__(one.study, 2, one.seed)
        self.one = one

    def chance(self, key: str) -> Floats:
        return np.repeat(self.one.chance(key), 2)

    def _draws(self, key: str, figure: Figure) -> Floats:
        return np.repeat(self.one._draws(key, figure), 2)


def both(study: Study, result: Result, folder: Path, draw: int | None) -> Both:
    book = workbook(study, result, "en", draw)
    begun = time.process_time()
    found = recalculate(book, folder)
    seconds = time.process_time() - begun
    whole = plan(study)
    place = next(i for i, c in enumerate(whole.combinations) if c.id == result.decision.combination)
    sample = Planned(study) if draw is None else Sample(study, 1, result.seed, draw)
    table = tableau(whole.only([place]), Twice(sample))
    values = dict(zip(INDICATORS, appraise(table)[0, :, 0].tolist(), strict=True))
    return Both(found, position(table, 0), values, seconds)


def proposing(result: Result, combination: str) -> Result:
    decision = result.decision.model_copy(update={"combination": combination})
    return result.model_copy(update={"decision": decision})


@pytest.fixture(scope="module")
def result(example: Study) -> Result:
    return compute(example, draws=200, seed=7)


@pytest.fixture(scope="module", params=CASES)
def same(
    request: pytest.FixtureRequest,
    example: Study,
    torino: Study,
    result: Result,
    torino_result: Result,
    tmp_path_factory: pytest.TempPathFactory,
) -> Both:
    folder = tmp_path_factory.mktemp("book")
    match request.param:
        case "the plan":
            return both(example, result, folder, None)
        case "a draw":
            return both(example, result, folder, 17)
        case "several seats":
            other = next(c.id for c in plan(example).combinations if len(c.alternative.seats) > 1)
            return both(example, proposing(result, other), folder, 5)
        case _:
            return both(torino, torino_result, folder, 3)


def close(found: list[float], wanted: list[float]) -> bool:
    return float(np.max(np.abs(np.subtract(found, wanted)))) < CENT


def test_book_recalculates_without_an_error_in_little_time(same: Both) -> None:
    """A quarter of a minute on a quiet machine."""
    assert same.book.faults() == []
    assert same.seconds < 90


def test_indicators_equal_the_kernels_to_the_cent(same: Both) -> None:
    found = {name: same.book.named(NAMES[name].en) for name in INDICATORS}

    differences = {name: abs(found[name] - same.indicators[name]) for name in INDICATORS}

    assert {name: d for name, d in differences.items() if d >= CENT} == {}
    assert all(value for name, value in found.items() if name != "cash_need")


def test_cash_flow_equals_the_plain_models_year_by_year(same: Both) -> None:
    flows = same.position.flows
    wanted = {
        ("Cash flow", "Flow before partners and lenders"): flows.cash_flow,
        ("Cash flow", "Income and fees"): flows.income,
        ("Cash flow", "Competitive grants"): flows.of_kind("competitive"),
        ("Cash flow", "Core funding"): flows.core.sum(axis=0),
        ("Cash flow", "Investment grants"): flows.grants.sum(axis=0),
        ("Cash flow", "Investment in cash and setting up"): -flows.spent,
        ("Cash flow", "Machine renewal"): -flows.of_kind("renewal"),
        ("Cash flow", "Running costs"): -flows.running,
        ("Running", "Rent"): flows.rent,
        ("Running", "Bodies and duties"): flows.bodies,
        ("Investment and funding", "Investment"): flows.investment,
        ("Investment and funding", "of which in kind"): flows.in_kind,
        ("Lines", "Benefits to firms and society"): flows.of_kind("benefit"),
        ("Indicators", "Residual value"): flows.residual,
        ("Timing", "Share of the works"): flows.works,
        ("Timing", "The strategy’s level"): flows.level,
        ("Timing", "Part of the year it is open"): flows.present,
        ("Cash flow", "Calls on partners"): same.position.calls,
        ("Investment and funding", "Interest"): same.position.debt[0],
        ("Investment and funding", "Repayments"): same.position.debt[1],
    }

    unlike = [
        where
        for where, values in wanted.items()
        if not close(same.book.row(*where, last=True), same.years(values))
    ]

    assert unlike == []


def test_statements_equal_the_accounts_and_balance(same: Both) -> None:
    said = Statements(same.position)
    wanted = {
        ("Income statement", "Result of the year"): said.income["result"],
        ("Income statement", "Investment grants released"): said.income["release"],
        ("Income statement", "Depreciation"): said.income["depreciation"],
        ("Balance sheet", "Building and machines"): said.balance["fixed"],
        ("Balance sheet", "Grants receivable"): said.balance["receivable"],
        ("Balance sheet", "Total assets"): said.balance["assets"],
        ("Balance sheet", "Total liabilities"): said.balance["liabilities"],
    }
    length = said.owed.shape[1]

    unlike = [
        where
        for where, values in wanted.items()
        if not close(same.book.row(*where)[:length], values[0].tolist())
    ]

    assert unlike == []
    assert same.book.named("balance_check") == 0


def test_returns_and_partners_equal_the_accounts(same: Both) -> None:
    told = returns(same.position)
    form = same.position.table.plan.combinations[0].form
    people = partners(same.position, str(form))
    k = next(i.value.mean for i in told.indicators if i.name == "K")
    first = next(
        row for row in range(1, 60) if same.book.book["Partners"].cell(row, 1).value == "Partner"
    ) + 1  # fmt: skip

    ours = [
        [float(same.book.cell("Partners", f"{letter}{first + i}")) for letter in "DEFGHJ"]
        for i in range(len(people))
    ]

    assert abs(same.book.named("FNPV_K") - k) < CENT
    assert same.book.named("benefit_cost") == pytest.approx(told.benefit_cost.mean, abs=1e-9)
    assert same.book.named("funding_gap") == pytest.approx(told.gap.mean, abs=1e-9)
    assert ours == [
        pytest.approx(
            [x.mean for x in (p.grants, p.in_kind, p.equity, p.calls, p.money, p.npv)], abs=CENT
        )
        for p in people
    ]
