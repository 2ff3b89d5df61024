"""Programme and risk: when the doors open, what can delay it, and what happened elsewhere."""

from dataclasses import dataclass

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.resting import of_subject, parameters, resting
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.documents.numbers import LOCALES
from fucina.documents.text import Language
from fucina.study.result import ActivityTimes
from fucina.study.schema import Milestone, Risk


@dataclass(frozen=True)
class Programme:
    median: str
    range: str
    planned: str
    key_figures: list[dict[str, str]]
    activities: Table
    gates: list[dict[str, str]]
    risks: Table
    references: Table
    timeline: list[dict[str, str]]
    resting: Table


def programme(reader: Reader) -> Programme:
    found = reader.result.programme
    keys = [key for a in reader.study.activities for key in of_subject(reader, "activities", a.id)]
    return Programme(
        median=reader.quantity(found.opening.p50, "month"),
        range=reader.range(found.opening, "month"),
        planned=reader.quantity(found.planned_months, "month"),
        key_figures=_key_figures(reader),
        activities=_activities(reader),
        gates=_gates(reader),
        risks=_risks(reader),
        references=_references(reader),
        timeline=timeline(reader),
        resting=resting(
            reader, [*parameters("schedule-factor"), *keys], _("Figures behind the programme")
        ),
    )


def _key_figures(reader: Reader) -> list[dict[str, str]]:
    found = reader.result.programme
    return [
        {
            "label": _("Open within four years"),
            "value": reader.percent(found.within_48.value),
            "url": "#how",
            "note": _("of the decision"),
        },
        {
            "label": _("Open within six years"),
            "value": reader.percent(found.within_72.value),
            "url": "#how",
            "note": _("of the decision"),
        },
        {
            "label": _("The plan on paper"),
            "value": reader.number(found.planned_months),
            "unit": reader.unit("month"),
            "url": "#how",
            "note": _("before experience elsewhere stretches it"),
        },
    ]


def _activities(reader: Reader) -> Table:
    columns = [
        text_column(_("Activity")),
        number_column(_("Start"), _("month, median")),
        number_column(pgettext("planning", "End"), _("month, median")),
        number_column(_("End, 90% of the futures")),
        number_column(_("On the critical path")),
    ]
    rows: list[Row] = [
        row(
            [
                reader.name("activities", a.activity),
                cell(reader.number(a.start.p50, 1), value=a.start.p50),
                cell(reader.number(a.finish.p50, 1), value=a.finish.p50),
                reader.range(a.finish, "month", 0),
                cell(reader.percent(a.critical.value), value=a.critical.value),
            ]
        )
        for a in reader.result.programme.activities
    ]
    return Table(_("Activities of the recommended hypothesis"), columns, rows)


def _gates(reader: Reader) -> list[dict[str, str]]:
    times = {a.activity: a for a in reader.result.programme.activities}
    return [
        {
            "when": _("month %(month)s") % {"month": reader.number(times[a.id].finish.p50)},
            "title": reader.said(a.name),
            "text": reader.said(a.gate),
            "state": "planned",
        }
        for a in sorted(reader.study.activities, key=lambda a: _end(times.get(a.id)))
        if a.gate is not None and a.id in times
    ]


def _end(times: ActivityTimes | None) -> float:
    return times.finish.p50 if times else 0.0


def _risks(reader: Reader) -> Table:
    columns = [
        text_column(_("Risk")),
        text_column(_("Probability and severity")),
        text_column(_("Cause and effect")),
        text_column(_("What is done about it")),
        text_column(_("What remains")),
        text_column(pgettext("planning", "Owner")),
    ]
    return Table(
        _("Register of risks"), columns, [_risk(reader, risk) for risk in reader.study.risks]
    )


def _risk(reader: Reader, risk: Risk) -> Row:
    carried = risk.carrier if risk.carrier in reader.study.figures else None
    return row(
        [
            cell(reader.said(risk.name), url=reader.source_url(risk.source), badge=risk.kind),
            f"{risk.probability} · {risk.severity}",
            cell(reader.said(risk.cause), note=reader.said(risk.effect)),
            cell(
                reader.said(risk.mitigation),
                note=_("Already in the spread of: %(figure)s")
                % {"figure": reader.figure_name(carried)}
                if carried
                else "",
            ),
            f"{risk.residual_probability} · {risk.residual_severity}",
            reader.name("owners", risk.owner),
        ]
    )


def _references(reader: Reader) -> Table:
    measures = {
        "capex_per_m2": _("Cost per m²"),
        "schedule_factor": _("Actual over planned duration"),
        "cost_growth": _("Final over announced cost"),
        "staff": pgettext("planning", "Staff"),
        "members": pgettext("planning", "Members"),
        "industry_share": _("Share of income from industry"),
    }
    columns = [
        text_column(_("Case")),
        text_column(_("Measure")),
        number_column(_("Value")),
        text_column(_("Year")),
        text_column(_("Scope")),
        text_column(_("Kind")),
    ]
    rows: list[Row] = [
        row(
            [
                cell(r.case, url=reader.source_url(r.source)),
                measures[r.measure],
                cell(reader.written(r.value, r.unit), value=r.value),
                str(r.year),
                reader.said(r.scope),
                cell("", badge=r.kind),
            ]
        )
        for r in reader.study.references
    ]
    return Table(_("What happened elsewhere"), columns, rows)


def timeline(reader: Reader) -> list[dict[str, str]]:
    """What was promised and what happened, in order of time."""
    return [
        {
            "when": _when(milestone, reader.language),
            "datetime": milestone.date.isoformat(),
            "title": reader.said(milestone.event),
            "text": _("Promised") if milestone.kind == "promise" else _("Happened"),
            "url": reader.source_url(milestone.source),
            "state": "planned" if milestone.kind == "promise" else "done",
        }
        for milestone in sorted(reader.study.milestones, key=lambda m: m.date)
    ]


def _when(milestone: Milestone, language: Language) -> str:
    pattern = {"day": "d MMM y", "month": "MMMM y", "year": "y"}[milestone.precision]
    return format_date(milestone.date, pattern, locale=LOCALES[language])
