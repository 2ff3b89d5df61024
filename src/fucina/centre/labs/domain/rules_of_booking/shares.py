"""How much one person takes: quotas of a period, pauses between bookings, what is booked ahead."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.moments import Span, days_of, local, period_of, said_day
from fucina.centre.labs.domain.rules_of_booking.facts import (
    Circumstances,
    Line,
    Own,
    Quota,
    Request,
)
from fucina.centre.labs.domain.rules_of_booking.saying import soft
from fucina.centre.labs.enums import QuotaPeriod
from fucina.centre.refusal import Problem


def quotas(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not request.personal:
        return
    for quota in _asked_about(facts.lines):
        counted = [line for line in facts.lines if _counts(quota, line.resource, line.type)]
        for first, after in sorted({*_periods(quota, request.span)}):
            asked = len(counted) * _within(quota, request.span, first, after)
            used = sum(
                _within(quota, own.span, first, after)
                for own in facts.own
                if _counts(quota, own.resource, own.type)
            )
            if asked and used + asked > quota.minutes:
                yield _exceeded(quota, first, used, asked)


def gap(request: Request, facts: Circumstances) -> Iterator[Problem]:
    if not request.personal:
        return
    for line in facts.lines:
        least = line.policy.gap_minutes
        for own in facts.own if least else ():
            if own.resource != line.resource or not least or own.span.overlaps(request.span):
                continue
            after = (request.span.start - own.span.end).total_seconds() / 60
            before = (own.span.start - request.span.end).total_seconds() / 60
            if 0 <= after < least:
                message = _("Too close after your booking {when}: {least} minutes lie between two.")
                text = message.format(when=own.span, least=least)
                yield soft("too_close_after", text, "starts", least=least, between=round(after))
            elif 0 <= before < least:
                message = _("Too close before your booking {when}: {least} minutes lie between two.")  # fmt: skip
                text = message.format(when=own.span, least=least)
                yield soft("too_close_before", text, "ends", least=least, between=round(before))


def ahead(request: Request, facts: Circumstances) -> Iterator[Problem]:
    """What one person has booked and not yet used, of this resource."""
    if not request.personal:
        return
    for line in facts.lines:
        yield from _ahead(request, facts, line)


def _ahead(request: Request, facts: Circumstances, line: Line) -> Iterator[Problem]:
    coming = [
        own
        for own in facts.own
        if own.open and own.resource == line.resource and own.span.end > facts.now
    ]
    most = line.policy.max_future_minutes
    booked, asked = round(sum(own.span.minutes for own in coming)), round(request.span.minutes)
    if most is not None and booked + asked > most:
        message = _("At most {most} minutes of {name} are booked ahead: {booked} are, {asked} more are asked for.")  # fmt: skip
        text = message.format(most=most, name=line.name, booked=booked, asked=asked)
        yield soft("future_minutes", text, "ends", most=most, booked=booked, asked=asked)
    several = line.policy.max_future_bookings
    if several is not None and len(coming) + 1 > several:
        message = _("At most {most} bookings of {name} may lie ahead; there are {booked}.")
        text = message.format(most=several, name=line.name, booked=len(coming))
        yield soft("future_bookings", text, "starts", most=several, booked=len(coming))
    daily = line.policy.max_daily_bookings
    if daily is not None:
        yield from _daily(request, facts.own, line, daily)


def _daily(request: Request, own: Iterable[Own], line: Line, most: int) -> Iterator[Problem]:
    """One that crosses midnight counts on both days; a missed one counts too."""
    mine = [one for one in own if one.resource == line.resource]
    for day in days_of(request.span):
        count = sum(day in days_of(one.span) for one in mine)
        if count + 1 > most:
            message = _(
                "At most {most} bookings of {name} on one day; on {day} there are {booked}."
            )
            text = message.format(most=most, name=line.name, day=said_day(day), booked=count)
            yield soft("daily_bookings", text, "starts", most=most, booked=count, day=str(day))
            return


def _asked_about(lines: Iterable[Line]) -> list[Quota]:
    """Each once; a machine's own stands in place of its category's for the same period."""
    found: list[Quota] = []
    for line in lines:
        own = {quota.period for quota in line.quotas if quota.resource is not None}
        for quota in line.quotas:
            if quota.resource is None and quota.period in own:
                continue
            if quota not in found:
                found.append(quota)
    return found


def _counts(quota: Quota, resource: int, type_: int | None) -> bool:
    return resource == quota.resource if quota.resource is not None else type_ == quota.type


def _periods(quota: Quota, span: Span) -> Iterator[tuple[dt.date, dt.date]]:
    for day in days_of(span):
        yield period_of(day, quota.period, quota.week_starts)


def _within(quota: Quota, span: Span, first: dt.date, after: dt.date) -> float:
    """Minutes of the time in that period, in the counted hours of each day."""
    whole = Span(local(first), local(after))
    if quota.counted_from is None or quota.counted_to is None:
        return span.shared(whole)
    return sum(
        span.shared(Span(local(day, quota.counted_from), local(day, quota.counted_to)))
        for day in days_of(span)
        if first <= day < after
    )


def _exceeded(quota: Quota, first: dt.date, used: float, asked: float) -> Problem:
    message = {
        QuotaPeriod.DAY: _("At most {most} minutes on one day: on {day} {used} are used, {asked} more are asked for."),
        QuotaPeriod.WEEK: _("At most {most} minutes a week: in that from {day} {used} are used, {asked} more are asked for."),
        QuotaPeriod.MONTH: _("At most {most} minutes a month: in that from {day} {used} are used, {asked} more are asked for."),
        QuotaPeriod.YEAR: _("At most {most} minutes a year: in that from {day} {used} are used, {asked} more are asked for."),
    }[QuotaPeriod(quota.period)]  # fmt: skip
    numbers = {"most": quota.minutes, "used": round(used), "asked": round(asked)}
    text = message.format(day=said_day(first), **numbers)
    return soft("quota", text, "ends", period=quota.period, first=str(first), **numbers)
