"""Every page of the home and the study on a running platform, and the answer to a slider: p95 time."""

import html
import http.client
import itertools
import re
import time
from collections.abc import Iterable
from urllib.parse import urlencode

from benchmarks.measure import Row, percentile_95
from benchmarks.platform import PAGES, running

REQUESTS = 40
WARM_UP = 8
EXPLORE = "/it/study/explore/"


def measure() -> list[Row]:
    with running() as (port, _ready):
        times = {page: page_times(port, page) for page in PAGES}
        sliders = seconds_of(port, slider_moves(port), {"X-Fragment": "answer"})
    slowest = max(times, key=lambda page: percentile_95(times[page]))
    rows = [
        Row(f"p95 of `{page}`", 1000 * percentile_95(found), "ms", 150)
        for page, found in times.items()
    ]
    return [
        Row("slowest page, p95", 1000 * percentile_95(times[slowest]), "ms", 150, f"`{slowest}`"),
        *rows,
        Row(
            "answer to a slider, p95", 1000 * percentile_95(sliders), "ms", 300,
            f"`{EXPLORE}`: each question another bound of a figure, every second one other weights of the criteria",
        ),
    ]  # fmt: skip


def page_times(port: int, page: str) -> list[float]:
    return seconds_of(port, itertools.repeat(page), {})


def slider_moves(port: int) -> list[str]:
    """Addresses that a page asks for while two sliders move: no question is asked twice, nothing can be remembered."""
    fields = dict(sliders(body_of(port, EXPLORE)))
    weight = next(name for name in fields if name.startswith("w-"))
    figure = next(name for name in fields if name.startswith("low-"))
    low, high = fields[figure]
    moves = []
    for turn in range(WARM_UP + REQUESTS):
        share = (turn + 1) / (2 * (WARM_UP + REQUESTS))
        whose = {"of": "own", weight: turn + 1} if turn % 2 else {}
        asked = {**whose, figure: low + share * (high - low)}
        moves.append(f"{EXPLORE}?{urlencode(asked)}")
    return moves


def sliders(page: str) -> list[tuple[str, tuple[float, float]]]:
    """Name, least and most of each."""
    found = []
    for field in re.findall(r"<input type=\"number\"[^>]*>", page):
        told = {key: html.unescape(value) for key, value in re.findall(r'(\w+)="([^"]*)"', field)}
        found.append((told["name"], (float(told["min"]), float(told["max"]))))
    return found


def body_of(port: int, page: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", page, headers={"Host": f"localhost:{port}"})
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def seconds_of(port: int, addresses: Iterable[str], headers: dict[str, str]) -> list[float]:
    """Seconds of each request, one connection, one after the other, whole body read."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    found = []
    for i, address in enumerate(itertools.islice(addresses, WARM_UP + REQUESTS)):
        start = time.perf_counter()
        connection.request("GET", address, headers={"Host": f"localhost:{port}", **headers})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address} answered {answer.status}")
        if i >= WARM_UP:
            found.append(time.perf_counter() - start)
    connection.close()
    return found
