"""A method against a named peer, in one run: internal rates of return, all projects at once."""

import time

import numpy as np
import numpy_financial

from benchmarks.measure import Row
from fucina.methods.cashflow import internal_rate_of_return

PROJECTS, YEARS = 2000, 21


def measure() -> list[Row]:
    generator = np.random.default_rng(1)
    flows = generator.uniform(5, 15, (PROJECTS, YEARS))
    flows[:, 0] = -100
    start = time.process_time()
    ours = internal_rate_of_return(flows)
    middle = time.process_time()
    peers = np.array([numpy_financial.irr(row) for row in flows])
    end = time.process_time()
    ratio = (end - middle) / (middle - start)
    return [
        Row(
            f"IRR of {PROJECTS:,} × {YEARS} flows, CPU",
            middle - start,
            "s",
            None,
            f"{ratio:.0f} times numpy-financial’s speed in the same run",
        ),
        Row("largest difference from numpy-financial", float(np.abs(ours - peers).max()), "", 1e-9),
    ]
