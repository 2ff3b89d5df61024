"""Rates and lines in words: what a reader needs to work the amount out again."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from fucina.centre.charging.enums import Basis
from fucina.centre.charging.models import ChargeLine, Rate, RateWindow
from fucina.centre.charging.models.bilingual import in_language
from fucina.centre.governance.presentation.written import day, percent
from fucina.documents import numbers
from fucina.methods.pricing import Line, Rule

NOTHING = Decimal(0)


def euro(amount: Decimal) -> str:
    """Always with cents: these amounts are added up by the reader."""
    return numbers.money(amount, "en" if get_language() == "en" else "it", digits=2)


def number(value: Decimal) -> str:
    """With the places it needs."""
    short = value.normalize() + 0
    places = max(0, -int(short.as_tuple().exponent))
    return number_format(value, places, use_l10n=True)


def moment(when: dt.datetime) -> str:
    local = timezone.localtime(when)
    return f"{day(local.date())}, {local:%H:%M}"


def between(start: dt.datetime | None, end: dt.datetime | None) -> str:
    """From – to, the day once where it is the same."""
    if start is None or end is None:
        return ""
    first, last = timezone.localtime(start), timezone.localtime(end)
    if first.date() == last.date():
        return f"{moment(start)} – {last:%H:%M}"
    return f"{moment(start)} – {moment(end)}"


def price(amount: Decimal, basis: str) -> str:
    said = {
        Basis.HOURLY: pgettext("price", "{amount} per hour"),
        Basis.FLAT: pgettext("price", "{amount} per session"),
        Basis.DAILY: pgettext("price", "{amount} per day"),
        Basis.EACH: pgettext("price", "{amount} each"),
    }
    return said[Basis(basis)].format(amount=euro(amount))


def conditions(rate: Rate) -> list[str]:
    """All that a rate says beside its price."""
    found = [*_windows(rate), *_tiers(rate), *_extras(rate)]
    if rate.basis == Basis.EACH and not rate.cancellation_fee and not rate.cancellation_full:
        return found  # nobody books a piece
    return [*found, cancellation(rate)]


def window(one: RateWindow) -> str:
    when = f"{one}: {days(one.days)} {hours(one.since, one.until)}"
    if one.percent is not None:
        return _("{when}, {percent} less").format(when=when, percent=percent(one.percent))
    return f"{when}, {price(one.amount or NOTHING, one.basis)}"


def cancellation(rate: Rate) -> str:
    if not rate.cancellation_fee and not rate.cancellation_full:
        return _("Cancelling is free.")
    cost = _("the full price") if rate.cancellation_full else euro(rate.cancellation_fee)
    if not rate.free_minutes:
        return _("Cancelled after the start: {cost}.").format(cost=cost)
    return _("Cancelled less than {time} before: {cost}.").format(
        time=length(rate.free_minutes), cost=cost
    )


def length(minutes: int) -> str:
    if minutes % 60:
        return ngettext("{number} minute", "{number} minutes", minutes).format(number=minutes)
    return ngettext("{number} hour", "{number} hours", minutes // 60).format(number=minutes // 60)


def days(numbers_of_days: list[int]) -> str:
    """Mon–Fri where they follow each other, else one by one."""
    names = [
        pgettext("day", "Mon"), pgettext("day", "Tue"), pgettext("day", "Wed"),
        pgettext("day", "Thu"), pgettext("day", "Fri"), pgettext("day", "Sat"),
        pgettext("day", "Sun"),
    ]  # fmt: skip
    chosen = sorted(numbers_of_days)
    if len(chosen) == 7:
        return _("every day")
    if len(chosen) > 2 and chosen[-1] - chosen[0] == len(chosen) - 1:
        return f"{names[chosen[0]]}–{names[chosen[-1]]}"
    return ", ".join(names[one] for one in chosen)


def hours(since: dt.time, until: dt.time) -> str:
    if since == until:
        return _("all day")
    end = "24:00" if until == dt.time(0) else f"{until:%H:%M}"
    return f"{since:%H:%M}–{end}"


def _windows(rate: Rate) -> Iterator[str]:
    for one in rate.windows.all():
        yield window(one) + "."


def _tiers(rate: Rate) -> Iterator[str]:
    for tier in rate.tiers.all():
        said = _("From {hours} hours on ({span}): {price}.")
        yield said.format(
            hours=number(tier.after),
            span=rate.get_counted_per_display(),
            price=price(tier.amount, Basis.HOURLY),
        )


def _extras(rate: Rate) -> Iterator[str]:
    if rate.minimum:
        yield _("At least {amount} a session.").format(amount=euro(rate.minimum))
    if rate.fee:
        yield _("Service fee of {amount} a session.").format(amount=euro(rate.fee))
    if rate.cap is not None:
        said = _("At most {amount} over {span}, for one project.")
        yield said.format(amount=euro(rate.cap), span=rate.get_counted_per_display())
    if rate.subsidy:
        yield _("Of which {amount} per hour are paid by a grant.").format(amount=euro(rate.subsidy))


@dataclass(frozen=True)
class Said:
    """A line as a table shows it."""

    when: str
    quantity: str
    unit_price: str
    why: str
    amount: str


def said(line: ChargeLine | Line, name: str = "") -> Said:
    start, end = (line.starts, line.ends) if isinstance(line, ChargeLine) else (line.start, line.end)  # fmt: skip
    if isinstance(line, ChargeLine):
        name = in_language(line.name, line.name_en)
    return Said(
        between(start, end),
        _quantity(line),
        "" if line.rule in (Rule.CAP, Rule.SUBSIDY) else euro(line.unit_price),
        why(line, name),
        euro(line.amount),
    )


def _quantity(line: ChargeLine | Line) -> str:
    if line.unit == "hour":
        return _("{number} h").format(number=number(line.quantity))
    return number(line.quantity)


def why(line: ChargeLine | Line, name: str) -> str:
    """The rule of a line."""
    if line.rule == Rule.HOURLY:
        return _hourly(line, name)
    words = {
        Rule.FLAT: _("flat price of a session"),
        Rule.DAILY: _("price of a day, once for each day"),
        Rule.DAY_PAID: _("this day was paid already"),
        Rule.EACH: _("price of each piece"),
        Rule.FEE: _("service fee, in proportion to the time under each price"),
        Rule.CAP: _("the cap is reached: what goes beyond is not charged"),
        Rule.SUBSIDY: _("part paid by a grant"),
        Rule.CANCELLED_FREE: _("cancelled in time: free"),
        Rule.CANCELLED_LATE: _("fee for late cancellation"),
    }
    if line.rule == Rule.MINIMUM:
        raw = euro(line.instead or NOTHING)
        return _("minimum of a session, in place of {amount}").format(amount=raw)
    found = words[Rule(line.rule)]
    return f"{found} ({name})" if name else found


def _hourly(line: ChargeLine | Line, name: str) -> str:
    parts = [name or _("price per hour")]
    if line.percent:
        parts.append(_("{percent} less").format(percent=percent(Decimal(line.percent))))
    if line.tier:
        parts.append(_("from {hours} hours on").format(hours=number(line.tier)))
    return ", ".join(parts)
