"""Valhalla over HTTP against a server that speaks its documented JSON; in process where the extra is installed."""

import datetime as dt
import json
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pytest

from fucina.study.folder import read
from fucina.study.sources.evidence import Evidence
from fucina.study.sources.fault import ImportRefused
from fucina.study.sources.matrix import DAY
from fucina.study.sources.put_travel_times import Standing, put_routed
from fucina.study.sources.router import Place, candidate_seats, demand_points
from fucina.study.sources.valhalla import in_process, over_http

EVIDENCE = Evidence(
    "osm", "Roads", "OpenStreetMap", dt.date(2026, 10, 1), "dataset", None, "ODbL 1.0"
)
OFF = 46.0
"""North of here the made-up network has no road."""


@dataclass
class Service:
    """What the server was asked, and how it should behave."""

    address: str = ""
    questions: list[dict[str, Any]] = field(default_factory=list)
    busy: int = 0
    status: int = 200
    body: bytes | None = None
    concise: bool = False


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """A local server: minutes are a hundred times the degrees between two points."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            question = json.loads(self.rfile.read(length))
            service.questions.append(question | {"path": self.path})
            self.answer(*self.decide(question))

        def decide(self, question: dict[str, Any]) -> tuple[int, bytes]:
            if service.busy:
                service.busy -= 1
                return 503, b"busy"
            if service.body is not None:
                return service.status, service.body
            places = question["sources"] + question["targets"]
            if any(place["lat"] > OFF for place in places):
                said = {
                    "error_code": 171,
                    "error": "No suitable edges near location",
                    "status_code": 400,
                }
                return 400, json.dumps(said).encode()
            return 200, json.dumps({"sources_to_targets": self.table(question)}).encode()

        def table(self, question: dict[str, Any]) -> object:
            seconds = [
                [round(6000 * abs(s["lat"] - t["lat"])) for t in question["targets"]]
                for s in question["sources"]
            ]
            if service.concise:
                return {"durations": seconds, "distances": seconds}
            return [
                [
                    {"from_index": i, "to_index": j, "time": t, "distance": 1.0}
                    for j, t in enumerate(row)
                ]
                for i, row in enumerate(seconds)
            ]

        def answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    service.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def line(n: int, start: float = 45.0) -> list[Place]:
    return [Place(str(i), start + i / 1000, 8.0) for i in range(n)]


@pytest.mark.parametrize("concise", [False, True])
def test_both_forms_of_the_answer_are_read(concise: bool) -> None:
    with serving(Service(concise=concise)) as service:
        times = over_http(service.address).minutes(line(3), line(2))

    assert times.minutes == pytest.approx(np.array([[0, 0.1], [0.1, 0], [0.2, 0.1]]))
    assert (times.margin.below, times.margin.above) == (0.85, 1.5)


def test_the_question_is_the_documented_one() -> None:
    with serving(Service()) as service:
        over_http(f"{service.address}/").minutes(
            line(1), line(1), "bicycle", dt.datetime.fromisoformat("2026-11-17T08:00")
        )

    assert service.questions == [
        {
            "path": "/sources_to_targets",
            "sources": [{"lat": 45.0, "lon": 8.0, "search_cutoff": 5000}],
            "targets": [{"lat": 45.0, "lon": 8.0, "search_cutoff": 5000}],
            "costing": "bicycle",
            "units": "km",
            "date_time": {"type": 1, "value": "2026-11-17T08:00"},
        }
    ]


def test_many_origins_and_seats_are_asked_in_batches_within_the_limit() -> None:
    with serving(Service()) as service:
        times = over_http(service.address).minutes(line(120), line(60))

    pairs = [len(q["sources"]) * len(q["targets"]) for q in service.questions]
    assert max(pairs) <= 2500
    assert sum(pairs) == 120 * 60
    expected = 0.1 * np.abs(np.subtract.outer(np.arange(120), np.arange(60)))
    assert times.minutes == pytest.approx(expected, abs=0.02)


def test_a_point_off_the_network_costs_only_its_own_pairs() -> None:
    origins = [*line(20), Place("far", 46.5, 8.0), *line(9)]
    with serving(Service()) as service:
        times = over_http(service.address).minutes(origins, line(3))

    assert np.isnan(times.minutes).nonzero()[0].tolist() == [20, 20, 20]
    assert len(service.questions) < 20


def test_a_busy_server_is_asked_again() -> None:
    with serving(Service(busy=2)) as service:
        times = over_http(service.address, pause=0.01).minutes(line(2), line(1))

    assert len(service.questions) == 3
    assert times.minutes.tolist() == [[0.0], [0.1]]


@pytest.mark.parametrize(
    ("service", "said"),
    [
        (Service(busy=9), "the service does not answer (HTTP 503), after 3 tries"),
        (Service(status=404, body=b"nothing"), "the service refused the request: HTTP 404"),
        (
            Service(status=400, body=b'{"error_code": 154, "error": "Path distance exceeds the max distance limit"}'),
            "the service refused the request: Path distance exceeds the max distance limit (154)",
        ),
        (Service(body=b"<html>"), "the answer is no matrix of Valhalla: Expecting value: line 1 column 1 (char 0)"),
        (Service(body=b"[1]"), "the answer is no matrix of Valhalla: list"),
        (Service(body=b"{}"), "the answer is no matrix of Valhalla: KeyError: 'sources_to_targets'"),
        (
            Service(body=b'{"sources_to_targets": [[{"time": 1}]]}'),
            "the answer is no matrix of Valhalla: ValueError: (1, 1) instead of (2, 1)",
        ),
    ],
)  # fmt: skip
def test_what_a_service_cannot_do_is_said(service: Service, said: str) -> None:
    with serving(service), pytest.raises(ImportRefused) as refused:
        over_http(service.address, pause=0.01).minutes(line(2), line(1))

    assert str(refused.value) == f"{service.address}: {said}"


def test_nobody_there_is_said_after_the_tries() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"

    with pytest.raises(ImportRefused, match=r"Connection refused.*after 2 tries"):
        over_http(address, tries=2, pause=0.01).minutes(line(1), line(1))


def test_a_server_that_never_answers_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}"
        with pytest.raises(ImportRefused, match=r"timed out.*after 2 tries"):
            over_http(address, timeout=0.2, tries=2, pause=0.01).minutes(line(1), line(1))


@pytest.mark.parametrize(
    "address", ["ftp://here", "localhost:8002", "http://", "file:///etc/passwd"]
)
def test_an_address_is_http(address: str) -> None:
    with pytest.raises(ImportRefused, match="neither a path nor an http"):
        over_http(address)


def test_every_demand_point_gets_a_time_to_every_candidate(folder: Path) -> None:
    with serving(Service()) as service:
        done = put_routed(folder, over_http(service.address), EVIDENCE, Standing())

    study = read(folder)
    assert [(t.origin, t.seat) for t in study.travel_times] == [
        (o.id, s.id) for o in demand_points(study) for s in candidate_seats(study)
    ]
    assert study.travel_times[0].minutes == 2.0  # 45.05 to 45.03
    assert done.summary.en.startswith("10 times, 0 of them without a way; 0 pairs")


def test_a_network_that_covers_nothing_of_the_study_writes_nothing(folder: Path) -> None:
    before = (folder / "travel_times.csv").read_bytes()
    off = b'{"error_code": 171, "error": "No suitable edges near location"}'
    with serving(Service(status=400, body=off)) as service:
        router = over_http(service.address)
        with pytest.raises(ImportRefused, match="does the road extract cover the study"):
            put_routed(folder, router, EVIDENCE, Standing())

    assert (folder / "travel_times.csv").read_bytes() == before


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Streets drawn by hand for the example study (data/roads.osm)."""
    pytest.importorskip("valhalla", reason="the extra routing is not installed")
    path = tmp_path_factory.mktemp("roads") / "roads.osm.pbf"
    shutil.copy(Path(__file__).parent / "data" / "roads.osm.pbf", path)
    return path


def test_times_follow_the_streets(extract: Path) -> None:
    north, south = Place("n", 45.03, 8.0), Place("s", 44.97, 8.01)

    times = in_process(extract).minutes([north, south], [north, south])

    # Nearly seven kilometres of road at some 50 km/h: between 7 and 12 minutes; none from a door to itself.
    assert times.minutes[0, 0] == 0
    assert 7 < times.minutes[0, 1] < 12
    assert times.minutes[0, 1] == pytest.approx(times.minutes[1, 0], rel=0.1)


def test_a_place_far_from_any_street_has_no_way(extract: Path) -> None:
    origins = [Place("n", 45.03, 8.0), Place("far", 45.5, 8.9), Place("e", 45.0, 8.12)]

    times = in_process(extract).minutes(origins, [Place("s", 44.97, 8.01)])

    assert np.isnan(times.minutes).tolist() == [[False], [True], [False]]


def test_tiles_are_built_once(extract: Path) -> None:
    in_process(extract)
    built = {p: p.stat().st_mtime_ns for p in extract.parent.rglob("*.gph")}

    in_process(extract)

    assert {p: p.stat().st_mtime_ns for p in extract.parent.rglob("*.gph")} == built
    assert sorted(p.name for p in extract.parent.iterdir()) == [
        "roads.osm.pbf",
        "roads.valhalla",
    ]


def test_the_study_gets_its_times(extract: Path, folder: Path) -> None:
    put_routed(folder, in_process(extract), EVIDENCE, Standing())

    times = read(folder).travel_times
    assert len(times) == 10
    assert all(0 < time.minutes < DAY for time in times)


def test_what_is_no_extract_is_refused(extract: Path) -> None:
    broken = extract.with_name("broken.osm.pbf")
    broken.write_bytes(b"no map at all")

    with pytest.raises(ImportRefused, match="the OSM extract could not be prepared"):
        in_process(broken)
    broken.unlink()


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "valhalla", None)

    with pytest.raises(ImportRefused, match=r"pip install fucina\[routing\]"):
        in_process(tmp_path / "roads.osm.pbf")
