"""The same evaluation on a Dask cluster: the blocks go to its workers, and come back in order."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fucina.study.problem import Problem, StudyError

if TYPE_CHECKING:
    from fucina.study.evaluation.combination import Plan
    from fucina.study.evaluation.evaluate import Block

WAIT = "20s"
"""How long a scheduler, or its first worker, may take to answer."""
RETRIES = 3
"""How often a block is given to another worker when one fails."""


def evaluate_blocks(
    address: str,
    whole: "Plan",
    blocks: list[tuple[int, int]],
    seed: int,
    progress: Callable[[float], None] | None,
) -> "list[Block]":
    """Each block of draws on whichever worker is free; one that dies hands its blocks to the others.

    Raises :class:`~fucina.study.problem.StudyError` with what failed, where the cluster cannot be reached,
    has no worker, or loses all of them.
    """
    try:
        from distributed import Client, as_completed
        from distributed.comm.addressing import parse_address
        from distributed.comm.registry import get_backend
    except ImportError as error:
        raise StudyError([Problem("cluster_missing", address)]) from error
    from fucina.study.engine import engine

    try:
        scheme, _ = parse_address(address, strict=True)
        get_backend(scheme)  # a client that cannot even begin takes long to give up
        with Client(address, timeout=WAIT, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=WAIT)
            _same_engine(client, address, engine())
            given = client.scatter(whole, broadcast=True)
            futures = [
                client.submit(_block, given, size, seed, start, pure=False, retries=RETRIES)
                for start, size in blocks
            ]
            for done, _ in enumerate(
                as_completed(futures, loop=client.loop, raise_errors=False), start=1
            ):
                if progress:
                    progress(done / len(blocks))
            return [future.result() for future in futures]
    except StudyError:
        raise
    except Exception as error:  # whatever a cluster can throw: its word is passed on
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:300]
        raise StudyError(
            [Problem("cluster_failed", address, numbers=(("reason", reason),))]
        ) from error


def _block(whole: "Plan", draws: int, seed: int, start: int) -> "Block":
    from fucina.study.evaluation.evaluate import evaluate_block
    from fucina.study.sampling import Sample

    return evaluate_block(whole, Sample(whole.study, draws, seed, start))


def _engine() -> str:
    from fucina.study.engine import engine

    return engine()


def _same_engine(client: object, address: str, own: str) -> None:
    """Workers of another version would give other figures without a word."""
    found: dict[str, str] = client.run(_engine)  # type: ignore[attr-defined]
    others = sorted({mark for mark in found.values() if mark != own})
    if others:
        numbers = (("own", own), ("other", ", ".join(others)))
        raise StudyError([Problem("cluster_other", address, numbers=numbers)])
