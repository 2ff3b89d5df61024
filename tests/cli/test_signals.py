import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from fucina.cli.signals import interruptible


@contextmanager
def slow(diary: list[str], *, told_while: str) -> Iterator[None]:
    """Something that is told to stop while it starts or stops."""

    def go_through(part: str) -> None:
        diary.append(f"{part} begins")
        if told_while == part:
            os.kill(os.getpid(), signal.SIGTERM)
        diary.append(f"{part} ends")

    go_through("start")
    try:
        yield
    finally:
        go_through("stop")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_interrupts(number: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt), interruptible():
        os.kill(os.getpid(), number)


def test_signal_while_starting_waits_and_then_stops_what_was_started() -> None:
    diary: list[str] = []

    with (
        pytest.raises(KeyboardInterrupt),
        interruptible() as whole,
        whole(slow(diary, told_while="start")),
    ):
        diary.append("work")

    assert diary == ["start begins", "start ends", "stop begins", "stop ends"]


def test_signal_while_stopping_lets_it_end() -> None:
    diary: list[str] = []

    with interruptible() as whole, whole(slow(diary, told_while="stop")):
        diary.append("work")

    assert diary[-2:] == ["stop begins", "stop ends"]


def test_handlers_are_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM)

    with interruptible():
        pass

    assert signal.getsignal(signal.SIGTERM) == before
