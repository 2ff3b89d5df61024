"""Governance: under each legal form, who decides, who blocks, and how often nothing is decided."""

from dataclasses import dataclass
from typing import Literal

from fucina.methods import statute
from fucina.methods.voting import (
    Game,
    banzhaf,
    blocking_players,
    passage_probability,
    shapley_shubik,
)
from fucina.study.schema import Study

Resolution = Literal["ordinary", "extraordinary"]
RESOLUTIONS: tuple[Resolution, ...] = ("ordinary", "extraordinary")
UNITS = 1000
"""Quotas are turned into thousandths for the voting game."""


@dataclass(frozen=True)
class Power:
    """A resolution under a form: power of each stakeholder (they sum to 1), and who can block alone."""

    form: str
    resolution: Resolution
    rule: statute.Rule
    banzhaf: tuple[float, ...]
    shapley: tuple[float, ...]
    blockers: tuple[str, ...]
    passage: float


def powers(study: Study) -> list[Power]:
    """Voting power under every governance model of the study, for both kinds of resolution."""
    quotas = [
        round(study.need("stakeholders", s.id, "quota").value * UNITS) for s in study.stakeholders
    ]
    forms = {form.id: form for form in statute.load_forms()}
    return [
        _power(study, model.id, forms[model.form], resolution, quotas)
        for model in study.forms
        for resolution in RESOLUTIONS
    ]


def ordinary_game(study: Study, form: str) -> Game:
    """The voting game of an ordinary resolution under one of the study's forms."""
    quotas = [
        round(study.need("stakeholders", s.id, "quota").value * UNITS) for s in study.stakeholders
    ]
    legal = {law.id: law for law in statute.load_forms()}
    model = next(f for f in study.forms if f.id == form)
    return statute.game(legal[model.form], "ordinary", quotas)


def passage(study: Study, form: str) -> float:
    """Probability that an ordinary resolution passes if each stakeholder tosses a coin: 0 is deadlock."""
    return float(passage_probability(ordinary_game(study, form)))


def _power(
    study: Study, model: str, form: statute.LegalForm, resolution: Resolution, quotas: list[int]
) -> Power:
    game = statute.game(form, resolution, quotas)
    blockers = tuple(study.stakeholders[i].id for i in blocking_players(game))
    return Power(
        model,
        resolution,
        form.rule(resolution),
        tuple(float(x) for x in banzhaf(game)),
        tuple(float(x) for x in shapley_shubik(game)),
        blockers,
        float(passage_probability(game)),
    )
