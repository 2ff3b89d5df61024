"""Which of two equal kernels a method uses: loops compiled by Numba, or plain NumPy.

A package with a hot kernel keeps it twice, under the same names: ``kernels.py`` (loops, compiled and cached on disk by Numba)
and ``plain.py`` (NumPy alone). They agree to 1e-12; the plain one runs where Numba is missing, and checks the other.
Compiled code runs on one thread and adds in a fixed order, so that neither threads nor machines change a result.
"""

import os
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, cast

ENABLED = os.environ.get("FUCINA_NUMBA", "1") != "0" and find_spec("numba") is not None


def available() -> bool:
    """Whether compiled kernels are to be used: Numba is installed, and FUCINA_NUMBA is not 0.

    >>> isinstance(available(), bool)
    True
    """
    return ENABLED


def kernel[F: Callable[..., Any]](loops: F) -> F:
    """Compile a function of arrays and numbers; only a module called ``kernels`` asks for it."""
    from numba import njit

    return cast("F", njit(cache=True, nogil=True)(loops))
