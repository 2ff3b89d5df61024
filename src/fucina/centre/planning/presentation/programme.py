"""The programme: when the doors open, what can delay it, and where one decides to go on."""

from dataclasses import dataclass

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from fucina.centre.planning.presentation.gates import conditions, gates
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
from fucina.study.schema import Milestone


@dataclass(frozen=True)
class Programme:
    median: str
    range: str
    planned: str
    key_figures: list[dict[str, str]]
    activities: Table
    gates: list[dict[str, str]]
    conditions: Table
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
        gates=gates(reader),
        conditions=conditions(reader),
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
