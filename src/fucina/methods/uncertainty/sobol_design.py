"""Where a model is to be run to learn its Sobol' indices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from fucina.methods.arrays import Floats
from fucina.methods.errors import MethodError
from fucina.methods.uncertainty.draws import uniform
from fucina.methods.uncertainty.quasi import quasi_uniform


@dataclass(frozen=True)
class SobolDesign:
    """Two independent samples of k inputs (n, k), uniform in (0, 1), and whether pairs are asked.

    >>> sobol_design(1, ["rent", "wages"], 8).runs
    32
    """

    a: Floats
    b: Floats
    second_order: bool

    @property
    def runs(self) -> int:
        """How often the model runs: n (k + 2), or n (2k + 2) with second order."""
        n, k = self.a.shape
        return int(n * (2 * k + 2 if self.second_order else k + 2))

    def blocks(self) -> Iterator[Floats]:
        """Blocks of rows (n, k): A, B, A with column i of B for each i, and with second order the mirror."""
        yield self.a
        yield self.b
        mirrored = [(self.a, self.b), (self.b, self.a)]
        for own, other in mirrored if self.second_order else mirrored[:1]:
            for i in range(own.shape[1]):
                rows = own.copy()
                rows[:, i] = other[:, i]
                yield rows


def sobol_design(
    seed: int, names: Sequence[str], n: int, second_order: bool = False, quasi: bool = True
) -> SobolDesign:
    """Saltelli's (2010) crossed samples for the inputs `names`, n draws each, best a power of two.

    The i-th input takes dimensions 2i and 2i + 1 of the scrambled Sobol' sequence, or pseudo-random
    draws; either way by address, so that inputs added at the end and further draws change none.
    Run the model on `blocks()` and hand its results, stacked (blocks, n), to `sobol_indices`.
    Raises MethodError for a name given twice, none at all, n < 2, or more than 512 quasi-random inputs.

    >>> design = sobol_design(1, ["rent", "wages"], 1024)
    >>> outputs = np.stack([rows[:, 0] + 2 * rows[:, 1] for rows in design.blocks()])
    >>> from fucina.methods.uncertainty import sobol_indices
    >>> sobol_indices(outputs, 2).first.value.round(2).tolist()
    [0.2, 0.8]
    """
    if not names or len(set(names)) < len(names):
        raise MethodError(f"names: need at least one, each once, got {list(names)}")
    if n < 2:
        raise MethodError(f"n: need at least 2 draws, got {n}")
    a, b = np.empty((n, len(names))), np.empty((n, len(names)))
    for i, name in enumerate(names):
        for part, (sample, address) in enumerate(((a, name), (b, f"{name}\x1fsecond"))):
            sample[:, i] = (
                quasi_uniform(seed, name, 2 * i + part, n) if quasi else uniform(seed, address, n)
            )
    return SobolDesign(a, b, second_order)
