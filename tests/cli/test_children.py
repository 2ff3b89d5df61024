import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fucina.cli.children import child, watch
from fucina.config.problem import SetupProblem

SLEEP = ("timeit", "-n1", "-r1", "import time; time.sleep(60)")


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_child_ends_with_its_context(tmp_path: Path) -> None:
    with child("sleeper", SLEEP, tmp_path / "log" / "sleeper.log") as sleeper:
        sleeper.require_alive()

    assert sleeper.process.returncode == -signal.SIGTERM


def test_child_that_stops_by_itself_is_said_with_its_log(tmp_path: Path) -> None:
    log = tmp_path / "broken.log"

    with pytest.raises(SetupProblem) as refusal, child("broken", ("nowhere",), log) as broken:
        watch([broken])

    assert str(refusal.value) == (
        f"The broken stopped by itself: read why in {log}, then start Fucina again."
    )
    assert "No module named nowhere" in log.read_text()


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a child of its parent's death"
)
def test_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from fucina.cli.children import child\n"
        f"with child('sleeper', {SLEEP!r}, Path({str(tmp_path / 'log')!r})) as one:\n"
        "    print(one.process.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        sleeper = int(parent.stdout.readline())
        time.sleep(0.2)  # until it has started, and can hear
        parent.kill()

    give_up = time.monotonic() + 5
    while is_alive(sleeper) and time.monotonic() < give_up:
        time.sleep(0.05)
    alive = is_alive(sleeper)
    if alive:
        os.kill(sleeper, signal.SIGKILL)
    assert not alive
