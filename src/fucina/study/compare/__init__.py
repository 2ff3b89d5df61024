"""Compare: what changed between two runs of a study, and why the ranking moved."""

from fucina.study.compare.compare import compare
from fucina.study.compare.comparison import Comparison
from fucina.study.compare.told import lines

__all__ = ["Comparison", "compare", "lines"]
