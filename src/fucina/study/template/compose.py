"""From the answers of the guide to a complete folder: the example, with what was answered put in its place."""

from fucina.documents.text import Text
from fucina.study.template import territory
from fucina.study.template.draft import Draft, example
from fucina.study.template.identify import slug, slugs
from fucina.study.template.label import ANSWERS, label
from fucina.study.template.plan import Place, Plan
from fucina.study.template.records import Fields

TO_DESCRIBE = Text("Da descrivere.", "To be described.")
TO_ASK = Text("Da chiedere all’ente.", "To be asked of the institution.")


def compose(plan: Plan) -> dict[str, str]:
    """Every file of the new folder by its name."""
    draft = example()
    label(draft, plan)
    _head(draft, plan)
    _institutions(draft, plan)
    _seats(draft, plan)
    _services(draft, plan)
    _archetype(draft, plan)
    territory.move(draft, plan)
    return draft.files()


def both(text: Text) -> dict[str, str]:
    return {"it": text.it, "en": text.en}


def _head(draft: Draft, plan: Plan) -> None:
    draft.header |= {
        "id": slug(plan.name.en),
        "name": both(plan.name),
        "question": both(plan.question),
        "place": both(plan.place),
        "summary": {
            "it": "Studio appena cominciato: i valori del modello sono da sostituire.",
            "en": "A study just begun: the template’s values are to be replaced.",
        },
        "as_of": plan.as_of,
        "price_year": plan.price_year,
        "first_year": plan.first_year,
        "quota_note": {
            "it": "Quote uguali, come punto di partenza: da concordare.",
            "en": "Equal quotas, as a starting point: to be agreed.",
        },
    }


def _institutions(draft: Draft, plan: Plan) -> None:
    ids = slugs(party.name.en for party in plan.parties)
    weights = draft.nouns["stakeholders"][0]["weights"]
    draft.nouns["stakeholders"] = [
        {
            "id": id_,
            "name": both(party.name),
            "kind": party.kind,
            "role": both(TO_DESCRIBE),
            "source": ANSWERS,
            "weights": weights | {"order": [], "note": both(TO_ASK)},
        }
        for id_, party in zip(ids, plan.parties, strict=True)
    ]
    row = draft.figures["stakeholders"][0]
    each = round(1 / len(ids), 6)
    quotas = [each] * (len(ids) - 1)
    quotas.append(round(1 - sum(quotas), 6))
    draft.figures["stakeholders"] = [
        row | {"subject": id_, "value": f"{quota:g}"}
        for id_, quota in zip(ids, quotas, strict=True)
    ]
    _in_bodies(draft, ids)
    _as_givers(
        draft, [i for i, party in zip(ids, plan.parties, strict=True) if party.kind == "business"]
    )


def _in_bodies(draft: Draft, ids: list[str]) -> None:
    for form in draft.nouns["forms"]:
        for body in form.get("body", []):
            if "seats" in body:
                body["seats"] = dict.fromkeys(ids, 1)


def _as_givers(draft: Draft, business: list[str]) -> None:
    for source in draft.nouns["funding"]:
        if source.pop("partner", None) and business:
            source["partner"] = business[0]


def _seats(draft: Draft, plan: Plan) -> None:
    models, figures = draft.nouns["seats"], draft.figures["seats"]
    ids = slugs(place.name.en for place in plan.places)
    draft.nouns["seats"] = [_seat(id_, place) for id_, place in zip(ids, plan.places, strict=True)]
    draft.figures["seats"] = [
        row | {"subject": id_}
        for id_, place in zip(ids, plan.places, strict=True)
        for row in _like(place, models, figures)
    ]
    for location in draft.nouns["locations"]:
        if "seat" in location:
            location["seat"] = ids[0]


def _seat(id_: str, place: Place) -> Fields:
    return {
        "id": id_,
        "name": both(place.name),
        "lat": place.lat,
        "lon": place.lon,
        "coordinate_error_m": place.error_m,
        "coordinate_source": ANSWERS,
        "works": place.works,
        "status": "candidate",
        "owner": both(TO_DESCRIBE),
        "facts": both(TO_DESCRIBE),
        "constraints": both(TO_DESCRIBE),
        "sources": [ANSWERS],
    }


def _like(
    place: Place, models: list[Fields], figures: list[dict[str, str]]
) -> list[dict[str, str]]:
    """The figures of the example's seat with the same works, completed from its first seat."""
    first = models[0]["id"]
    same = next((m["id"] for m in models if m["works"] == place.works), first)
    found = {row["attribute"]: row for row in figures if row["subject"] == first}
    return [*(found | {r["attribute"]: r for r in figures if r["subject"] == same}).values()]


def _services(draft: Draft, plan: Plan) -> None:
    chosen = [s["id"] for s in draft.nouns["services"] if s["id"] in plan.services]
    draft.nouns["services"] = [s for s in draft.nouns["services"] if s["id"] in chosen]
    for part in ("spaces", "posts", "uses", "degrees"):
        draft.nouns[part] = [r for r in draft.nouns[part] if r["service"] in chosen]
    for part in ("machines", "courses"):  # a study has at least one of each
        for record in draft.nouns[part]:
            if record["service"] not in chosen:
                record["service"] = chosen[0]
    for strategy in draft.nouns["strategies"]:
        strategy["services"] = [s for s in strategy["services"] if s in chosen] or chosen[:1]
    for part in ("services", "spaces", "posts", "uses", "degrees"):
        kept = {record["id"] for record in draft.nouns[part]}
        draft.figures[part] = [row for row in draft.figures[part] if row["subject"] in kept]


def _archetype(draft: Draft, plan: Plan) -> None:
    """The central strategy follows the archetype chosen, with its members and its fee."""
    if plan.archetype is None:
        return
    central = next(s for s in draft.nouns["strategies"] if s.get("central"))
    central["model"] = plan.archetype
    model = {
        row["attribute"]: row["value"]
        for row in draft.figures["archetypes"]
        if row["subject"] == plan.archetype
    }
    for row in draft.figures["strategies"]:
        if row["subject"] == central["id"] and row["attribute"] in ("members", "fee"):
            row["value"] = model.get(row["attribute"], row["value"])
