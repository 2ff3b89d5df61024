"""A chart as inline SVG that a strict Content-Security-Policy lets through.

No style, script, event handler or shared id; colours and fonts are presentation attributes, the
size is left to the page, and the image speaks through one title.
"""

import json
import re
import xml.etree.ElementTree as ET
from functools import lru_cache

import vl_convert

from fucina.documents.charts.chart import Chart
from fucina.documents.lettering import letter, parted
from fucina.documents.text import Language
from fucina.documents.theme import FONT_CSS

VEGA_LITE = "6.4"
_SVG = "http://www.w3.org/2000/svg"
_KEPT_SHAPES = frozenset(
    {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "defs", "clipPath"}
)
_DROPPED = frozenset({"class", "role", "style", "pointer-events", "font-family", "cursor", "href"})
_DECIMALS = re.compile(r"\d+\.\d{3,}")

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold; the engine would end the whole process over one of them."""


def svg(chart: Chart, language: Language, width: int = 720) -> str:
    """The chart drawn for a width in pixels; the same bytes for the same chart."""
    built = {key: _writable(held) for key, held in chart.build(language, width).items()}
    spec, letterings = parted(built)
    root = ET.fromstring(_drawn(json.dumps(spec), language))  # noqa: S314  drawn here, not received
    _clean(root)
    _rename(root, f"{chart.name}-{language}-{width}-")
    for lettering in letterings:
        letter(root, lettering, _SVG)
    alt = _UNWRITABLE.sub("", chart.alt[language])
    title = ET.Element(f"{{{_SVG}}}title")
    title.text = alt
    root.insert(0, title)
    root.attrib = {
        "viewBox": root.attrib["viewBox"],
        "role": "img",
        "aria-label": alt,
        "font-family": FONT_CSS,
    }
    # Each time: whichever library wrote an SVG last has given this namespace a prefix for the whole process.
    ET.register_namespace("", _SVG)
    return ET.tostring(root, encoding="unicode")


@lru_cache(maxsize=512)
def _drawn(spec: str, language: Language) -> str:
    """Page, paper and platform ask for the same drawings one after another; each is drawn once."""
    drawn: str = vl_convert.vegalite_to_svg(
        spec,
        vl_version=VEGA_LITE,
        format_locale="it-IT" if language == "it" else "en-GB",
        time_format_locale="it-IT" if language == "it" else "en-GB",
        allowed_base_urls=[],
    )
    return drawn


def _writable(value: object) -> object:
    match value:
        case str():
            return _UNWRITABLE.sub("", value)
        case dict():
            return {key: _writable(held) for key, held in value.items()}
        case list() | tuple():
            return [_writable(held) for held in value]
        case _:
            return value


def _clean(element: ET.Element) -> None:
    for child in list(element):
        if _name(child) not in _KEPT_SHAPES or _invisible(child):
            element.remove(child)
            continue
        _clean(child)
        if _name(child) in {"g", "defs"} and not len(child):
            element.remove(child)
    for attribute in list(element.attrib):
        if attribute in _DROPPED or attribute.startswith(("aria-", "on", "{")):
            del element.attrib[attribute]
        else:
            value = element.attrib[attribute].removesuffix("px")
            element.attrib[attribute] = _DECIMALS.sub(_shorter, value)
    if element.get("opacity") == "1":
        del element.attrib["opacity"]


def _invisible(element: ET.Element) -> bool:
    """Frames and hit areas that Vega draws without paint."""
    return element.get("display") == "none" or (
        element.get("class") in {"background", "foreground"}
        and not {"fill", "stroke"} & element.attrib.keys()
    )


def _rename(root: ET.Element, prefix: str) -> None:
    """Ids counted anew: Vega's run on from chart to chart, and two charts may share a page."""
    names: dict[str, str] = {}
    for element in root.iter():
        if "id" in element.attrib:
            names[element.attrib["id"]] = f"{prefix}{len(names) + 1}"
    for element in root.iter():
        if "id" in element.attrib:
            element.attrib["id"] = names[element.attrib["id"]]
        if clip := element.get("clip-path"):
            element.attrib["clip-path"] = f"url(#{names[clip[5:-1]]})"


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _shorter(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
