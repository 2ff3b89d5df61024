"""How long `fucina demo` takes to be ready: on an empty folder, and again."""

import tempfile

from benchmarks.measure import Row
from benchmarks.platform import running


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        with running(folder) as (_port, cold):
            pass
        with running(folder) as (_port, warm):
            pass
    return [
        Row("`fucina demo` ready, cold (database made, study computed)", cold, "s", 90),
        Row("`fucina demo` ready, warm", warm, "s", 10),
    ]
