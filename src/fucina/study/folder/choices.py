"""What must hold where something is decided: forms and their bodies, gates, correlations, bounds on weights."""

import math
from collections.abc import Iterator

from fucina.study.folder.offer import FILES, known
from fucina.study.problem import Problem
from fucina.study.schema import NOUNS, Study


def check(study: Study) -> Iterator[Problem]:
    yield from _forms(study)
    yield from _gates(study)
    yield from _correlations(study)
    yield from _weights(study)
    archetypes = {archetype.id for archetype in study.archetypes}
    for strategy in study.strategies:
        if strategy.model is not None:
            yield from known(
                "strategies", strategy.id, "model", strategy.model, archetypes, "archetype"
            )


def _forms(study: Study) -> Iterator[Problem]:
    stakeholders = {stakeholder.id for stakeholder in study.stakeholders}
    judged = _judged(study, "forms")
    for form in study.forms:
        for i, body in enumerate(form.body):
            for member in body.seats:
                yield from known(
                    "forms", form.id, f"body.{i}.seats", member, stakeholders, "stakeholder"
                )
        for score in judged:
            yield from _scored(study, "forms", form.id, score)
    judged = _judged(study, "strategies")
    for strategy in study.strategies:
        for score in judged if strategy.services else []:
            yield from _scored(study, "strategies", strategy.id, score)


def _judged(study: Study, plural: str) -> list[str]:
    """The criteria judged on these records, as far as the records may have such a score."""
    noun = next(noun for noun in NOUNS if noun.plural == plural)
    scores = {attribute.name for attribute in noun.attributes}
    named = [c.id for c in study.criteria if c.measure == "judged" and c.of == plural]
    return [name for name in named if name in scores]


def _scored(study: Study, plural: str, subject: str, score: str) -> Iterator[Problem]:
    if study.figure(plural, subject, score) is None:
        numbers = (("attribute", score),)
        yield Problem("figure_missing", f"figures/{plural}.csv", None, subject, numbers=numbers)


def _gates(study: Study) -> Iterator[Problem]:
    activities = {activity.id for activity in study.activities}
    for gate in study.gates:
        for before in gate.after:
            yield from known("gates", gate.id, "after", before, activities, "activity")
        for i, condition in enumerate(gate.condition):
            place, key = f"{gate.id}.condition.{i}.figure", condition.figure
            if (key is not None) != (condition.measure == "figure"):
                yield Problem("condition_figure", FILES["gates"], None, place, key or "")
            elif key is not None and key not in study.figures:
                numbers = (("what", "figure"),)
                yield Problem(
                    "unknown_reference", FILES["gates"], None, place, key, numbers=numbers
                )


def _correlations(study: Study) -> Iterator[Problem]:
    seen: set[frozenset[str]] = set()
    for link in study.correlations:
        for field in ("first", "second"):
            key = getattr(link, field)
            figure = study.figures.get(key)
            if figure is None or figure.distribution == "fixed":
                yield Problem(
                    "not_uncertain", FILES["correlations"], None, f"{link.id}.{field}", key
                )
        pair = frozenset((link.first, link.second))
        if len(pair) < 2 or pair in seen:
            yield Problem("pair_twice", FILES["correlations"], None, link.id, link.first)
        seen.add(pair)


def _weights(study: Study) -> Iterator[Problem]:
    criteria = {criterion.id for criterion in study.criteria}
    for stakeholder in study.stakeholders:
        weights = stakeholder.weights
        for field, bounds in (("least", weights.least), ("most", weights.most)):
            for name, bound in bounds.items():
                place = f"weights.{field}"
                yield from known("stakeholders", stakeholder.id, place, name, criteria, "criterion")
                if not 0 <= bound <= 1:
                    yield Problem(
                        "bounds", FILES["stakeholders"], None, f"{stakeholder.id}.{place}", str(bound), "0 … 1"
                    )  # fmt: skip
        crossed = [n for n in weights.least if weights.least[n] > weights.most.get(n, 1.0)]
        if crossed or math.fsum(weights.least.values()) > 1:
            yield Problem("weights_contradict", FILES["stakeholders"], None, stakeholder.id)
