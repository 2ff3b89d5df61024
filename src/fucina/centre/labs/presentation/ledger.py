"""The capacity ledger: each machine's hours in a year, economic or not, against the line of ancillary use."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from fucina.centre.governance.presentation.table import Row, Table, number_column, text_column
from fucina.centre.labs.domain import queries
from fucina.centre.labs.domain.queries.capacity import ALARM, ANCILLARY, EconomicShare, year_window
from fucina.centre.labs.enums import BookingKind, Economic, ResourceKind, ResourceStatus, UserKind
from fucina.centre.labs.forms.ledger import LedgerFilter
from fucina.centre.labs.models import Resource
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.states import badge
from fucina.centre.labs.standing import stewardship

NONE = "–"


@dataclass(frozen=True)
class LedgerPage:
    year: int
    alarms: list[str]
    figures: list[dict[str, str]]
    shares: Table
    by_user: Table
    by_purpose: Table
    preferential: Table
    unmet: Table
    exports: list[dict[str, str]]


def machines_of(user: Any, form: LedgerFilter) -> list[Resource]:
    """Those whose hours this person may read: what they look after, or all."""
    found = (
        queries.visible_resources(user)
        .with_rules()
        .filter(kind=ResourceKind.MACHINE)
        .exclude(status=ResourceStatus.RETIRED)
        .order_by("laboratory__name", "name", "pk")
    )
    if laboratory := form.wanted("laboratory"):
        found = found.filter(laboratory=laboratory)
    mine = stewardship(user)
    if mine.any and not mine.everything:
        return [one for one in found if mine.over(one)]
    return list(found)


def ledger_page(user: Any, form: LedgerFilter, query: str) -> LedgerPage:
    machines, year = machines_of(user, form), form.in_year
    shares = queries.economic_shares(machines, year)
    window = year_window(year)
    names = {one.pk: str(one) for one in machines}
    return LedgerPage(
        year=year,
        alarms=_alarms(shares),
        figures=_figures(shares),
        shares=shares_table(shares),
        by_user=_split(
            queries.hours_by("user_kind", machines, window), names, UserKind, _("Hours by kind of user")
        ),
        by_purpose=_split(
            queries.hours_by("kind", machines, window), names, BookingKind, _("Hours by purpose")
        ),
        preferential=preferential_table(queries.preferential_use(machines, year)),
        unmet=_unmet(queries.unmet_demand(machines, window), names),
        exports=[
            {
                "label": ending.upper(),
                "url": f"{reverse('labs:export_ledger', kwargs={'ending': ending})}?{query}",
            }
            for ending in ("csv", "xlsx")
        ],
    )  # fmt: skip


def _alarms(shares: list[EconomicShare]) -> list[str]:
    beyond = sum(1 for one in shares if one.beyond)
    near = sum(1 for one in shares if one.alarming and not one.beyond)
    found = []
    if beyond:
        text = ngettext(
            "{number} machine is beyond {limit} of economic use: the aid it received may have to be paid back.",
            "{number} machines are beyond {limit} of economic use: the aid they received may have to be paid back.",
            beyond,
        )  # fmt: skip
        found.append(text.format(number=beyond, limit=written.percent(ANCILLARY, 0)))
    if near:
        text = ngettext(
            "{number} machine has reached {limit} of economic use.",
            "{number} machines have reached {limit} of economic use.",
            near,
        )
        found.append(text.format(number=near, limit=written.percent(ALARM, 0)))
    return found


def _figures(shares: list[EconomicShare]) -> list[dict[str, str]]:
    capacity = sum(one.capacity for one in shares)
    economic = sum(one.economic for one in shares)
    used = sum(one.used for one in shares)
    return [
        {"label": _("Capacity of the year"), "value": written.decimal(capacity), "unit": "h"},
        {"label": _("Used"), "value": written.percent(used / capacity) if capacity else NONE},
        {"label": _("Economic use"), "value": written.percent(economic / capacity) if capacity else NONE},
        {"label": _("Machines"), "value": written.decimal(len(shares))},
    ]  # fmt: skip


def shares_table(shares: list[EconomicShare]) -> Table:
    columns = [
        text_column(_("Machine")),
        number_column(_("Capacity")) | {"unit": "h"},
        number_column(pgettext("hours", "Non-economic")) | {"unit": "h"},
        number_column(pgettext("hours", "Economic")) | {"unit": "h"},
        number_column(_("Economic share")),
        number_column(_("Utilisation")),
        number_column(_("Out of service")) | {"unit": "h"},
        text_column(_("Against the limit")),
    ]
    return Table(_("Hours of each machine, against the 20 % limit"), columns, [_share(one) for one in shares])  # fmt: skip


def _share(one: EconomicShare) -> Row:
    state = badge("good", _("ancillary"))
    if one.beyond:
        state = badge("bad", _("beyond {limit}").format(limit=written.percent(ANCILLARY, 0)))
    elif one.alarming:
        state = badge("waiting", _("alarm: over {limit}").format(limit=written.percent(ALARM, 0)))
    return {
        "cells": [
            {"text": str(one.resource), "url": one.resource.get_absolute_url()},
            written.decimal(one.capacity),
            written.decimal(one.non_economic, 1),
            written.decimal(one.economic, 1),
            written.percent(one.share),
            written.percent(one.utilisation),
            written.decimal(one.out_of_service, 1),
            state,
        ],
        "emphasis": one.alarming,
    }


def _split(
    rows: list[tuple[int, str, str, float]], names: dict[int, str], kinds: Any, caption: str
) -> Table:
    """A row for each kind, over all machines; economic and not apart."""
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for _resource, economic, kind, hours in rows:
        sums[kind, economic] += hours
    columns = [
        text_column(pgettext("labs", "Kind")),
        number_column(pgettext("hours", "Non-economic")) | {"unit": "h"},
        number_column(pgettext("hours", "Economic")) | {"unit": "h"},
    ]
    found = dict.fromkeys(kind for kind, _economic in sums)
    lines: list[Row] = [
        {
            "cells": [
                str(kinds(kind).label),
                written.decimal(sums[kind, Economic.NON_ECONOMIC], 1),
                written.decimal(sums[kind, Economic.ECONOMIC], 1),
            ]
        }
        for kind in found
    ]
    return Table(caption, columns, lines)


def preferential_table(uses: Any) -> Table:
    columns = [
        text_column(_("Infrastructure")),
        text_column(_("Investor")),
        number_column(_("Share of the investment")),
        number_column(_("Hours it comes to")) | {"unit": "h"},
        number_column(_("Hours used first")) | {"unit": "h"},
        text_column(_("In proportion")),
    ]
    rows: list[Row] = [
        {
            "cells": [
                {"text": str(one.access.resource), "url": one.access.resource.get_absolute_url()},
                {"text": str(one.access.organisation), "note": one.access.conditions},
                f"{written.decimal(float(one.access.share), 2)}%",
                written.decimal(one.entitled),
                written.decimal(one.used, 1),
                badge("good", _("yes")) if one.proportionate else badge("bad", _("no")),
            ]
        }
        for one in uses
    ]
    return Table(_("Preferential access"), columns, rows)


def _unmet(rows: list[dict[str, Any]], names: dict[int, str]) -> Table:
    columns = [
        text_column(_("Machine")),
        text_column(_("Kind of user")),
        number_column(_("Wanted in vain")),
        number_column(_("Of these, waited in line")),
    ]
    lines: list[Row] = [
        {
            "cells": [
                names.get(row["resource"], ""),
                str(UserKind(row["user_kind"]).label),
                written.decimal(row["times"]),
                written.decimal(row["waited"]),
            ]
        }
        for row in rows
    ]
    return Table(_("Unmet demand"), columns, lines)
