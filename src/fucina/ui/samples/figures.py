"""Invented figures: as numbers, as tables, as a chart."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

MINUTES = [("Mirafiori", 17.2), ("Porta Susa", 21.4), ("Grugliasco", 23.9), ("Ivrea", 41.5)]


def key_figures() -> list[dict[str, str]]:
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


def columns() -> list[Any]:
    return [
        _("Seat"),
        {"label": _("Mean travel time"), "kind": "number", "unit": "min"},
        {"label": _("Rent"), "kind": "number", "unit": "€/m²"},
        _("How it is known"),
    ]


def rows() -> list[Any]:
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


def definitions() -> list[dict[str, str]]:
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
