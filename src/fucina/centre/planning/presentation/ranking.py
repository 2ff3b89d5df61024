"""The ranking: for the group and for each institution, and the weights it was made with."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.planning.presentation.combinations import Combinations
from fucina.centre.planning.presentation.criteria import criteria
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.schema import Stakeholder

SHOWN = 6
"""Alternatives shown in the tables of pairs and of ranks: the rest have no say."""


@dataclass(frozen=True)
class Statement:
    """What is known of an institution's weights, and who says so."""

    id: str
    name: str
    role: str
    order: str
    note: str
    kind: str
    confidence: str
    source: str
    url: str
    date: str


@dataclass(frozen=True)
class Ranking:
    best: str
    share: str
    agreeing: str
    concordance: str
    borda: str
    regret: str
    combinations: Combinations
    group: Table
    institutions: Table
    acceptability: Table
    pairwise: Table
    statements: list[Statement]
    criteria: Table


def ranking(reader: Reader, asked: Combinations) -> Ranking:
    found = reader.result.decision
    agree = sum(view.agrees for view in found.stakeholders)
    return Ranking(
        best=reader.alternative(found.recommended),
        share=reader.probability(found.probability),
        agreeing=ngettext(
            "%(agree)s institution of %(all)s puts it first",
            "%(agree)s institutions of %(all)s put it first",
            agree,
        )
        % {"agree": agree, "all": len(found.stakeholders)},
        concordance=reader.number(found.concordance, 2),
        borda=reader.alternative(found.compromise_borda),
        regret=reader.alternative(found.compromise_regret),
        combinations=asked,
        group=_group(reader),
        institutions=_institutions(reader),
        acceptability=_acceptability(reader),
        pairwise=_pairwise(reader),
        statements=[_statement(reader, stakeholder) for stakeholder in reader.study.stakeholders],
        criteria=criteria(reader),
    )


def _group(reader: Reader) -> Table:
    columns = [
        text_column(_("Hypothesis")),
        number_column(_("Probability of being first")),
        number_column(_("Expected place")),
        number_column(_("Borda points")),
        number_column(_("Regret"), _("points of 100")),
    ]
    rows = [
        row(
            [
                reader.alternative(ranked.id),
                cell(reader.probability(ranked.probability), value=ranked.probability.value),
                cell(reader.number(ranked.expected_rank, 1), value=ranked.expected_rank),
                cell(reader.number(ranked.borda, 1), value=ranked.borda),
                cell(
                    reader.number(100 * ranked.regret.mean, 1),
                    value=ranked.regret.mean,
                    note=_("up to %(worst)s")
                    % {"worst": reader.number(100 * ranked.regret.p95, 1)},
                )
                if ranked.regret
                else "–",
            ],
            emphasis=ranked.id == reader.result.decision.recommended,
        )
        for ranked in reader.result.decision.alternatives
    ]
    return Table(_("The group of institutions"), columns, rows)


def _institutions(reader: Reader) -> Table:
    columns = [
        text_column(_("Institution")),
        text_column(_("Its favourite")),
        number_column(_("Probability")),
        number_column(_("Probability of the recommended one")),
        text_column(_("Weights")),
    ]
    ids = _order(reader)
    place = ids.index(reader.result.decision.recommended)
    rows = []
    for view in reader.result.decision.stakeholders:
        stakeholder = _stakeholder(reader, view.id)
        own = view.probabilities[place]
        rows.append(
            row(
                [
                    cell(reader.said(stakeholder.name), url=f"#weights-{view.id}"),
                    reader.alternative(view.best),
                    cell(reader.probability(view.probability), value=view.probability.value),
                    cell(reader.probability(own), value=own.value),
                    cell("", badge=stakeholder.weights.kind),
                ],
                emphasis=not view.agrees,
            )
        )
    return Table(_("Institution by institution"), columns, rows)


def _order(reader: Reader) -> list[str]:
    """The alternatives in the order of a stakeholder's probabilities: as evaluated."""
    return [a.id for a in reader.result.alternatives if a.ranked]


def _acceptability(reader: Reader) -> Table:
    best = reader.result.decision.alternatives[:SHOWN]
    places = len(best[0].acceptability) if best else 0
    shown = min(places, SHOWN)
    columns = [text_column(_("Hypothesis"))]
    columns += [
        number_column(_("Place %(place)s") % {"place": place}) for place in range(1, shown + 1)
    ]
    rows: list[Row] = [
        row(
            [
                reader.alternative(ranked.id),
                *(
                    cell(reader.percent(share), value=share)
                    for share in ranked.acceptability[:shown]
                ),
            ]
        )
        for ranked in best
    ]
    return Table(_("How often each takes each place"), columns, rows)


def _pairwise(reader: Reader) -> Table:
    best = reader.result.decision.alternatives[:SHOWN]
    columns = [text_column(_("Ahead of"))]
    columns += [number_column(reader.alternative(ranked.id)) for ranked in best]
    rows: list[Row] = [
        row(
            [
                reader.alternative(ranked.id),
                *(
                    "–" if i == j else reader.percent(reader.result.decision.pairwise[i][j])
                    for j in range(len(best))
                ),
            ]
        )
        for i, ranked in enumerate(best)
    ]
    return Table(_("How often the row is ahead of the column"), columns, rows)


def _stakeholder(reader: Reader, identity: str) -> Stakeholder:
    return next(s for s in reader.study.stakeholders if s.id == identity)


def _statement(reader: Reader, stakeholder: Stakeholder) -> Statement:
    weights = stakeholder.weights
    groups = [", ".join(reader.name("criteria", c) for c in group) for group in weights.order]
    source = reader.sources[weights.source]
    return Statement(
        id=stakeholder.id,
        name=reader.said(stakeholder.name),
        role=reader.said(stakeholder.role),
        order=" ▸ ".join(groups) or _("Nothing is known: every set of weights counts the same."),
        note=reader.said(weights.note),
        kind=weights.kind,
        confidence=weights.confidence,
        source=source.title,
        url=reader.source_url(source.id),
        date=reader.date(weights.date),
    )
