"""How units are written in each language: `EUR/m2` becomes `€/m²`, `h/year` becomes `h/anno`."""

from typing import NamedTuple

from fucina.documents.text import Language


class Unit(NamedTuple):
    """One and many, in Italian and in English."""

    it: str
    it_many: str
    en: str
    en_many: str


def _same(label: str) -> Unit:
    return Unit(label, label, label, label)


UNITS: dict[str, Unit] = {
    "1": _same(""),
    "share": _same("%"),
    "EUR": _same("€"),
    "USD": _same("$"),
    "GBP": _same("£"),
    "kEUR": _same("k€"),
    "MEUR": _same("M€"),
    "x": _same("×"),
    "score": Unit("punto su 10", "punti su 10", "point of 10", "points of 10"),
    "unit": Unit("unità", "unità", "unit", "units"),
    "stop": Unit("fermata", "fermate", "stop", "stops"),
    "m": _same("m"),
    "m2": _same("m²"),
    "m3": _same("m³"),
    "km": _same("km"),
    "km2": _same("km²"),
    "ha": _same("ha"),
    "s": _same("s"),
    "min": _same("min"),
    "h": _same("h"),
    "kg": _same("kg"),
    "t": _same("t"),
    "kW": _same("kW"),
    "kWh": _same("kWh"),
    "MWh": _same("MWh"),
    "tCO2": _same("t CO₂"),
    "day": Unit("giorno", "giorni", "day", "days"),
    "week": Unit("settimana", "settimane", "week", "weeks"),
    "month": Unit("mese", "mesi", "month", "months"),
    "year": Unit("anno", "anni", "year", "years"),
    "FTE": Unit("ETP", "ETP", "FTE", "FTE"),
    "CFU": Unit("CFU", "CFU", "ECTS credit", "ECTS credits"),
    "person": Unit("persona", "persone", "person", "people"),
    "employee": Unit("addetto", "addetti", "employee", "employees"),
    "student": Unit("studente", "studenti", "student", "students"),
    "firm": Unit("impresa", "imprese", "firm", "firms"),
    "course": Unit("corso", "corsi", "course", "courses"),
    "project": Unit("progetto", "progetti", "project", "projects"),
    "machine": Unit("macchina", "macchine", "machine", "machines"),
    "visit": Unit("visita", "visite", "visit", "visits"),
    "trip": Unit("viaggio", "viaggi", "trip", "trips"),
    "point": Unit("punto", "punti", "point", "points"),
    "vote": Unit("voto", "voti", "vote", "votes"),
}


def unit_label(unit: str, language: Language, *, many: bool = True) -> str:
    """The unit in words; a unit that is not in the table is shown as it is written."""
    head, *below = unit.split("/")
    label = _label(head, language, many=many)
    return "/".join([label, *(_label(part, language, many=False) for part in below)])


def _label(part: str, language: Language, *, many: bool) -> str:
    unit = UNITS.get(part)
    if unit is None:
        return part
    if language == "it":
        return unit.it_many if many else unit.it
    return unit.en_many if many else unit.en
