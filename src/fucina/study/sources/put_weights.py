"""Stated weights into ``stakeholders.toml``: only the tables of those who answered change, key by key."""

import datetime as dt
from pathlib import Path

from fucina.documents.text import Text
from fucina.study.schema import Source
from fucina.study.schema.figure import Confidence
from fucina.study.sources import toml_text
from fucina.study.sources.change import Change
from fucina.study.sources.evidence import Done, Evidence, cite
from fucina.study.sources.weights import Asked, Statement, Way, read_weights

FILE = "stakeholders.toml"
WAYS: dict[Way, Text] = {
    "points": Text("a punti", "in points"),
    "ranks": Text("per ordine", "by rank"),
    "ranges": Text("per intervalli", "as ranges"),
}


def put_weights(
    folder: Path,
    path: Path,
    asked: Asked,
    evidence: Evidence,
    *,
    confidence: Confidence = "high",
    owner: str | None = None,
) -> Done:
    """Imports a sheet of weights. Raises StudyError with every problem, and then writes nothing."""
    change = Change(folder)
    statements = read_weights(path, change.study, asked)
    days = [one.day for one in statements if one.day is not None]
    source = cite(change, evidence.over(Evidence(evidence.id, date=max(days, default=None))))
    place = {stakeholder.id: i for i, stakeholder in enumerate(change.study.stakeholders)}
    text = change.text(FILE)
    for one in statements:
        values = _values(one, source, asked, confidence)
        if owner is not None:
            values["owner"] = owner
        index = place[one.stakeholder]
        text = toml_text.change(FILE, text, "stakeholder", index, ("weights",), values)
    change.put(FILE, text)
    names = ", ".join(one.stakeholder for one in statements)
    summary = Text(
        f"Pesi di {len(statements)} enti: {names}.",
        f"Weights of {len(statements)} institutions: {names}.",
    )
    return Done(change.commit(), summary)


def _values(
    one: Statement, source: Source, asked: Asked, confidence: Confidence
) -> dict[str, toml_text.Value | None]:
    """What the record says now; bounds that are not stated any more are taken out."""
    day = one.day or source.date
    return {
        "order": one.order,
        "least": dict(one.least) or None,
        "most": dict(one.most) or None,
        "kind": "fact",
        "source": source.id,
        "date": day,
        "confidence": confidence,
        "note": _note(one, asked, day),
    }


def _note(one: Statement, asked: Asked, day: dt.date) -> dict[str, toml_text.Value]:
    by_it = f" da {one.stated_by}" if one.stated_by else ""
    by_en = f" by {one.stated_by}" if one.stated_by else ""
    way = WAYS[asked.way]
    give = f" (± {100 * asked.margin:g} %)" if asked.way == "points" else ""
    own = f" {one.note}" if one.note else ""
    return {
        "it": f"Dichiarato{by_it} il {day.day}/{day.month}/{day.year}, {way.it}{give}.{own}",
        "en": f"Stated{by_en} on {day.isoformat()}, {way.en}{give}.{own}",
    }
