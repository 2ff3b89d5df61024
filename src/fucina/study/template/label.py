"""What came from the template says so: kind, confidence, source, date and note of every figure."""

from datetime import date
from typing import Any

from fucina.documents.text import Text
from fucina.study.template.draft import Draft
from fucina.study.template.plan import Plan

TEMPLATE, ANSWERS = "template", "founders"
NOTE = Text("valore del modello: da sostituire", "template value: replace")
REVIEW_YEARS = 1


def label(draft: Draft, plan: Plan) -> None:
    review = _later(plan.as_of)
    draft.header = _resourced(draft.header)
    draft.nouns = {plural: _resourced(records) for plural, records in draft.nouns.items()}
    draft.nouns["sources"] = _sources(plan)
    draft.nouns["milestones"] = [
        {
            "date": plan.as_of.isoformat(),
            "precision": "day",
            "kind": "fact",
            "event_it": "Lo studio comincia",
            "event_en": "The study begins",
            "source": ANSWERS,
        }
    ]
    for dataset in draft.nouns["datasets"]:
        dataset |= {"kind": "assumption", "confidence": "low", "date": plan.as_of, "review": review}
        dataset["note"] = {"it": NOTE.it, "en": NOTE.en}
    for stakeholder in draft.nouns["stakeholders"]:
        stakeholder["weights"]["date"] = plan.as_of
    for rows in draft.figures.values():
        for row in rows:
            row |= {
                "kind": "assumption",
                "confidence": "low",
                "source": TEMPLATE,
                "date": plan.as_of.isoformat(),
                "review": review.isoformat(),
                "price_year": str(plan.price_year) if row["price_year"] else "",
                "note_it": NOTE.it,
                "note_en": NOTE.en,
            }


def _sources(plan: Plan) -> list[dict[str, Any]]:
    day = plan.as_of.isoformat()
    return [
        {
            "id": TEMPLATE,
            "title": "Values of Fucina’s template, to be replaced",
            "publisher": "Fucina",
            "date": day,
            "kind": "estimate",
        },
        {
            "id": ANSWERS,
            "title": "What was answered when the study was begun",
            "publisher": plan.name.en,
            "date": day,
            "kind": "estimate",
        },
    ]


def _resourced(value: Any) -> Any:
    """The same records, whose source is the template instead of the example."""
    match value:
        case "example":
            return TEMPLATE
        case dict():
            return {key: _resourced(inner) for key, inner in value.items()}
        case list():
            return [_resourced(inner) for inner in value]
        case _:
            return value


def _later(day: date) -> date:
    return date(day.year + REVIEW_YEARS, day.month, min(day.day, 28))
