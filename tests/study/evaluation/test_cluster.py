"""The evaluation on a Dask cluster of two workers on this machine."""

import os
import signal
import time
from collections.abc import Iterator

import pytest
from distributed import Client, LocalCluster

from fucina.study.evaluation import cluster as cluster_step
from fucina.study.evaluation.combination import plan
from fucina.study.evaluation.evaluate import BLOCK, evaluate
from fucina.study.problem import StudyError
from fucina.study.schema import Study

pytestmark = [
    pytest.mark.xdist_group("cluster"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def two_workers() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address="127.0.0.1:0",
        silence_logs=50,
    ) as found:
        yield found


def test_two_workers_give_the_same_bytes(example: Study, two_workers: LocalCluster) -> None:
    draws = 3 * BLOCK + 17

    here = evaluate(example, draws, 5)
    there = evaluate(example, draws, 5, cluster=two_workers.scheduler_address)

    assert there.whole.indicators.tobytes() == here.whole.indicators.tobytes()
    assert there.whole.access.tobytes() == here.whole.access.tobytes()
    assert there.whole.openings.tobytes() == here.whole.openings.tobytes()


def test_a_worker_killed_midway_hands_its_blocks_to_the_other(
    example: Study, two_workers: LocalCluster
) -> None:
    draws = 12 * BLOCK
    killed: list[int] = []

    def kill(share: float) -> None:
        if not killed and share > 0:
            with Client(two_workers.scheduler_address, set_as_default=False) as client:
                pids = client.run(os.getpid)
            killed.append(next(iter(pids.values())))
            os.kill(killed[0], signal.SIGKILL)

    there = evaluate(example, draws, 5, cluster=two_workers.scheduler_address, progress=kill)

    assert len(killed) == 1
    assert (
        there.whole.indicators.tobytes() == evaluate(example, draws, 5).whole.indicators.tobytes()
    )


def test_a_cluster_that_does_not_answer_is_named(
    example: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_step, "WAIT", "1s")
    begun = time.monotonic()

    with pytest.raises(StudyError) as refused:
        evaluate(example, 100, 5, cluster="tcp://127.0.0.1:9")

    [problem] = refused.value.problems
    assert (problem.code, problem.file) == ("cluster_failed", "tcp://127.0.0.1:9")
    assert time.monotonic() - begun < 15


def test_a_failing_block_says_what_failed(example: Study, two_workers: LocalCluster) -> None:
    broken = plan(example)
    object.__setattr__(broken, "combinations", ())

    with pytest.raises(StudyError) as refused:
        cluster_step.evaluate_blocks(two_workers.scheduler_address, broken, [(0, 10)], 5, None)

    [problem] = refused.value.problems
    assert problem.code == "cluster_failed"
    assert "ValueError" in problem.sentence("en")
