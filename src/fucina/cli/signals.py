"""Being told to stop: by Ctrl-C, by a supervisor, by a terminal that closes."""

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType

STOP = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

type Wrapper = Callable[[AbstractContextManager[None]], AbstractContextManager[None]]


@contextmanager
def interruptible() -> Iterator[Wrapper]:
    """Any of the signals raises KeyboardInterrupt; what is entered and left through the given wrapper is entered
    and left whole, and only then interrupted, so that no server is left half started or half stopped."""
    shielded = False
    told = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal told
        if told:  # once is enough: stopping is under way
            return
        told = True
        if not shielded:
            raise KeyboardInterrupt

    @contextmanager
    def whole(inner: AbstractContextManager[None]) -> Iterator[None]:
        nonlocal shielded
        shielded = True
        with inner:
            shielded = False
            try:
                if told:
                    raise KeyboardInterrupt
                yield
            finally:
                shielded = True
        shielded = False

    before = {number: signal.signal(number, stop) for number in STOP}
    try:
        yield whole
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
