"""Cost and time of a project at once: what takes longer costs more, in the same draw."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods.arrays import Booleans, Floats, non_negative, real
from fucina.methods.errors import MethodError
from fucina.methods.network.network import Network
from fucina.methods.network.quantile import quantile
from fucina.methods.network.schedule import Schedule, schedule_network
from fucina.methods.uncertainty import Estimate, mean, probability, uniform


@dataclass(frozen=True)
class JointRisk:
    """Cost (n,), end (n,) and whether every gate let pass (n,), with the schedule behind them.

    Where a gate did not, `end` is when the project stopped and `cost` what it had cost by then.

    >>> network = Network(("build",))
    >>> risk = joint_risk(network, [[1.0], [3.0]], period_costs=10.0)
    >>> risk.joint_confidence(budget=20, deadline=2).value
    0.5
    """

    cost: Floats
    end: Floats
    completed: Booleans
    schedule: Schedule

    @property
    def completion(self) -> Estimate:
        """Probability that every gate lets pass."""
        return probability(self.completed)

    def within_budget(self, budget: float) -> Estimate:
        """Probability of completing at no more than this cost."""
        return probability(self.completed & (self.cost <= budget))

    def on_time(self, deadline: float) -> Estimate:
        """Probability of completing no later than this."""
        return probability(self.completed & (self.end <= deadline))

    def joint_confidence(self, budget: float, deadline: float) -> Estimate:
        """Probability of both at once (joint confidence level, NASA 2009)."""
        return probability(self.completed & (self.cost <= budget) & (self.end <= deadline))

    def budget_at(self, confidence: float) -> Estimate:
        """Cost not exceeded with this probability, among completed draws, and its standard error."""
        return quantile(self._done(self.cost), confidence)

    def deadline_at(self, confidence: float) -> Estimate:
        """End not exceeded with this probability, among completed draws, and its standard error."""
        return quantile(self._done(self.end), confidence)

    @property
    def expected_cost(self) -> Estimate:
        """Mean cost of all draws, stopped ones included."""
        return mean(self.cost)

    def _done(self, values: Floats) -> Floats:
        if not self.completed.any():
            raise MethodError("gates: no draw was completed")
        return np.asarray(values[self.completed])


def joint_risk(
    network: Network,
    durations: ArrayLike,
    *,
    fixed_costs: ArrayLike = 0.0,
    period_costs: ArrayLike = 0.0,
    overhead: ArrayLike = 0.0,
    escalation: ArrayLike = 0.0,
    seed: int = 0,
) -> JointRisk:
    """Cost and end of n draws of a network from durations, costs and gates drawn together.

    Cost = sum over activities of (fixed cost + cost per period * duration) * (1 + escalation)**
    (middle of the activity) + overhead per period * end: time-dependent costs tie the two
    (Hulett 2011). `durations`, `fixed_costs` and `period_costs` are (n, k) or broadcast to it,
    `overhead` and `escalation` (n,). Gates are drawn by `uncertainty.uniform(seed, "gate: <name>")`;
    the first that does not let pass stops all work: what has begun costs its fixed cost and the
    periods so far. Raises MethodError naming a negative or non-finite input or one that does not
    fit.

    >>> from fucina.methods.network.gate import Gate
    >>> network = Network(("plan", "build"), gates=(Gate("build", opens=2.0, passes=0.0),))
    >>> joint_risk(network, [[1.0, 5.0]], fixed_costs=[3.0, 100.0], overhead=1.0).cost.tolist()
    [5.0]
    """
    plan = schedule_network(network, durations)
    shape = plan.start.shape
    fixed = _fit("fixed_costs", non_negative("fixed_costs", fixed_costs), shape)
    running = _fit("period_costs", non_negative("period_costs", period_costs), shape)
    general = _fit("overhead", non_negative("overhead", overhead), shape[:1])
    growth = _fit("escalation", real("escalation", escalation), shape[:1])
    if (growth <= -1).any():
        raise MethodError(f"escalation: must be greater than -1, got {growth.min()}")
    stop = _stops(network, plan, seed)
    end = np.minimum(plan.end, stop)
    finish = np.minimum(plan.finish, end[:, None])
    worked = np.maximum(finish - plan.start, 0)
    begun = (plan.start < stop[:, None]) | np.isinf(stop)[:, None]
    prices = (1 + growth)[:, None] ** (plan.start + worked / 2)
    spent = (np.where(begun, fixed, 0) + running * worked) * prices
    return JointRisk(spent.sum(axis=1) + general * end, end, np.isinf(stop), plan)


def _stops(network: Network, plan: Schedule, seed: int) -> Floats:
    """When the first closed gate stops each draw (n,), or infinity."""
    n = plan.end.size
    stop = np.full(n, np.inf)
    for gate in network.gates:
        closed = uniform(seed, f"gate: {gate.activity}", n) > gate.passes
        reached = plan.start[:, network.place[gate.activity]]
        stop = np.where(closed, np.minimum(stop, reached), stop)
    return stop


def _fit(name: str, value: Floats, shape: tuple[int, ...]) -> Floats:
    try:
        return np.broadcast_to(value, shape)
    except ValueError as error:
        raise MethodError(f"{name}: shape {value.shape} does not fit {shape}") from error
