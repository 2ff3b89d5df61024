import subprocess
import sys

import numpy as np
import pytest

from fucina.methods.decision import plain

kernels = pytest.importorskip("fucina.methods.decision.kernels")

M, C, N = 7, 4, 300


def arrays(seed):
    rng = np.random.default_rng(seed)
    rounded = rng.integers(0, 4, (M, N)).astype(float)  # many ties
    return rng, rng.random((M, N)), rounded


@pytest.mark.parametrize("scores", arrays(1)[1:], ids=["clear", "tied"])
def test_rank_counting_is_the_same_compiled_and_plain(scores):
    weights = np.random.default_rng(2).dirichlet(np.ones(C), N).T.copy()
    found = []

    for module in (kernels, plain):
        above, best = np.empty((M, N), np.int64), np.empty(N, np.int64)
        wins, ranks = np.zeros((M, M), np.int64), np.zeros((M, M))
        won, squares = np.zeros((M, C)), np.zeros((M, C))
        module.count_better(scores, np.full(N, 1e-12), above, wins)
        module.share_ranks(above, weights, ranks, won, squares, best)
        found.append((above, wins, ranks, won, squares, best))

    for compiled, numpy in zip(*found, strict=True):
        assert compiled.ravel().tolist() == pytest.approx(numpy.ravel().tolist(), rel=1e-12)


def test_scores_are_the_same_compiled_and_plain():
    rng = np.random.default_rng(3)
    weights = rng.random((C, N))

    for values, name in ((rng.random((M, C)), "linear"), (rng.random((N, M, C)), "drawn")):
        compiled, numpy = np.empty((M, N)), np.empty((M, N))
        getattr(kernels, f"{name}_scores")(values, weights, compiled)
        getattr(plain, f"{name}_scores")(values, weights, numpy)
        assert compiled.tolist() == numpy.tolist()


@pytest.mark.parametrize("kind", range(1, 7))
def test_net_flows_are_the_same_compiled_and_plain(kind):
    _, clear, tied = arrays(4)

    for column in (4 * clear, tied):
        compiled, numpy = np.empty((M, N)), np.empty((M, N))
        kernels.net_flow(column, kind, 0.5, 2.0, 1.5, compiled)
        plain.net_flow(column, kind, 0.5, 2.0, 1.5, numpy)
        assert np.abs(compiled - numpy).max() < 1e-12


def test_importing_the_package_does_not_import_numba():
    code = "import sys, fucina.methods.decision, fucina.methods.portfolio as p; print('numba' in sys.modules)"

    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert answer.stdout.strip() == "False"
