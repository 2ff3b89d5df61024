"""Each section of the gallery looks as it did: on a desktop and on a phone, in the light and in the dark.

References are pictures at half size, beside this file. What changed on purpose is taken over with

    FUCINA_RENEW_PICTURES=1 .venv/bin/pytest tests/browser/test_gallery_pictures.py

and looked at before it is committed. Where a section differs, what it looks like now is left in .cache/pictures.

Another Chromium smooths letters otherwise, so single points say nothing. Compared are means of squares of eight by
eight points. In a square that holds one colour alone, as do those around it, nothing is smoothed and little is
forgiven; elsewhere letters may move within theirs.
"""

import base64
import os
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

type Picture = NDArray[np.float64]
"""Height by width by red, green and blue, from 0 to 255, at half the page's size."""

REFERENCES = Path(__file__).parent / "references"
SEEN = Path(__file__).parents[2] / ".cache/pictures"
RENEW = os.environ.get("FUCINA_RENEW_PICTURES") == "1"

SQUARE = 4
"""Points of a picture, eight of the page."""
PLAIN, SMOOTHED = 5.0, 16.0
"""By how much the mean of a square may differ, of 255: where it is of one colour, and elsewhere."""
FORGIVEN = 2
"""Squares that may differ by more: a letter that falls into the next one."""

VIEWPORTS = {
    "desktop": ViewportSize(width=1280, height=900),
    "phone": ViewportSize(width=390, height=844),
}
SECTIONS = (
    "answer", "tabs", "cards", "figures", "tables", "chart", "map", "points", "panels", "sequences",
    "notices", "buttons", "dialog", "search", "form", "wrong", "listing",
)  # fmt: skip
# Widths as the typeface has them: without this each Chromium rounds those of letters in its own way.
SAME_LETTERS = """() => {
  for (const each of document.querySelectorAll('html, button, input, select, textarea')) {
    each.style.textRendering = 'geometricPrecision'
  }
}"""
DECODE = """async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, picture.width, picture.height)
  let points = ''
  for (let i = 0; i < data.length; i += 32768) points += String.fromCharCode(...data.subarray(i, i + 32768))
  return [picture.height, picture.width, btoa(points)]
}"""


@pytest.fixture(scope="module")
def decode(browser: Browser) -> Iterator[Callable[[bytes], Picture]]:
    """Reads a PNG: the browser can, and no further library is needed."""
    with browser.new_context() as context:
        page = context.new_page()

        def read(png: bytes) -> Picture:
            height, width, points = page.evaluate(DECODE, base64.b64encode(png).decode())
            flat = np.frombuffer(base64.b64decode(points), np.uint8)
            return flat.reshape(height, width, 4)[:, :, :3].astype(np.float64)

        yield read


@pytest.fixture(params=VIEWPORTS)
def viewport(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def gallery(browser: Browser, live_server: LiveServer, viewport: str, theme: Any) -> Iterator[Page]:
    options: dict[str, Any] = {"color_scheme": theme, "reduced_motion": "reduce"}
    with browser.new_context(locale="it-IT", viewport=VIEWPORTS[viewport], **options) as context:
        page = context.new_page()
        page.goto(f"{live_server.url}/it/ui/")
        page.evaluate(SAME_LETTERS)
        page.evaluate("document.fonts.ready")
        yield page


def taken(page: Page, section: str) -> bytes:
    """A section without what is the browser's own to draw: the words of its button for files."""
    place = page.locator(f"section.section[aria-labelledby='{section}']")
    return place.screenshot(
        animations="disabled",
        caret="hide",
        mask=[page.locator("input[type=file]")],
        mask_color="#888",
    )


def halved(picture: Picture) -> Picture:
    return means(picture, 2)


def means(picture: Picture, side: int) -> Picture:
    """The means of squares; what is left over at the right and below is left out."""
    height, width = (length // side for length in picture.shape[:2])
    cut = picture[: height * side, : width * side]
    result: Picture = cut.reshape(height, side, width, side, 3).mean(axis=(1, 3))
    return result


def plain(picture: Picture) -> NDArray[np.bool_]:
    """Squares of one colour in the midst of such squares."""
    height, width = (length // SQUARE for length in picture.shape[:2])
    cut = picture[: height * SQUARE, : width * SQUARE]
    squares = cut.reshape(height, SQUARE, width, SQUARE, 3)
    even = (np.ptp(squares, axis=(1, 3)) <= 4).all(axis=2)
    around = np.pad(even, 1, mode="edge")
    return np.logical_and.reduce(
        [around[y : y + height, x : x + width] for y in range(3) for x in range(3)]
    )


def difference(reference: Picture, now: Picture) -> str:
    """What differs, in words; nothing where both look alike."""
    if reference.shape != now.shape:
        sizes = [f"{2 * w} × {2 * h}" for h, w in (reference.shape[:2], now.shape[:2])]
        return f"its size was {sizes[0]} and is {sizes[1]}"
    apart = np.abs(means(reference, SQUARE) - means(now, SQUARE)).max(axis=2)
    wrong = apart > np.where(plain(reference) & plain(now), PLAIN, SMOOTHED)
    if wrong.sum() <= FORGIVEN:
        return ""
    rows, columns = np.nonzero(wrong)
    left, top = 2 * SQUARE * columns.min(), 2 * SQUARE * rows.min()
    return f"{wrong.sum()} squares differ, the first near {left}, {top}, by up to {apart.max():.0f}"


def encoded(picture: Picture) -> bytes:
    """A PNG in sixty-four steps a colour, each row as its difference from the one above: small, and no library needed."""
    points = (picture.round().astype(np.uint8) // 4) * 4 + 2
    above = np.vstack([np.zeros_like(points[:1]), points[:-1]])
    height, width = points.shape[:2]
    rows = np.concatenate(
        [np.full((height, 1), 2, np.uint8), (points - above).reshape(height, -1)], axis=1
    )
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows.tobytes(), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


def test_sections_look_as_they_did(
    gallery: Page, decode: Callable[[bytes], Picture], viewport: str, theme: str
) -> None:
    changed = {}

    for section in SECTIONS:
        name = f"{section}-{viewport}-{theme}.png"
        now = halved(decode(taken(gallery, section)))
        if RENEW:
            REFERENCES.mkdir(exist_ok=True)
            (REFERENCES / name).write_bytes(encoded(now))
        elif found := difference(decode((REFERENCES / name).read_bytes()), now):
            SEEN.mkdir(parents=True, exist_ok=True)
            (SEEN / name).write_bytes(encoded(now))
            changed[name] = found

    assert changed == {}


def test_every_section_of_the_gallery_is_looked_at(gallery: Page) -> None:
    ids = gallery.locator("main section.section").evaluate_all(
        "(all) => all.map((each) => each.getAttribute('aria-labelledby'))"
    )

    assert ids == list(SECTIONS)


def test_references_are_small_and_each_is_used() -> None:
    names = {path.name: path.stat().st_size for path in REFERENCES.iterdir()}

    assert set(names) == {
        f"{section}-{viewport}-{theme}.png"
        for section in SECTIONS
        for viewport in VIEWPORTS
        for theme in ("light", "dark")
    }
    assert sum(names.values()) < 1_500_000


# That the comparison is worth something

CHANGES = {
    "a colour": ("buttons", ".button:not([class*=' button-']), .button-primary", "background", "#0b7a5c"),
    "a soft colour": ("cards", ".card-accent", "background", "#e4f4e9"),
    "a badge's colour": ("figures", ".badge-fact", "background", "#ffd9d9"),
    "a size": ("buttons", ".button", "padding-inline", "26px"),
    "a place": ("notices", ".callout-warning", "translate", "4px"),
    "a line": ("tables", ".table-region", "border", "0"),
    "a height": ("tabs", ".tabs a", "min-block-size", "40px"),
    "a weight": ("panels", "h2", "font-weight", "400"),
    "a thing missing": ("sequences", ".stepper .icon", "visibility", "hidden"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("viewport", "theme"), [("desktop", "light")], indirect=True)
def test_change_is_seen(gallery: Page, decode: Callable[[bytes], Picture], change: str) -> None:
    section, selector, name, value = CHANGES[change]
    before = halved(decode(taken(gallery, section)))

    gallery.evaluate(
        "([selector, name, value]) => document.querySelectorAll(selector)"
        ".forEach((each) => each.style.setProperty(name, value, 'important'))",
        [selector, name, value],
    )

    assert difference(before, halved(decode(taken(gallery, section)))) != ""


@pytest.mark.parametrize(("viewport", "theme"), [("desktop", "light")], indirect=True)
def test_letters_smoothed_otherwise_are_forgiven(
    gallery: Page, decode: Callable[[bytes], Picture]
) -> None:
    found = {}

    for section in SECTIONS:
        picture = decode(taken(gallery, section))
        beside = np.roll(picture, 1, axis=1)
        moved = picture + (beside - picture) / 3  # a third of a point to the right
        softened = (picture * 6 + beside + np.roll(picture, -1, axis=1)) / 8
        for other in (moved, softened):
            if problem := difference(halved(picture), halved(other)):
                found[section] = problem

    assert found == {}


def test_picture_survives_its_encoding(decode: Callable[[bytes], Picture]) -> None:
    picture = np.random.default_rng(7).integers(0, 256, (9, 13, 3)).astype(np.float64)

    back = decode(encoded(picture))

    assert back.shape == picture.shape
    assert np.abs(back - picture).max() <= 2
