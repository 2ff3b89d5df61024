"""What must hold between the records of a study: ids exist, quotas sum, no activity waits for itself."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from fucina.methods.statute import load_forms
from fucina.study.folder import choices, money, offer
from fucina.study.problem import Problem
from fucina.study.schema import NOUNS, Study
from fucina.study.schema.parameter import PARAMETERS

FILES = {noun.plural: noun.file for noun in NOUNS}
CITING = {"source", "coordinate_source", "sources", "owner"}


def check(study: Study) -> Iterator[Problem]:
    yield from _sources_and_owners(study)
    yield from _parameters(study)
    yield from _stakeholders(study)
    yield from _criteria(study)
    yield from _locations(study)
    yield from _services(study)
    yield from _strategies(study)
    yield from _forms(study)
    yield from _activities(study)
    yield from _risks(study)
    yield from _datasets(study)
    yield from offer.check(study)
    yield from money.check(study)
    yield from choices.check(study)


def _unknown(
    plural: str, record: str, field: str, what: str, ids: Iterable[str], known: Iterable[str]
) -> Iterator[Problem]:
    among = known if isinstance(known, (set, dict)) else set(known)
    for wanted in ids:
        if wanted not in among:
            yield Problem(
                "unknown_reference",
                FILES[plural],
                None,
                f"{record}.{field}",
                wanted,
                ", ".join(sorted(among)[:40]),
                (("what", what),),
            )


def _sources_and_owners(study: Study) -> Iterator[Problem]:
    sources = {source.id for source in study.sources}
    owners = {owner.id for owner in study.owners}
    yield from _of_records(study, sources, owners)
    yield from _of_weights(study, sources, owners)
    yield from _of_landmarks(study, sources)
    yield from _of_figures(study, sources, owners)


def _of_records(study: Study, sources: set[str], owners: set[str]) -> Iterator[Problem]:
    citing = [n.plural for n in NOUNS if CITING & n.record.model_fields.keys()]
    for plural in citing:
        for record in getattr(study, plural):
            name = (
                getattr(record, "id", None)
                or getattr(record, "case", None)
                or str(getattr(record, "date", ""))
            )
            cited = [
                getattr(record, "source", None),
                getattr(record, "coordinate_source", None),
                *getattr(record, "sources", []),
            ]
            yield from _unknown(plural, name, "source", "source", filter(None, cited), sources)
            owner = getattr(record, "owner", None)
            if isinstance(owner, str):
                yield from _unknown(plural, name, "owner", "owner", [owner], owners)


def _of_weights(study: Study, sources: set[str], owners: set[str]) -> Iterator[Problem]:
    for stakeholder in study.stakeholders:
        yield from _unknown(
            "stakeholders",
            stakeholder.id,
            "weights.source",
            "source",
            [stakeholder.weights.source],
            sources,
        )
        yield from _unknown(
            "stakeholders",
            stakeholder.id,
            "weights.owner",
            "owner",
            [stakeholder.weights.owner],
            owners,
        )


def _of_landmarks(study: Study, sources: set[str]) -> Iterator[Problem]:
    for landmark in study.header.landmark:
        if landmark.source not in sources:
            yield Problem(
                "unknown_reference",
                "study.toml",
                None,
                "landmark.source",
                landmark.source,
                numbers=(("what", "source"),),
            )


def _of_figures(study: Study, sources: set[str], owners: set[str]) -> Iterator[Problem]:
    for key, figure in study.figures.items():
        file = f"figures/{key.split('.')[0]}.csv"
        for field, wanted, known in (
            ("source", figure.source, sources),
            ("owner", figure.owner, owners),
        ):
            if wanted not in known:
                yield Problem(
                    "unknown_reference",
                    file,
                    None,
                    f"{figure.subject}.{figure.attribute}.{field}",
                    wanted,
                    ", ".join(sorted(known)[:40]),
                    (("what", field),),
                )


def _parameters(study: Study) -> Iterator[Problem]:
    present = {parameter.id for parameter in study.parameters}
    needed = {name for name, attribute in PARAMETERS.items() if attribute.required}
    for wanted in sorted(needed - present):
        yield Problem("missing", FILES["parameters"], None, wanted)
    for unknown in sorted(present - set(PARAMETERS)):
        yield Problem("unknown_parameter", FILES["parameters"], None, "id", unknown)


def _stakeholders(study: Study) -> Iterator[Problem]:
    criteria = [criterion.id for criterion in study.criteria]
    for stakeholder in study.stakeholders:
        order = [criterion for group in stakeholder.weights.order for criterion in group]
        yield from _unknown(
            "stakeholders", stakeholder.id, "weights.order", "criterion", order, criteria
        )
        for twice in sorted(c for c, times in Counter(order).items() if times > 1):
            yield Problem(
                "order_twice", FILES["stakeholders"], None, f"{stakeholder.id}.weights.order", twice
            )
    total = math.fsum(study.need("stakeholders", s.id, "quota").value for s in study.stakeholders)
    if not math.isclose(total, 1, abs_tol=1e-6):
        yield Problem(
            "quotas", "figures/stakeholders.csv", None, "quota", numbers=(("total", f"{total:g}"),)
        )


def _criteria(study: Study) -> Iterator[Problem]:
    judged = {
        noun.plural: [a.name for a in noun.attributes if a.units == ("score",)] for noun in NOUNS
    }
    for criterion in study.criteria:
        allowed = judged[criterion.of]
        if criterion.measure == "judged" and criterion.id not in allowed:
            yield Problem(
                "judged_unknown", FILES["criteria"], None, criterion.id, allowed=", ".join(allowed)
            )


def _locations(study: Study) -> Iterator[Problem]:
    seats = {seat.id for seat in study.candidates}
    kinds = [location.kind for location in study.locations]
    if (
        "do-nothing" not in kinds
        or "do-minimum" not in kinds
        or not {"hub", "hub-satellites", "diffuse"} & set(kinds)
    ):
        yield Problem("location_kinds", FILES["locations"])
    for location in study.locations:
        if location.seat is not None:
            yield from _unknown("locations", location.id, "seat", "seat", [location.seat], seats)
        elif location.kind == "do-minimum":
            yield Problem("seat_needed", FILES["locations"], None, location.id)
    if len(seats) < 2:
        yield Problem("too_few_candidates", FILES["seats"])


def _services(study: Study) -> Iterator[Problem]:
    services = {service.id for service in study.services}
    for machine in study.machines:
        yield from _unknown(
            "machines", machine.id, "service", "service", [machine.service], services
        )
    for course in study.courses:
        yield from _unknown("courses", course.id, "service", "service", [course.service], services)


def _strategies(study: Study) -> Iterator[Problem]:
    services = {service.id for service in study.services}
    for strategy in study.strategies:
        yield from _unknown(
            "strategies", strategy.id, "services", "service", strategy.services, services
        )
    for flag in ("central", "minimum"):
        found = sum(getattr(strategy, flag) for strategy in study.strategies)
        if found != 1:
            yield Problem(
                "exactly_one",
                FILES["strategies"],
                None,
                flag,
                numbers=(("flag", flag), ("found", found)),
            )


def _forms(study: Study) -> Iterator[Problem]:
    legal = [
        f.id
        for f in load_forms()
        if {"ordinary", "extraordinary"} <= {rule.resolution for rule in f.rules}
    ]
    for form in study.forms:
        yield from _unknown("forms", form.id, "form", "legal form", [form.form], legal)


def _activities(study: Study) -> Iterator[Problem]:
    after = {activity.id: activity.after for activity in study.activities}
    for activity in study.activities:
        yield from _unknown("activities", activity.id, "after", "activity", activity.after, after)
        if (
            activity.seat_figure is None
            and study.figure("activities", activity.id, "duration") is None
        ):
            yield Problem(
                "figure_missing",
                "figures/activities.csv",
                None,
                activity.id,
                allowed="month",
                numbers=(("attribute", "duration"),),
            )
    cycle = _cycle(after)
    if cycle:
        yield Problem(
            "cycle", FILES["activities"], None, "after", numbers=(("path", " → ".join(cycle)),)
        )


def _cycle(after: dict[str, list[str]]) -> list[str]:
    """A circle of activities, each waiting for the next; empty if there is none."""
    done: set[str] = set()
    for start in after:
        path = {start: iter(after[start])}
        while path:
            node, waiting = next(reversed(path.items()))
            step = next((before for before in waiting if before not in done), None)
            if step is None:
                done.add(node)
                del path[node]
            elif step in path:
                passed = list(path)
                return [*passed[passed.index(step) :], step]
            else:
                path[step] = iter(after.get(step, []))
    return []


def _risks(study: Study) -> Iterator[Problem]:
    for risk in study.risks:
        if risk.carrier is not None and risk.carrier not in study.figures:
            yield Problem(
                "unknown_reference",
                FILES["risks"],
                None,
                f"{risk.id}.carrier",
                risk.carrier,
                numbers=(("what", "figure"),),
            )


def _datasets(study: Study) -> Iterator[Problem]:
    if sum(m.population_15_64 for m in study.municipalities) <= 0:
        yield Problem("no_demand", FILES["municipalities"])
    yield from _unknown(
        "zones",
        "zone",
        "istat_code",
        "municipality",
        sorted({zone.istat_code for zone in study.zones}),
        {m.istat_code for m in study.municipalities},
    )
