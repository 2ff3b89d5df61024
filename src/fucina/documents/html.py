"""A report as one page that needs nothing else: no script, no second file, no network."""

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from fucina.documents.characters import legible
from fucina.documents.layout import figures, layout
from fucina.documents.report import Report
from fucina.documents.svg import svg
from fucina.documents.theme import DARK_COLOURS, FONT_CSS, THEME_COLOURS, dark_rules

WIDE, NARROW = 720, 360
"""Charts are drawn twice, and the page shows the one that suits its width."""

_ROLES = ("ink", "muted", "rule", "grid", "neutral", "paper", "accent", "bad")


def html(report: Report) -> str:
    """The whole report; the same bytes for the same report."""
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=layout(report, legible),
            charts=_charts(report),
            style=_style(),
            wide=WIDE,
            narrow=NARROW,
        )
    )


def _charts(report: Report) -> dict[str, dict[int, Markup]]:
    return {
        f"figure-{count}": {
            width: Markup(svg(figure.chart, report.language, width))  # noqa: S704  drawn here
            for width in (WIDE, NARROW)
        }
        for count, figure in enumerate(figures(report), 1)
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("fucina.documents", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _style() -> Markup:
    sheet = resources.files("fucina.documents").joinpath("templates/report.css").read_text("utf-8")
    light = "".join(f"--{role}:{THEME_COLOURS[role]};" for role in _ROLES)
    dark = "".join(f"--{role}:{DARK_COLOURS[role]};" for role in _ROLES)
    return Markup(  # noqa: S704  constants of this package
        f":root{{--font:{FONT_CSS};{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}\n"
        f"{dark_rules('.chart')}}}\n{sheet}"
    )
