"""scripts/bootstrap on machines that lack something: one sentence, and what to do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "dirname", "sed", "cat", "cksum", "tr", "sort", "mkdir", "rm", "grep", "env")
REMEDY = (
    "Fucina: needs Python 3.12, 3.13 or 3.14 and found none: install one (Debian: apt install python3; "
    "macOS: brew install python@3.13; anywhere: pyenv install 3.13), or name one in UV_PYTHON.\n"
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What bootstrap reads, and nothing that it made before."""
    folder = tmp_path / "clone"
    shutil.copytree(ROOT / "scripts", folder / "scripts")
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """A machine with the tools of a shell and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    return {"PATH": str(folder), "HOME": str(tmp_path)}


def add(machine: dict[str, str], name: str, script: str) -> None:
    program = Path(machine["PATH"]) / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def bootstrap(
    clone: Path, machine: dict[str, str], what: str = "demo"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [clone / "scripts/bootstrap", what],
        env=machine,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def no_system_python() -> None:
    """Bootstrap also looks where images usually keep one; a test cannot take that away."""
    places = ("opt/python*/bin/python3", "opt/python/*/bin/python3", "usr/local/bin/python3.1[234]")
    if any(any(Path("/").glob(place)) for place in places):
        pytest.skip("this machine keeps a Python where bootstrap looks")


def test_bootstrap_without_python_says_so(
    clone: Path, bare: dict[str, str], no_system_python: None
) -> None:
    done = bootstrap(clone, bare)

    assert (done.returncode, done.stderr) == (1, REMEDY)


def test_bootstrap_with_an_old_python_and_a_broken_shim_says_so(
    clone: Path, bare: dict[str, str], no_system_python: None
) -> None:
    add(bare, "python3", "exit 1")  # runs, and is out of range
    add(bare, "python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")

    done = bootstrap(clone, bare)

    assert (done.returncode, done.stderr) == (1, REMEDY)


def test_bootstrap_with_a_wrong_uv_python_says_so(clone: Path, bare: dict[str, str]) -> None:
    done = bootstrap(clone, bare | {"UV_PYTHON": "/nowhere/python"})

    assert done.returncode == 1
    assert done.stderr == (
        "Fucina: UV_PYTHON is /nowhere/python, which is no Python 3.12, 3.13 or 3.14: "
        "set it to one, or unset it.\n"
    )


def test_bootstrap_says_it_in_italian(clone: Path, bare: dict[str, str]) -> None:
    done = bootstrap(clone, bare | {"UV_PYTHON": "/nowhere/python", "LANG": "it_IT.UTF-8"})

    assert done.stderr == (
        "Fucina: UV_PYTHON è /nowhere/python, che non è un Python 3.12, 3.13 o 3.14: "
        "indicarne uno, o toglierla.\n"
    )


def test_bootstrap_without_pip_or_venv_says_so(clone: Path, bare: dict[str, str]) -> None:
    add(bare, "python3.13", f'case "$2" in venv|pip) exit 1;; esac; exec {sys.executable} "$@"')

    done = bootstrap(clone, bare)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Fucina: ")
    assert "can make no virtual environment and there is no pip" in done.stderr


def test_bootstrap_without_network_says_so(clone: Path, bare: dict[str, str]) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:1/simple", "PIP_CONFIG_FILE": os.devnull}
    python = {"UV_PYTHON": os.path.realpath(sys.executable)}

    done = bootstrap(clone, bare | nowhere | python)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "Fucina: could not fetch uv: check the network or its proxy settings, "
        "then run the command again."
    )


def test_bootstrap_of_something_unknown_tells_its_use(clone: Path, bare: dict[str, str]) -> None:
    done = bootstrap(clone, bare, "everything")

    assert (done.returncode, done.stderr) == (2, "usage: scripts/bootstrap demo|dev|docs|bench\n")


@pytest.fixture
def ready(clone: Path, bare: dict[str, str]) -> dict[str, str]:
    """A machine with this Python, and a uv that only writes down what it is asked."""
    uv = clone / ".cache/uv/bin/uv"
    uv.parent.mkdir(parents=True)
    uv.write_text(
        '#!/bin/sh\necho "$@" >>asked\n[ -z "${UV_PYTHON:-}" ] || echo "UV_PYTHON is set" >>asked\n'
        f"case $1 in venv) rm -rf .venv; {sys.executable} -m venv --without-pip .venv;; esac\n"
    )
    uv.chmod(0o755)
    mark = subprocess.run(
        ["cksum", "requirements/uv.txt"], cwd=clone, capture_output=True, check=True
    )
    (clone / ".cache/uv/.mark").write_bytes(mark.stdout)
    return bare | {"UV_PYTHON": sys.executable}


def asked(clone: Path) -> list[str]:
    """What uv was asked since the last look."""
    notes = clone / "asked"
    found = notes.read_text().splitlines() if notes.exists() else []
    notes.unlink(missing_ok=True)
    return found


SYNC = "pip sync --python .venv/bin/python --quiet --require-hashes"
INSTALL = "pip install --python .venv/bin/python --quiet --offline --no-deps --no-build-isolation --editable ."


def test_bootstrap_installs_into_its_own_environment_only(
    clone: Path, ready: dict[str, str]
) -> None:
    done = bootstrap(clone, ready)

    assert (done.returncode, done.stderr) == (0, "Installing the locked packages: demo\n")
    assert asked(clone) == [
        f"venv --quiet --clear --no-project --python {sys.executable} .venv",
        f"{SYNC} requirements/demo.txt",
        INSTALL,
    ]


def test_bootstrap_again_does_nothing(clone: Path, ready: dict[str, str]) -> None:
    bootstrap(clone, ready)
    asked(clone)

    done = bootstrap(clone, ready)

    assert (done.returncode, done.stderr, asked(clone)) == (0, "", [])


def test_bootstrap_keeps_what_another_command_needed(clone: Path, ready: dict[str, str]) -> None:
    bootstrap(clone, ready, "docs")
    asked(clone)

    bootstrap(clone, ready, "dev")
    after_dev = asked(clone)
    bootstrap(clone, ready, "demo")
    bootstrap(clone, ready, "docs")

    assert after_dev == [
        f"{SYNC} requirements/demo.txt requirements/dev.txt requirements/docs.txt",
        INSTALL,
    ]
    assert asked(clone) == []


def test_bootstrap_after_a_lock_changed_synchronises(clone: Path, ready: dict[str, str]) -> None:
    bootstrap(clone, ready)
    asked(clone)
    with (clone / "requirements/demo.txt").open("a") as lock:
        lock.write("# changed\n")

    bootstrap(clone, ready)

    assert asked(clone) == [f"{SYNC} requirements/demo.txt", INSTALL]


def test_bootstrap_after_the_interpreter_went_makes_the_environment_anew(
    clone: Path, ready: dict[str, str]
) -> None:
    bootstrap(clone, ready)
    asked(clone)
    (clone / ".venv/bin/python").unlink()

    bootstrap(clone, ready)

    assert [line.split()[0] for line in asked(clone)] == ["venv", "pip", "pip"]


@pytest.mark.parametrize("script", ["bootstrap", "lock"])
def test_script_is_plain_sh(script: str) -> None:
    shells = [shell for shell in ("sh", "dash", "bash") if shutil.which(shell)]

    refused = [
        shell
        for shell in shells
        if subprocess.run([shell, "-n", ROOT / "scripts" / script], check=False).returncode
    ]

    assert refused == []
