import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pytest

from fucina.documents.charts.chart import Chart
from fucina.documents.charts.labels import text_width
from fucina.documents.svg import svg
from fucina.documents.text import LANGUAGES, Language
from fucina.documents.theme import THEME_COLOURS

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {
    "svg",
    "title",
    "g",
    "path",
    "line",
    "rect",
    "circle",
    "text",
    "tspan",
    "defs",
    "clipPath",
}
_MOVE = re.compile(r"translate\(([-\d.e]+),([-\d.e]+)\)")


def _drawn(chart: Chart, language: Language, width: int = 720) -> ET.Element:
    return ET.fromstring(svg(chart, language, width))  # noqa: S314  drawn here, not received


def _placed(
    element: ET.Element, x: float = 0, y: float = 0
) -> Iterator[tuple[ET.Element, float, float]]:
    """Every text with the place it is moved to; text set on its side is left out."""
    transform = element.get("transform", "")
    if "rotate" in transform:
        return
    for dx, dy in _MOVE.findall(transform):
        x, y = x + float(dx), y + float(dy)
    if element.tag == f"{SVG}text" and element.text:
        yield element, x, y
    for child in element:
        yield from _placed(child, x, y)


def _boxes(root: ET.Element, measure: float) -> list[tuple[float, float, float, float, str]]:
    """Left, right, top, bottom of each text, its width estimated and times `measure`."""
    boxes = []
    for element, x, y in _placed(root):
        size = float(element.get("font-size", "12"))
        wide = text_width(element.text or "", int(size)) * measure
        left = x - wide * {"middle": 0.5, "end": 1.0}.get(element.get("text-anchor", ""), 0.0)
        boxes.append((left, left + wide, y - size * 0.75, y + size * 0.05, element.text or ""))
    return boxes


def test_svg_keeps_the_content_security_policy(
    chart: Chart, language: Language, width: int
) -> None:
    root = _drawn(chart, language, width)

    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    names = {name for element in root.iter() for name in element.attrib}
    assert tags <= ALLOWED
    assert {n for n in names if n in {"style", "class", "href"} or n.startswith("on")} == set()


def test_svg_speaks_through_its_root_alone(chart: Chart, language: Language, width: int) -> None:
    root = _drawn(chart, language, width)

    inner = {
        n for e in root.iter() if e is not root for n in e.attrib if n.startswith(("aria", "role"))
    }
    assert (root.get("role"), root.get("aria-label")) == ("img", chart.alt[language])
    assert (root.findtext(f"{SVG}title"), inner) == (chart.alt[language], set())


def test_svg_is_as_wide_as_asked_and_sized_by_the_page(
    chart: Chart, language: Language, width: int
) -> None:
    root = _drawn(chart, language, width)

    assert root.attrib["viewBox"].split()[:3] == ["0", "0", str(width)]
    assert {"width", "height"} & root.attrib.keys() == set()


def test_svg_text_is_legible_and_inside_its_sheet(
    chart: Chart, language: Language, width: int
) -> None:
    root = _drawn(chart, language, width)

    high = float(root.attrib["viewBox"].split()[3])
    sizes = [float(e.get("font-size", "0")) for e, _, _ in _placed(root)]
    clipped = [
        text
        for left, right, top, bottom, text in _boxes(root, 0.9)
        if left < -1 or right > width + 1 or top < -1 or bottom > high + 1
    ]
    assert (min(sizes) >= 11, clipped) == (True, [])


def test_svg_texts_do_not_overlap(chart: Chart, language: Language, width: int) -> None:
    boxes = _boxes(_drawn(chart, language, width), 0.85)

    met = [
        (a[4], b[4])
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]
    ]
    assert met == []


def test_svg_paints_with_the_theme_only(chart: Chart, language: Language, width: int) -> None:
    root = _drawn(chart, language, width)

    painted = {element.get(name) for element in root.iter() for name in ("fill", "stroke")}
    assert painted - {None, "none", "transparent"} <= set(THEME_COLOURS.values())


def test_svg_is_the_same_bytes_twice(chart: Chart) -> None:
    assert svg(chart, "it") == svg(chart, "it")


def test_svg_ids_are_never_shared_on_a_page(chart: Chart) -> None:
    drawn = [svg(chart, language, width) for language in LANGUAGES for width in (720, 360)]

    ids = [found for one in drawn for found in re.findall(r' id="([^"]*)"', one)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("language", "written"), [("it", "18,4\xa0M€"), ("en", "€18.4M")])
def test_svg_writes_numbers_in_its_language(
    ranked: Chart, language: Language, written: str
) -> None:
    texts = [e.text for e in _drawn(ranked, language).iter(f"{SVG}text")]

    assert texts.count(written) == 1
