"""An order in which every activity follows its predecessors."""

from collections.abc import Sequence
from graphlib import CycleError, TopologicalSorter

from fucina.methods.errors import MethodError


def topological_order(predecessors: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Indices ordered so that predecessors come first (Kahn 1962).

    Raises MethodError naming a cycle, or an index that is no activity.

    >>> topological_order([[1], [], [0, 1]])
    (1, 0, 2)
    """
    k = len(predecessors)
    strangers = sorted({p for before in predecessors for p in before if not 0 <= p < k})
    if strangers:
        raise MethodError(f"predecessors: {strangers} are not activities 0 .. {k - 1}")
    try:
        return tuple(TopologicalSorter(dict(enumerate(predecessors))).static_order())
    except CycleError as error:
        cycle = " -> ".join(str(index) for index in error.args[1])
        raise MethodError(f"predecessors: cycle {cycle}") from error
