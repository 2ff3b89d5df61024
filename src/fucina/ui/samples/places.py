"""Invented places for the maps."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


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


def points() -> list[dict[str, Any]]:
    return [
        {"lat": 45.024, "lon": 7.628, "label": "Officine Esempio S.r.l.", "kind": "member",
         "url": "#points", "note": _("42 people")},
        {"lat": 45.073, "lon": 7.664, "label": "Prova S.p.A.", "kind": "member", "url": "#points"},
        {"lat": 45.066, "lon": 7.578, "label": "Campione di Rossi & C. S.a.s.", "kind": "firm",
         "url": "#points"},
        {"lat": 45.117, "lon": 7.742, "label": "Modello Meccanica S.r.l.", "kind": "firm", "url": "#points"},
        {"lat": 45.0, "lon": 7.74, "label": _("Sample school"), "kind": "school", "url": "#points"},
    ]  # fmt: skip


def kinds() -> dict[str, str]:
    return {"member": pgettext("ui", "Members"), "firm": _("Client firms"), "school": _("Schools")}
