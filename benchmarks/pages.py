"""Every page of the home and the study on a running platform: p95 time and number of queries."""

import http.client
import time

from benchmarks.measure import Row, percentile_95
from benchmarks.platform import PAGES, running

REQUESTS = 40
WARM_UP = 8


def measure() -> list[Row]:
    with running() as (port, _ready):
        times = {page: page_times(port, page) for page in PAGES}
    slowest = max(times, key=lambda page: percentile_95(times[page]))
    rows = [
        Row(f"p95 of `{page}`", 1000 * percentile_95(found), "ms", 150)
        for page, found in times.items()
    ]
    return [
        Row("slowest page, p95", 1000 * percentile_95(times[slowest]), "ms", 150, f"`{slowest}`"),
        *rows,
    ]


def page_times(port: int, page: str) -> list[float]:
    """Seconds of each request, one connection, one after the other, whole body read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    found = []
    for i in range(WARM_UP + REQUESTS):
        start = time.perf_counter()
        connection.request("GET", page, headers={"Host": f"localhost:{port}"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{page} answered {answer.status}")
        if i >= WARM_UP:
            found.append(time.perf_counter() - start)
    connection.close()
    return found
