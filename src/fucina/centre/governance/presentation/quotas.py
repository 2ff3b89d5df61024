"""Who holds how much of a body, on a day and over time."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from fucina.centre.governance.domain.queries import visible_quotas
from fucina.centre.governance.forms.filters import QuotaFilter
from fucina.centre.governance.models import Quota
from fucina.centre.governance.presentation.drawing import Drawn, drawn
from fucina.centre.governance.presentation.table import Table, number_column, text_column
from fucina.centre.governance.presentation.written import both, day, language, percent, period
from fucina.centre.people.models import Organisation
from fucina.centre.people.models.period import today
from fucina.documents.charts import Stack, stacked_bars
from fucina.documents.tables import Column
from fucina.documents.text import Language, Text, Words

WHOLE = Decimal(100)
NAMED = 7
"""Members that the chart tells apart; the smaller ones stand together."""


@dataclass(frozen=True)
class BodyQuotas:
    body: Organisation
    anchor: str
    held: Table
    chart: Drawn | None
    changes: Table


@dataclass(frozen=True)
class QuotasPage:
    form: QuotaFilter
    on: dt.date
    bodies: list[BodyQuotas]


def quotas_page(user: Any, query: QueryDict) -> QuotasPage:
    seen = visible_quotas(user).select_related("body", "member", "agreement")
    bodies = Organisation.objects.filter(quotas__in=visible_quotas(user)).distinct()
    form = QuotaFilter(query, bodies)
    on = form.wanted("on") or today()
    if wanted := form.wanted("body"):
        seen = seen.filter(body=wanted)
    ends = user.has_perm("governance.record_quota")
    by_body = _by_body(seen)
    return QuotasPage(form, on, [body_quotas(several, on, ends=ends) for several in by_body])


def body_quotas(quotas: list[Quota], on: dt.date, *, ends: bool = False) -> BodyQuotas:
    held = [quota for quota in quotas if _holds(quota, on)]
    return BodyQuotas(
        body=quotas[0].body,
        anchor=f"body-{quotas[0].body_id}",
        held=_held(held, on, ends=ends),
        chart=_over_time(quotas),
        changes=_changes(quotas),
    )


def _by_body(quotas: QuerySet[Quota]) -> list[list[Quota]]:
    found: dict[int, list[Quota]] = {}
    for quota in quotas:
        found.setdefault(quota.body_id, []).append(quota)
    return list(found.values())


def _holds(quota: Quota, on: dt.date) -> bool:
    return quota.valid_from <= on and (quota.valid_until is None or on <= quota.valid_until)


def _held(held: list[Quota], on: dt.date, *, ends: bool) -> Table:
    columns = [
        text_column(_("Member")),
        number_column(_("Quota")),
        number_column(_("Votes")),
        number_column(_("Seats on the board")),
        text_column(_("From – until")),
        text_column(pgettext("governance", "Agreement")),
    ]
    if ends:
        columns.append(text_column(_("To do")))
    ranked = sorted(held, key=lambda quota: (-(quota.share or 0), str(quota.member)))
    rows = [{"cells": _cells(quota, ends=ends)} for quota in ranked]
    if held:
        rows.append(_total(held, ends=ends))
    caption = _("{body}: quotas on {day}").format(body=held[0].body if held else "", day=day(on))
    return Table(caption, columns, rows)


def _cells(quota: Quota, *, ends: bool) -> list[Any]:
    cells: list[Any] = [
        str(quota.member),
        percent(quota.share),
        percent(quota.weight),
        str(quota.seats) if quota.seats is not None else "–",
        period(quota.valid_from, quota.valid_until),
        {"text": str(quota.agreement), "url": quota.agreement.get_absolute_url()},
    ]
    if ends:
        url = reverse("governance:end_quota", kwargs={"quota": quota.pk})
        cells.append(
            {"text": pgettext("governance", "End it"), "url": url}
            if quota.valid_until is None
            else ""
        )
    return cells


def _total(held: list[Quota], *, ends: bool) -> dict[str, Any]:
    share = sum((quota.share or Decimal(0) for quota in held), Decimal(0))
    votes = sum((quota.weight or Decimal(0) for quota in held), Decimal(0))
    seats = sum(quota.seats or 0 for quota in held)
    free: Any = ""
    if share < WHOLE:
        free = _("{share} not assigned or not recorded").format(share=percent(WHOLE - share))
    cells: list[Any] = [pgettext("governance", "All"), percent(share), percent(votes), str(seats) if seats else "–", free, ""]  # fmt: skip
    return {"cells": [*cells, ""] if ends else cells, "emphasis": True}


def _changes(quotas: list[Quota]) -> Table:
    columns = [text_column(_("Day")), text_column(_("What changed"))]
    found: list[tuple[dt.date, str]] = []
    for quota in quotas:
        words = _("{member} holds {share}")
        found.append((quota.valid_from, words.format(member=quota.member, share=_said(quota))))
        if quota.valid_until:
            words = _("last day of {member} with {share}")
            found.append((quota.valid_until, words.format(member=quota.member, share=_said(quota))))
    rows = [{"cells": [day(date), text]} for date, text in sorted(found, reverse=True)]
    return Table(_("{body}: changes").format(body=quotas[0].body), columns, rows)


def _said(quota: Quota) -> str:
    if quota.share is not None:
        return percent(quota.share)
    if quota.seats:
        return ngettext("{number} seat", "{number} seats", quota.seats).format(number=quota.seats)
    return _("{share} of the votes").format(share=percent(quota.votes))


def _over_time(quotas: list[Quota]) -> Drawn | None:
    """The quotas on each day on which they change."""
    shared = [quota for quota in quotas if quota.share]
    days = {quota.valid_from for quota in shared}
    days |= {quota.valid_until + dt.timedelta(1) for quota in shared if quota.valid_until}
    if not shared:
        return None
    names = _largest(shared)
    stacks = tuple(
        (date, tuple(float(part) for part in _parts(shared, names, date))) for date in sorted(days)
    )
    others = len({quota.member_id for quota in shared}) > len(names)
    return _chart(language(), shared[0].body_id, tuple(names.values()), stacks, others)


def _largest(quotas: list[Quota]) -> dict[int, str]:
    greatest: dict[int, Decimal] = {}
    for quota in quotas:
        greatest[quota.member_id] = max(
            greatest.get(quota.member_id, Decimal(0)), quota.share or Decimal(0)
        )
    names = {quota.member_id: str(quota.member) for quota in quotas}
    ranked = sorted(names, key=lambda member: (-greatest[member], names[member]))
    return {member: names[member] for member in ranked[:NAMED]}


def _parts(quotas: list[Quota], names: dict[int, str], date: dt.date) -> list[Decimal]:
    """Of each named member, of the others together, and what nobody holds."""
    held = [quota for quota in quotas if _holds(quota, date)]
    parts = [
        sum((q.share or Decimal(0) for q in held if q.member_id == member), Decimal(0))
        for member in names
    ]
    rest = sum((q.share or Decimal(0) for q in held if q.member_id not in names), Decimal(0))
    return [*parts, rest, max(WHOLE - sum(parts) - rest, Decimal(0))]


@lru_cache(maxsize=64)
def _chart(
    words: Language,
    body: int,
    names: tuple[str, ...],
    stacks: tuple[tuple[dt.date, tuple[float, ...]], ...],
    others: bool,
) -> Drawn:
    free = any(parts[-1] > 0 for _date, parts in stacks)
    kept = [*range(len(names)), *([len(names)] if others else []), *([len(names) + 1] if free else [])]  # fmt: skip
    labels: list[Text] = [Text(name, name) for name in names]
    labels += [both(lambda: _("Other members")), both(lambda: _("Not assigned or not recorded"))]
    chart = stacked_bars(
        f"quotas-{body}",
        both(lambda: _("Quotas over time")),
        both(lambda: _("The quota of each member from every day on which one changed.")),
        [Stack(_dated(date), [parts[i] / 100 for i in kept]) for date, parts in stacks],
        parts=[labels[i] for i in kept],
        of=both(lambda: _("From")),
        measure=Column("share", both(lambda: _("Quota")), "percent", _places(stacks)),
    )
    return drawn(chart, words)


def _places(stacks: tuple[tuple[dt.date, tuple[float, ...]], ...]) -> int:
    """Enough for a quota of 33.3333 %, none for one of 30 %."""
    parts = [part for _date, several in stacks for part in several]
    return next(
        (n for n in range(4) if all(abs(part - round(part, n)) < 1e-9 for part in parts)), 4
    )


def _dated(date: dt.date) -> Words:
    return both(lambda: day(date))
