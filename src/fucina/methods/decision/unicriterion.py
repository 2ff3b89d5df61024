"""Net flows on each criterion alone: PROMETHEE II before the weights."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from fucina.methods import compiled
from fucina.methods.arrays import Floats, real
from fucina.methods.decision.preference import KINDS, Preference
from fucina.methods.decision.promethee import upward
from fucina.methods.decision.ranking import blocks
from fucina.methods.errors import MethodError


def unicriterion_flows(
    matrix: ArrayLike, larger_is_better: ArrayLike, preferences: Sequence[Preference]
) -> Floats:
    """Net flow of each alternative on each criterion alone, in -1..1, of the shape of `matrix`.

    phi_c(a) = sum over b of (P_c(a, b) - P_c(b, a)) / (m - 1); the net flow of PROMETHEE II is
    its sum weighted by the criteria (Mareschal and Brans 1988). `matrix` (m, c), or (n, m, c) of
    n draws; `larger_is_better` (c,), one preference a criterion. Raises as `promethee_ii`.

    >>> unicriterion_flows([[3, 1], [1, 1]], [True, True], [Preference()] * 2).tolist()
    [[1.0, 0.0], [-1.0, 0.0]]
    """
    table = real("matrix", matrix)
    if table.ndim not in (2, 3):
        raise MethodError(f"matrix: expected (m, c) or (n, m, c), got {table.shape}")
    signed = upward(table, larger_is_better, preferences)
    m = table.shape[-2]
    if table.ndim == 3:
        return np.asarray(_of_draws(signed, preferences) / (m - 1))
    flows = np.empty_like(signed)
    for k, preference in enumerate(preferences):
        degree = preference.degree(signed[:, None, k] - signed[None, :, k])
        flows[:, k] = (degree - degree.T).sum(axis=1)
    return np.asarray(flows / (m - 1))


def _of_draws(signed: Floats, preferences: Sequence[Preference]) -> Floats:
    flows = np.empty_like(signed)
    for block in blocks(signed.shape[0]):
        for k, preference in enumerate(preferences):
            column = np.ascontiguousarray(signed[block, :, k].T)
            net = np.empty_like(column)
            _net_flow(column, preference, net)
            flows[block, :, k] = net.T
    return flows


def _net_flow(column: Floats, preference: Preference, net: Floats) -> None:
    kind = KINDS.index(preference.kind) + 1
    limits = float(preference.q), float(preference.p), float(preference.s)
    if compiled.available():
        from fucina.methods.decision import kernels

        kernels.net_flow(column, kind, *limits, net)
    else:
        from fucina.methods.decision import plain

        plain.net_flow(column, kind, *limits, net)
