import re
import xml.etree.ElementTree as ET

import pytest

from fucina.documents.charts import Bar, Chart, ranked_bars
from fucina.documents.svg import svg
from fucina.documents.tables import Column
from fucina.documents.text import LANGUAGES, Language, Text
from fucina.documents.theme import DARK_COLOURS, THEME_COLOURS, dark_rules

ALT = Text(it='Le sedi "migliori" & <altre>.', en="The best & <other> sites.")
SITE = Text(it="Sede", en="Site")
SCORE = Column("score", Text(it="Punteggio", en="Score"), "percent", 1)
SIZES = [(language, width) for language in LANGUAGES for width in (720, 360)]


def bars(name: str = "score") -> Chart:
    return ranked_bars(
        name, ALT, ALT, [Bar("<b>a</b>", 0.7, 0.1), Bar("b\x07", 0.5)], of=SITE, measure=SCORE
    )


def clipped(name: str) -> Chart:
    """A chart whose drawing needs ids: two clipping paths."""
    points = [{"x": 1, "y": 1}, {"x": 50, "y": 2}]

    def build(language: Language, width: int) -> dict[str, object]:
        line = {
            "data": {"values": points},
            "mark": {"type": "line", "clip": True},
            "encoding": {"x": {"field": "x", "type": "quantitative"}},
        }
        return {"hconcat": [line, line]}

    return Chart(name, ALT, ALT, build, bars().table)


def ids(drawn: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', drawn)


@pytest.mark.parametrize(("language", "width"), SIZES)
def test_svg_speaks_through_one_title(language: Language, width: int) -> None:
    root = ET.fromstring(svg(bars(), language, width))  # noqa: S314

    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == ALT[language]
    assert root[0].tag.endswith("}title")
    assert root[0].text == ALT[language]
    assert len(list(root.iter("{http://www.w3.org/2000/svg}title"))) == 1
    assert root.attrib["viewBox"].startswith(f"0 0 {width} ")


@pytest.mark.parametrize("chart", [bars(), clipped("clip")], ids=lambda chart: chart.name)
def test_svg_passes_a_strict_policy(chart: Chart) -> None:
    root = ET.fromstring(svg(chart, "it"))  # noqa: S314

    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        assert name not in {"style", "script", "a", "image", "foreignObject", "use"}
        for attribute in element.attrib:
            assert not attribute.startswith("on")
            assert attribute not in {"style", "class", "href"}
            if element is not root:
                assert attribute != "role"
                assert not attribute.startswith("aria-")


def test_svg_leaves_the_size_to_the_page() -> None:
    root = ET.fromstring(svg(bars(), "it"))  # noqa: S314

    assert not {"width", "height"} & root.attrib.keys()


def test_svg_is_the_same_twice() -> None:
    assert svg(bars(), "en", 360) == svg(bars(), "en", 360)


def test_svg_ids_are_unique_across_charts_languages_and_widths() -> None:
    drawn = [
        svg(clipped(name), language, width) for name in ("a", "b") for language, width in SIZES
    ]

    found = [i for text in drawn for i in ids(text)]
    assert len(found) == len(set(found)) == 16
    assert {"a-it-720-1", "b-en-360-2"} <= set(found)


def test_svg_references_follow_their_ids() -> None:
    drawn = svg(clipped("a"), "it")

    assert set(re.findall(r"url\(#([^)]+)\)", drawn)) == set(ids(drawn))


def test_svg_escapes_words() -> None:
    drawn = svg(bars(), "it")

    assert "&lt;b&gt;a&lt;/b&gt;" in drawn
    assert "<b>" not in drawn
    assert "\x07" not in drawn


def test_svg_has_few_decimals() -> None:
    assert not re.search(r"\d\.\d{3}", svg(bars(), "it"))


def test_dark_rules_repaint_every_role() -> None:
    rules = dark_rules("figure svg")

    for role, dark in DARK_COLOURS.items():
        assert f'figure svg [fill="{THEME_COLOURS[role]}"]{{fill:{dark}}}' in rules
        assert f'figure svg [stroke="{THEME_COLOURS[role]}"]{{stroke:{dark}}}' in rules


def test_theme_colours_are_told_apart_by_value() -> None:
    roles = [role for role in DARK_COLOURS if role in THEME_COLOURS]

    assert len({THEME_COLOURS[role] for role in roles}) == len(roles)


def test_another_library_s_prefix_does_not_stay() -> None:
    ET.register_namespace(
        "svg", "http://www.w3.org/2000/svg"
    )  # as a library that draws QR codes does

    assert svg(bars(), "en").startswith("<svg ")
