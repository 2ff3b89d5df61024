"""Several processes publish one study, and one of them is killed: the run is stored once, whole."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.race.served import address

from fucina.study.template import create

FUCINA = Path(sys.executable).parent / "fucina"
TORINO = Path(__file__).parents[3] / "studies/torino"
DRAWS = ("--draws", "100")
COUNT = """
import json
from fucina.centre.planning.domain.queries import output_folder
from fucina.centre.planning.models import Drawing, Run
drawn = Drawing.objects.count() == 4 * Drawing.objects.values("name").distinct().count() > 0
print(json.dumps([Run.objects.count(), drawn, all(
    (output_folder(run) / "report.it.pdf").is_file() for run in Run.objects.all())]))
"""


def start(environment: dict[str, str], study: Path = TORINO) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [FUCINA, "publish", study, *DRAWS], env=environment, stdout=subprocess.DEVNULL
    )


def stored(environment: dict[str, str]) -> list[object]:
    done = subprocess.run(
        [FUCINA, "manage", "shell", "--verbosity", "0", "--command", COUNT],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: list[object] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.xdist_group("demo")
def test_two_publish_at_once_and_the_run_is_stored_once(
    environment: dict[str, str], tmp_path: Path, transactional_db: None
) -> None:
    """A small study, which takes no less part in the race."""
    create(tmp_path / "study")
    environment["DATABASE_URL"] = address()
    both = [start(environment, tmp_path / "study") for _ in range(2)]

    codes = [process.wait(timeout=600) for process in both]

    assert (codes, stored(environment)) == ([0, 0], [1, True, True])


@pytest.mark.soak
def test_publishers_killed_at_any_moment_leave_nothing_half_stored(
    environment: dict[str, str],
) -> None:
    for moment in (1.5, 3.0, 4.5, 6.0, 7.5, 9.0):
        victim = start(environment)
        time.sleep(moment)
        victim.send_signal(signal.SIGKILL)
        victim.wait(timeout=30)

    survivors = [start(environment) for _ in range(4)]
    codes = [process.wait(timeout=300) for process in survivors]

    folders = list((Path(environment["FUCINA_VAR"]) / "studies/torino").iterdir())
    assert (codes, stored(environment)) == ([0] * 4, [1, True, True])
    assert [(f / "results.json").is_file() for f in folders] == [True]
