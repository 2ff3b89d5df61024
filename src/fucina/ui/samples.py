"""Sample content for the gallery: invented figures in the shape that the components expect."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from fucina.ui.icons import ICONS

MINUTES = [("Mirafiori", 17.2), ("Porta Susa", 21.4), ("Grugliasco", 23.9), ("Ivrea", 41.5)]


def samples(request: HttpRequest) -> dict[str, Any]:
    return {
        "key_figures": _key_figures(),
        "columns": _columns(),
        "rows": _rows(),
        "icons": sorted(ICONS),
        "evidence": ["fact", "derived", "estimate", "proxy", "assumption", "planned"],
        "levels": ["high", "medium", "low"],
        "steps": _steps(),
        "events": _events(),
        "definitions": _definitions(),
        "tab_items": _tabs(),
        "companies": number_format(1943, force_grouping=True),
        "trail": [{"label": _("Home"), "url": "/"}, {"label": _("Components"), "url": ""}],
        "page": Paginator(range(230), 10).get_page(request.GET.get("page", 4)),
        "chart_wide": bars(680, 132, 24),
        "chart_narrow": bars(330, 96, 20),
        "chart_columns": [
            _("Seat"),
            {"label": _("Mean travel time"), "kind": "number", "unit": "min"},
        ],
        "chart_rows": [[name, number_format(minutes)] for name, minutes in MINUTES],
        "map_data": map_data(),
    }


def bars(width: int, label_width: int, bar: int) -> str:
    """A bar chart such as fucina.documents draws: colours as attributes, no styles."""
    step = bar + 14
    scale = (width - label_width - 60) / MINUTES[-1][1]
    rows = [
        f'<text x="0" y="{y + bar * 0.7:.0f}" fill="#17212B" font-size="14">{name}</text>'
        f'<rect x="{label_width}" y="{y}" width="{minutes * scale:.0f}" height="{bar}"'
        f' fill="{"#0B5C7A" if y == 0 else "#7FAEC1"}"/>'
        f'<text x="{label_width + minutes * scale + 8:.0f}" y="{y + bar * 0.7:.0f}" fill="#54626D"'
        f' font-size="14">{number_format(minutes)}</text>'
        for y, (name, minutes) in zip(range(0, step * len(MINUTES), step), MINUTES, strict=True)
    ]
    label = _("Mean travel time to four seats, the shortest to Mirafiori")
    height = step * len(MINUTES)
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{label}">{"".join(rows)}</svg>'
    )


def map_data() -> dict[str, Any]:
    places = [
        ("Mirafiori", 45.024, 7.628, True),
        ("Porta Susa", 45.073, 7.664, False),
        ("Grugliasco", 45.066, 7.578, False),
        ("Ivrea", 45.467, 7.880, False),
    ]
    return {
        "bounds": [[44.75, 7.1], [45.6, 8.1]],
        "layers": {},
        "seats": [
            {
                "id": name.lower(),
                "name": name,
                "lat": lat,
                "lon": lon,
                "url": "#map",
                "rank": rank,
                "probability": [0.62, 0.21, 0.12, 0.05][rank - 1],
                "recommended": first,
            }
            for rank, (name, lat, lon, first) in enumerate(places, 1)
        ],
        "zones": [
            {"lat": 45.07, "lon": 7.68, "weight": 900},
            {"lat": 45.466, "lon": 7.875, "weight": 120},
            {"lat": 44.885, "lon": 7.333, "weight": 150},
            {"lat": 45.19, "lon": 7.89, "weight": 140},
        ],
        "labels": [
            {"name": "Torino", "lat": 45.07, "lon": 7.686, "size": 850000},
            {"name": "Ivrea", "lat": 45.467, "lon": 7.875, "size": 22500},
            {"name": "Pinerolo", "lat": 44.885, "lon": 7.333, "size": 36000},
            {"name": "Chivasso", "lat": 45.19, "lon": 7.89, "size": 26500},
        ],
    }


def _key_figures() -> list[dict[str, str]]:
    source = {"url": "#figures", "source": _("sample data")}
    return [
        {
            "label": _("First choice in"),
            "value": "62",
            "unit": "%",
            "note": _("of 10,000 futures drawn"),
            **source,
        },
        {"label": _("Mean travel time"), "value": number_format(17.2), "unit": "min", **source},
        {
            "label": _("Net present value"),
            "value": number_format(4.8),
            "unit": "M€",
            "note": _("2026 prices, 3 % a year"),
            **source,
        },
        {
            "label": _("Companies within 30 minutes"),
            "value": number_format(1943, force_grouping=True),
        },
    ]


def _columns() -> list[Any]:
    return [
        _("Seat"),
        {"label": _("Mean travel time"), "kind": "number", "unit": "min"},
        {"label": _("Rent"), "kind": "number", "unit": "€/m²"},
        _("How it is known"),
    ]


def _rows() -> list[Any]:
    known = ["fact", "fact", "estimate", "assumption"]
    rents = ["86", "142", "74", "51"]
    return [
        {
            "cells": [
                {"text": name, "url": "#tables"},
                {"text": number_format(minutes), "value": minutes},
                {"text": rent, "value": float(rent)},
                {"text": "", "badge": kind},
            ],
            "emphasis": name == "Mirafiori",
        }
        for (name, minutes), rent, kind in zip(MINUTES, rents, known, strict=True)
    ]


def _steps() -> list[dict[str, str]]:
    return [
        {"label": _("Study"), "state": "done", "note": _("closed in March"), "url": "#sequences"},
        {"label": _("Agreement"), "state": "done", "note": _("signed by nine")},
        {"label": _("Founding"), "state": "current", "note": _("two documents missing")},
        {"label": _("Works"), "state": "todo"},
        {"label": _("Opening"), "state": "todo"},
    ]


def _events() -> list[dict[str, str]]:
    return [
        {
            "when": "03/2026",
            "datetime": "2026-03",
            "title": _("The study is closed"),
            "text": _("Four seats, three strategies and three forms of governance compared."),
        },
        {
            "when": "06/2026",
            "datetime": "2026-06",
            "title": _("The partners sign"),
            "url": "#sequences",
        },
        {
            "when": "01/2027",
            "datetime": "2027-01",
            "title": _("The first laboratory opens"),
            "state": "planned",
        },
    ]


def _definitions() -> list[dict[str, str]]:
    return [
        {"term": _("Seat"), "text": "Mirafiori", "url": "#map"},
        {
            "term": _("Floor area"),
            "text": f"{number_format(8600, force_grouping=True)} m²",
            "badge": "fact",
        },
        {
            "term": _("Cost of the works"),
            "text": f"{number_format(11.4)} M€",
            "confidence": "medium",
        },
    ]


def _tabs() -> list[dict[str, Any]]:
    return [
        {"label": _("Overview"), "url": "#tabs", "current": True},
        {"label": _("Seats"), "url": "#tabs", "count": 4},
        {"label": _("Assumptions"), "url": "#tabs", "count": 37},
        {"label": _("Sources"), "url": "#tabs"},
    ]
