"""The demonstration's plain rows. What the machines can do is invented: no study says it."""

import csv
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Planned:
    """A machine that a study planned; the caller knows the study, the laboratories do not."""

    key: str
    name: str
    name_en: str
    about: str
    about_en: str
    service: str
    """The service line, which says in what laboratory it stands."""


@dataclass(frozen=True)
class Hall:
    """A laboratory with its room, and the service lines whose machines stand there."""

    key: str
    name: str
    name_en: str
    room: str
    room_en: str
    places: int
    services: tuple[str, ...]


HALLS = (
    Hall("demo-additive", "Laboratorio di manifattura additiva", "Additive manufacturing laboratory", "Sala additiva", "Additive hall", 12, ("pilot-additive",)),
    Hall("demo-factory", "Fabbrica digitale", "Digital factory", "Sala della linea", "Line hall", 20, ("pilot-digital-factory", "pilot-virtual")),
    Hall("demo-metrology", "Laboratorio di metrologia", "Metrology laboratory", "Sala metrologica", "Measuring room", 8, ("pilot-metrology", "laboratory-access")),
    Hall("demo-workshop", "Officina", "Workshop", "Officina meccanica", "Machine shop", 24, ("pilot-machining", "company-training", "makers-school")),
)  # fmt: skip
ROOMS = frozenset({"powder-room", "school-lab", "vr-lab", "training-cells"})
"""Planned “machines” that are rooms in truth."""
QUALIFICATIONS = (
    ("demo-safety", "general_safety", "Sicurezza generale dei laboratori", "General laboratory safety", 1, 730, None),
    ("demo-powder", "specific_safety", "Polveri metalliche reattive", "Reactive metal powders", 1, 365, None),
    ("demo-additive", "operation", "Conduzione di stampanti metalliche", "Operation of metal printers", 3, None, 180),
    ("demo-metrology", "operation", "Uso delle macchine di misura", "Use of measuring machines", 2, None, 365),
)  # fmt: skip
"""Key, kind, names, levels, days valid, days until lost by disuse."""
NEEDED = {
    "lpbf-medium": ("demo-powder", "demo-additive"),
    "lpbf-large": ("demo-powder", "demo-additive"),
    "ded-cell": ("demo-powder",),
    "cmm-medium": ("demo-metrology",),
    "cmm-large": ("demo-metrology",),
}
"""Beside general safety, which every laboratory asks for."""
ACCESSORIES = (
    ("demo-gauges", "Calibri e comparatori", "Gauges and indicators", 6, "demo-metrology"),
    ("demo-headsets", "Visori di realtà virtuale", "Virtual-reality headsets", 8, "demo-factory"),
    ("demo-plates", "Piastre di costruzione", "Build plates", 10, "demo-additive"),
)
CONSUMABLES = (
    ("demo-ti64", "Polvere Ti-6Al-4V", "Ti-6Al-4V powder", "kg", "40", "15", "demo-additive"),
    ("demo-argon", "Argon", "Argon", "m³", "300", "80", "demo-additive"),
    ("demo-gloves", "Guanti", "Gloves", "paia", "20", "25", "demo-workshop"),
)
COMPETENCES = ("additive-design", "metrology-skill", "robotics-skill")
PURPOSES = (
    ("Provini per la messa a punto dei parametri", "use"),
    ("Staffa alleggerita, prima serie", "job"),
    ("Prova di un ugello con canali interni", "trial"),
    ("Misura di controllo su dieci pezzi", "job"),
    ("Ripetibilità della presa", "trial"),
)


def capabilities() -> list[dict[str, str]]:
    return _rows("capabilities.csv")


def invented_capabilities() -> list[dict[str, str]]:
    return _rows("invented_capabilities.csv")


def _rows(name: str) -> list[dict[str, str]]:
    text = (files(__package__) / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
