"""fucina study run --cluster: what a person reads when the cluster does not answer."""

import subprocess
import sys
from pathlib import Path

from fucina.study.template import create

FUCINA = Path(sys.executable).with_name("fucina")


def test_a_cluster_that_does_not_answer_leaves_nothing_behind(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    create(tmp_path / "study")
    out = tmp_path / "out"

    done = subprocess.run(
        [
            FUCINA, "study", "run", tmp_path / "study", "--out", out, "--draws", "100",
            "--cluster", "nowhere://x", "--language", "en",
        ],
        capture_output=True, text=True, env=environment, timeout=120, check=False,
    )  # fmt: skip

    assert (done.returncode, out.exists()) == (2, False)
    [said] = [line for line in done.stderr.splitlines() if line.startswith("nowhere://x")]
    assert "the cluster did not finish the computation (ValueError: unknown address scheme" in said
    assert said.endswith("nothing was written: try again, or compute without --cluster")
