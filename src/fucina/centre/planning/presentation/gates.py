"""The gates of the programme: when each is reached, and whether its conditions hold as things stand."""

from django.utils.translation import gettext as _

from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.table import (
    Row,
    Table,
    cell,
    number_column,
    row,
    text_column,
)
from fucina.study.result import ConditionResult, GateResult
from fucina.study.schema import Gate


def gates(reader: Reader) -> list[dict[str, str]]:
    """As events of a timeline."""
    return [_event(reader, found) for found in _in_order(reader)]


def conditions(reader: Reader) -> Table:
    columns = [
        text_column(_("Condition")),
        text_column(_("Gate")),
        number_column(_("Holds in")),
        number_column(_("Asked for")),
        text_column(_("Today")),
    ]
    rows = [
        _condition(reader, found, condition)
        for found in _in_order(reader)
        for condition in found.conditions
    ]
    return Table(_("What each gate asks, and whether it holds today"), columns, rows)


def _in_order(reader: Reader) -> list[GateResult]:
    return sorted(reader.result.decision.gates, key=lambda gate: gate.month.p50)


def _event(reader: Reader, found: GateResult) -> dict[str, str]:
    gate = _gate(reader, found.gate)
    failing = [reader.said(c.text) for c in found.conditions if not c.holds]
    if failing:
        today = _("As things stand it stays shut: %(why)s") % {"why": " ".join(failing)}
    else:
        today = _("As things stand it opens: every condition holds.")
    return {
        "when": _("month %(month)s") % {"month": reader.number(found.month.p50)},
        "title": reader.said(gate.name),
        "text": f"{reader.said(gate.question)} {today}",
        "url": reader.url("programme") + "#conditions",
        "state": "done" if found.opens else "planned",
    }


def _condition(reader: Reader, found: GateResult, condition: ConditionResult) -> Row:
    mark = cell("", badge="good" if condition.holds else "bad")
    mark["badge_text"] = _("Holds") if condition.holds else _("Does not hold")
    return row(
        [
            reader.said(condition.text),
            cell(
                reader.said(_gate(reader, found.gate).name),
                note=_("month %(month)s") % {"month": reader.number(found.month.p50)},
            ),
            cell(reader.probability(condition.probability), value=condition.probability.value),
            cell(reader.percent(condition.asked), value=condition.asked),
            mark,
        ],
        emphasis=not condition.holds,
    )


def _gate(reader: Reader, identity: str) -> Gate:
    return next(gate for gate in reader.study.gates if gate.id == identity)
