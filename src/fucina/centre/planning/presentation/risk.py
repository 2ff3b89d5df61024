"""Risk and information: what carries the risks, what moves the answer, what to find out first, and what must be
true for each other seat."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.nothing import Nothing, nothing
from fucina.centre.planning.presentation.overview import drivers
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.centre.planning.presentation.worth import for_the_place, verify_first
from fucina.study.result import SeatCase, Switch
from fucina.study.schema import NOUNS, Risk


@dataclass(frozen=True)
class Case:
    """What must be true for a seat to be the right one."""

    id: str
    name: str
    url: str
    probability: str
    behind: str
    switches: Table


@dataclass(frozen=True)
class RiskPage:
    first: str
    worth: str
    perfect: str
    verify: Table
    place: Table
    place_matters: bool
    risks: Table
    drivers: Table
    cost_drivers: Table
    groups: Table
    cases: list[Case]
    nothing: Nothing


def risk(reader: Reader) -> RiskPage:
    information = reader.result.decision.information
    first = next(iter(information.economic), None)
    return RiskPage(
        first=reader.figure_name(first.figure) if first else "",
        worth=reader.millions(first.value.value) if first else "",
        perfect=reader.millions(information.perfect_economic.value),
        verify=verify_first(reader),
        place=for_the_place(reader),
        place_matters=information.perfect.value > 0,
        risks=_risks(reader),
        drivers=drivers(reader, "seat", _("Figures that move the answer")),
        cost_drivers=drivers(reader, "net_cost", _("Figures that move the net cost")),
        groups=_groups(reader),
        cases=[_case(reader, case) for case in reader.result.decision.cases],
        nothing=nothing(reader),
    )


def _risks(reader: Reader) -> Table:
    columns = [
        text_column(_("Risk")),
        text_column(_("Probability and severity")),
        text_column(_("Cause and effect")),
        text_column(_("What is done about it")),
        text_column(_("What remains")),
        text_column(_("Figure that carries it")),
        text_column(pgettext("planning", "Owner")),
    ]
    return Table(
        _("Register of risks"), columns, [_risk(reader, risk) for risk in reader.study.risks]
    )


def _risk(reader: Reader, risk: Risk) -> Row:
    key = risk.carrier if risk.carrier in reader.study.figures else None
    return row(
        [
            cell(reader.said(risk.name), url=reader.source_url(risk.source), badge=risk.kind),
            f"{risk.probability} · {risk.severity}",
            cell(reader.said(risk.cause), note=reader.said(risk.effect)),
            reader.said(risk.mitigation),
            f"{risk.residual_probability} · {risk.residual_severity}",
            cell(
                reader.figure_name(key),
                url=reader.figure_url(key),
                note=_("the draws already hold it"),
            )
            if key
            else _("none: told, not computed"),
            reader.name("owners", risk.owner),
        ]
    )


def _groups(reader: Reader) -> Table:
    names = {noun.plural: reader.said(noun.text) for noun in NOUNS}
    columns = [
        text_column(_("Kind of figure")),
        number_column(_("Share of the variance alone")),
        number_column(_("With its interactions")),
    ]
    rows = [
        row(
            [
                names.get(group.group, group.group),
                cell(reader.probability(group.first), value=group.first.value),
                cell(reader.probability(group.total), value=group.total.value),
            ]
        )
        for group in reader.result.decision.groups
    ]
    return Table(_("Which kind of figure moves the result"), columns, rows)


def _case(reader: Reader, case: SeatCase) -> Case:
    columns = [
        text_column(_("Figure")),
        number_column(_("Mean today")),
        number_column(_("Where the two seats tie")),
        text_column(_("Within its bounds")),
        number_column(_("Probability where it is most favourable")),
    ]
    return Case(
        id=case.seat,
        name=reader.seat(case.seat),
        url=reader.seat_url(case.seat),
        probability=reader.probability(case.probability),
        behind=reader.number(100 * case.behind.mean, 1),
        switches=Table(
            _("What would have to change for %(seat)s") % {"seat": reader.seat(case.seat)},
            columns,
            [_switch(reader, switch) for switch in case.switches],
        ),
    )


def _switch(reader: Reader, switch: Switch) -> Row:
    figure = reader.study.figures[switch.figure]
    return row(
        [
            cell(reader.figure_name(switch.figure), url=reader.figure_url(switch.figure)),
            cell(reader.written_as(figure, switch.mean), value=switch.mean),
            cell(reader.written_as(figure, switch.switching), value=switch.switching),
            _("Yes") if switch.within else _("No"),
            cell(reader.probability(switch.favourable), value=switch.favourable.value),
        ],
        emphasis=switch.within,
    )
