"""The p-median with capacities, as a mixed-integer program."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import LinearConstraint
from scipy.sparse import csr_array, eye_array, hstack, kron

from fucina.methods.arrays import Floats, non_negative, same_length
from fucina.methods.errors import MethodError
from fucina.methods.location.choice import Choice
from fucina.methods.location.program import Solution, minimise


def checked_capacity(capacity: ArrayLike, weight: Floats, choice: Choice) -> Floats:
    """Capacities (sites,), MethodError where the p largest cannot serve the whole weight.

    >>> checked_capacity([2, 1], np.array([1.0, 1.0]), Choice(2, 1)).tolist()
    [2.0, 1.0]
    """
    most = non_negative("capacity", capacity, ndim=1)
    same_length("capacity and columns of cost", most.size, choice.sites)
    if weight.sum() > np.sort(most)[-choice.p :].sum() * (1 + 1e-12):
        raise MethodError(f"capacity: {choice.p} sites cannot serve a demand of {weight.sum()}")
    return most


def solve_with_capacity(
    distance: Floats, weight: Floats, choice: Choice, capacity: Floats, time_limit: float | None
) -> Solution:
    """Variables: client i at site j (n*m), then site j open (m).

    >>> one = np.array([[3.0, 1.0]])
    >>> solve_with_capacity(one, np.ones(1), Choice(2, 1), np.array([1.0, 0.0]), None).x.tolist()
    [1.0, 0.0, 1.0, 0.0]
    """
    clients, sites = distance.shape
    lower = np.zeros(clients * sites + sites)
    lower[[clients * sites + site for site in choice.required]] = 1
    whole = np.ones(clients * sites + sites)
    costs = np.append((weight[:, None] * distance).ravel(), np.zeros(sites))
    constraints = _constraints(weight, choice, capacity)
    return minimise(costs, constraints, whole=whole, lower=lower, time_limit=time_limit)


def _constraints(weight: Floats, choice: Choice, capacity: Floats) -> list[LinearConstraint]:
    """Each client served once, p sites open, none serving while closed or beyond its capacity."""
    clients, sites = weight.size, choice.sites
    served = kron(eye_array(clients), np.ones((1, sites)))
    number = csr_array(np.append(np.zeros(clients * sites), np.ones(sites))[None])
    closed = kron(np.ones((clients, 1)), -eye_array(sites))
    load = kron(weight[None], eye_array(sites))
    room = -eye_array(sites).multiply(capacity)
    return [
        LinearConstraint(hstack([served, csr_array((clients, sites))], format="csr"), 1, 1),
        LinearConstraint(number, choice.p, choice.p),
        LinearConstraint(hstack([eye_array(clients * sites), closed], format="csr"), -np.inf, 0),
        LinearConstraint(hstack([load, room], format="csr"), -np.inf, 0),
    ]
