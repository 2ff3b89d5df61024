"""Whether a process works in a data folder, where one may not look into other accounts' processes."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fucina.config.postgres.pidfile import works_in

OWN, ANOTHER = 65534, 65533
ASKED = """
import os, sys
from pathlib import Path
from fucina.config.postgres.pidfile import works_in
os.setuid(int(sys.argv[1]))
print(works_in(Path(sys.argv[2]), Path(sys.argv[3])))
"""
SERVER = """
import os, sys, time
from pathlib import Path
Path("/proc/self/comm").write_text("postgres")
os.setuid(int(sys.argv[1]))
print("ready", flush=True)
time.sleep(60)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def a_server(at: Path, user: int) -> Iterator[Path]:
    """A process that calls itself postgres; where it is found under /proc."""
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, str(user)], cwd=at, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        yield Path(f"/proc/{process.pid}")
        process.kill()


def test_a_process_works_where_its_folder_is(folder: Path) -> None:
    with a_server(folder, os.geteuid()) as place:
        found = works_in(place, folder), works_in(place, folder / "elsewhere")

    assert found == (True, False)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may start processes of other accounts")
@pytest.mark.parametrize(("owner", "expected"), [(OWN, "False"), (ANOTHER, "True")])
def test_a_hidden_process_works_only_in_data_of_its_account(
    folder: Path, owner: int, expected: str
) -> None:
    data = folder / "data"
    data.mkdir()
    os.chown(data, owner, -1)

    with a_server(folder, ANOTHER) as place:
        done = subprocess.run(
            [sys.executable, "-c", ASKED, str(OWN), str(place), str(data)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert done.stdout.strip() == expected, done.stderr
