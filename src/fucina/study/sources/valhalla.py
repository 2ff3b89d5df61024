"""Valhalla as router: a road network from OpenStreetMap, asked over HTTP or, with the extra ``routing``, in process.

Both speak the same JSON (https://valhalla.github.io/valhalla/api/matrix/api-reference/). Many origins are asked
at a time; where a point lies off the network Valhalla refuses the whole, so the batch is halved until only the
pairs without a way are left out. Nothing is downloaded: the extract (``.osm.pbf``) is the user’s.
"""

import datetime as dt
import importlib
import json
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from fucina.documents.text import Text
from fucina.study.sources.fault import refuse
from fucina.study.sources.router import Floats, Margin, Mode, Place, Times

COSTING: Mapping[Mode, str] = {"car": "auto", "bicycle": "bicycle", "foot": "pedestrian"}
OFF_NETWORK = frozenset({170, 171, 442})
"""Valhalla’s codes for points without a road nearby or without a way between them."""
NEAR_METRES = 5000
"""A point farther from any road than this has no way, rather than a way that begins elsewhere."""
BATCH = 50
"""Origins asked at a time: with some fifty seats within the service’s usual limit of 2,500 pairs."""
MOST_PAIRS = 2500
TRIES = 3
TIMEOUT = 60.0
PAUSE = 0.5
ANSWER_BYTES = 50_000_000
MARGIN = Margin(
    0.85,
    1.5,
    Text(
        "velocità di OpenStreetMap a strada libera; l’ora di punta non c’è; limiti assunti, non misurati",
        "OpenStreetMap’s speeds on an empty road; no rush hour; the bounds are assumed, not measured",
    ),
)

Question = dict[str, Any]
Ask = Callable[[Question], dict[str, Any]]


class OffNetworkError(Exception):
    """Valhalla’s answer where not every pair has a way."""


@dataclass(frozen=True)
class Valhalla:
    """A router over any way of asking Valhalla: ``over_http`` or ``in_process`` make one."""

    ask: Ask
    name: str
    batch: int = BATCH
    margin: Margin = MARGIN

    def minutes(
        self,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        mode: Mode = "car",
        when: dt.datetime | None = None,
    ) -> Times:
        """Where ``when`` is given, speeds of that hour are used if the tiles hold any."""
        if mode not in COSTING:
            refuse("router_mode", self.name, None, "--mode", mode, ", ".join(COSTING))
        found = np.full((len(origins), len(destinations)), np.nan)
        for start in range(0, len(origins), self.batch):
            for first in range(0, len(destinations), MOST_PAIRS // self.batch):
                rows = slice(start, start + self.batch)
                columns = slice(first, first + MOST_PAIRS // self.batch)
                self._fill(found[rows, columns], origins[rows], destinations[columns], mode, when)
        return Times(found, self.margin)

    def _fill(
        self,
        found: Floats,
        origins: Sequence[Place],
        destinations: Sequence[Place],
        mode: Mode,
        when: dt.datetime | None,
    ) -> None:
        """Fills a block (a view) of the matrix; what Valhalla refuses as a whole is asked in halves."""
        try:
            answer = self.ask(_question(origins, destinations, mode, when))
        except OffNetworkError:
            if found.size == 1:
                return
            long = 0 if len(origins) >= len(destinations) else 1
            half = found.shape[long] // 2
            if long == 0:
                self._fill(found[:half], origins[:half], destinations, mode, when)
                self._fill(found[half:], origins[half:], destinations, mode, when)
            else:
                self._fill(found[:, :half], origins, destinations[:half], mode, when)
                self._fill(found[:, half:], origins, destinations[half:], mode, when)
            return
        found[:] = _minutes(self.name, answer, found.shape)


def _question(
    origins: Sequence[Place], destinations: Sequence[Place], mode: Mode, when: dt.datetime | None
) -> Question:
    def points(places: Sequence[Place]) -> list[dict[str, float]]:
        return [{"lat": p.lat, "lon": p.lon, "search_cutoff": NEAR_METRES} for p in places]

    question: Question = {
        "sources": points(origins),
        "targets": points(destinations),
        "costing": COSTING[mode],
        "units": "km",
    }
    if when is not None:
        question["date_time"] = {"type": 1, "value": when.strftime("%Y-%m-%dT%H:%M")}
    return question


def _minutes(name: str, answer: Mapping[str, Any], shape: tuple[int, ...]) -> Floats:
    """The seconds of an answer, verbose or concise, as minutes; null is no way."""
    try:
        table = answer["sources_to_targets"]
        if isinstance(table, dict):
            seconds = table["durations"]
        else:
            seconds = [[cell["time"] for cell in row] for row in table]
        found = np.array([[np.nan if s is None else float(s) for s in row] for row in seconds]) / 60
        if found.shape != shape or (found < 0).any():
            raise ValueError(f"{found.shape} instead of {shape}")
    except (KeyError, TypeError, ValueError) as error:
        refuse("router_answer", name, reason=f"{type(error).__name__}: {error}")
    return np.asarray(found)


def over_http(
    address: str, *, timeout: float = TIMEOUT, tries: int = TRIES, pause: float = PAUSE
) -> Valhalla:
    """A Valhalla service. A question that finds nobody, or a server that is busy, is put again, later and later."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        refuse(
            "router_address",
            address,
            None,
            "--router",
            address,
            "http://localhost:8002, roads.osm.pbf",
        )
    url = address.rstrip("/") + "/sources_to_targets"

    def ask(question: Question) -> dict[str, Any]:
        reason: object = ""
        for attempt in range(tries):
            if attempt:
                time.sleep(pause * 2 ** (attempt - 1))
            try:
                return _post(url, question, timeout)
            except urllib.error.HTTPError as error:
                reason = _busy(address, error)
            except OSError as error:
                reason = getattr(error, "reason", None) or error
            except ValueError as error:
                refuse("router_answer", address, reason=error)
        return refuse("router_down", address, reason=reason, tries=tries)

    return Valhalla(ask, address)


def _post(url: str, question: Question, timeout: float) -> dict[str, Any]:
    request = urllib.request.Request(  # noqa: S310 — over_http admits http and https alone
        url,
        json.dumps(question).encode(),
        {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "fucina"},
    )
    with urllib.request.urlopen(request, timeout=timeout) as response:  # noqa: S310
        content = response.read(ANSWER_BYTES)
    answer = json.loads(content)
    if not isinstance(answer, dict):
        raise ValueError(f"{type(answer).__name__}")
    return answer


def _busy(address: str, error: urllib.error.HTTPError) -> str:
    """What to say if the server stays busy; any other refusal ends here."""
    with error:
        body = error.read(ANSWER_BYTES)
    if error.code >= 500 or error.code == 429:
        return f"HTTP {error.code}"
    try:
        answer = json.loads(body)
        code, reason = int(answer["error_code"]), str(answer["error"])
    except (ValueError, KeyError, TypeError):
        refuse("router_refused", address, reason=f"HTTP {error.code}")
    if code in OFF_NETWORK:
        raise OffNetworkError(reason)
    return refuse("router_refused", address, reason=f"{reason} ({code})")


def in_process(path: Path) -> Valhalla:
    """The network in a folder of tiles, a ``.tar`` of them, or an extract (``.osm.pbf``) that is prepared first.

    Needs the extra ``routing``. Preparing takes seconds for a city and many minutes for a region; a folder of
    tiles that was prepared once is used again.
    """
    valhalla = _package(path)
    if not path.exists():
        refuse("no_file", str(path), None, "--router")
    tiles = path
    if path.name.endswith(".pbf"):
        tiles = _build(path, valhalla)
    folder, archive = (str(tiles), "") if tiles.is_dir() else ("", str(tiles))
    config = valhalla.get_config(tile_dir=folder, tile_extract=archive, verbose=False)
    actor = valhalla.Actor(config)

    def ask(question: Question) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = actor.matrix(question)
        except Exception as error:
            if getattr(error, "code", None) in OFF_NETWORK:
                raise OffNetworkError(str(error)) from error
            refuse("router_refused", path.name, reason=error)
        return answer

    return Valhalla(ask, path.name)


def _package(path: Path) -> Any:
    try:
        return importlib.import_module("valhalla")
    except ImportError:
        return refuse("router_extra", str(path), None, "--router")


def _build(extract: Path, valhalla: Any) -> Path:
    """Tiles beside the extract, built aside and put in place when they are whole."""
    tiles = extract.with_name(extract.name.removesuffix(".osm.pbf") + ".valhalla")
    if tiles.is_dir() and tiles.stat().st_mtime >= extract.stat().st_mtime:
        return tiles
    program = Path(valhalla.__file__).parent / "bin" / "valhalla_build_tiles"
    with tempfile.TemporaryDirectory(dir=extract.parent, prefix=".valhalla-") as aside:
        fresh = Path(aside) / "tiles"
        fresh.mkdir()
        config = Path(aside) / "valhalla.json"
        config.write_text(
            json.dumps(valhalla.get_config(tile_dir=str(fresh), tile_extract="", verbose=False))
        )
        command = [str(program), "-c", str(config), str(extract)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not any(fresh.rglob("*.gph")):
            lines = [line for line in done.stderr.splitlines() if line.strip()]
            refuse("router_build", str(extract), reason=lines[-1] if lines else done.returncode)
        if tiles.is_dir():
            tiles.rename(Path(aside) / "old")
        fresh.rename(tiles)
    return tiles
