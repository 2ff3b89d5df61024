"""What stands in the way of a booking, when it could be instead, and what it would cost, line by line."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fucina.centre.charging.domain import Quote, QuotedItem
from fucina.centre.charging.domain.rate_card import named
from fucina.centre.charging.models.bilingual import in_language
from fucina.centre.charging.presentation import words
from fucina.centre.charging.presentation.words import euro
from fucina.centre.labs.domain import Item
from fucina.centre.labs.domain.asking import Asked, asked
from fucina.centre.labs.domain.book import examine
from fucina.centre.labs.domain.circumstances import Reading
from fucina.centre.labs.domain.letters import stewards_of
from fucina.centre.labs.domain.moments import Span
from fucina.centre.labs.domain.nearest import nearest
from fucina.centre.labs.domain.rules_of_booking import OF_CAPACITY, OF_TIME
from fucina.centre.labs.domain.rules_of_booking.qualified import warnings
from fucina.centre.labs.domain.rules_of_booking.saying import OVERRIDE
from fucina.centre.labs.domain.series import occurrences
from fucina.centre.labs.models import ProblemReport, Resource
from fucina.centre.labs.presentation import written
from fucina.centre.labs.presentation.states import severity
from fucina.centre.refusal import Problem

OF_TRAINING = frozenset({"not_qualified", "level_too_low", "qualification_expired"})


@dataclass(frozen=True)
class Slot:
    """A time that can be had with one click."""

    value: str
    text: str


@dataclass(frozen=True)
class Price:
    total: str
    agreed: str
    parts: list[tuple[str, list[words.Said]]]
    shares: list[dict[str, str]]


@dataclass(frozen=True)
class Occurrence:
    when: str
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Examination:
    when: str
    things: list[str]
    problems: tuple[Problem, ...] = ()
    alternative: Slot | None = None
    price: Price | None = None
    warnings: tuple[str, ...] = ()
    may_override: bool = False
    may_wait: bool = False
    approved_by_staff: bool = False
    occurrences: tuple[Occurrence, ...] = ()
    free_of_charge: bool = False
    whom_to_ask: str = ""

    @property
    def clear(self) -> bool:
        return not self.problems

    @property
    def time_alone(self) -> bool:
        """Another time is all that is needed."""
        return all(one.code in OF_TIME for one in self.problems)

    @property
    def clashing(self) -> int:
        return sum(1 for one in self.occurrences if one.problems)

    @property
    def series_in_words(self) -> str:
        return ngettext(
            "{number} booking in all", "{number} bookings in all", len(self.occurrences)
        ).format(number=len(self.occurrences))


def slot(span: Span) -> Slot:
    return Slot(f"{span.start.isoformat()}/{span.end.isoformat()}", written.span(span))


def slot_of(value: str) -> Span | None:
    """What a slot's button sent, if it can be read."""
    try:
        start, end = (dt.datetime.fromisoformat(part) for part in value.split("/"))
        return Span(start, end)
    except (ValueError, TypeError):
        return None


def examination(
    user: Any, items: list[Item], starts: dt.datetime, ends: dt.datetime, repetition: str, **asking: Any
) -> Examination:  # fmt: skip
    """Nothing is written. Of a series, the first that can be is priced; each is looked at."""
    wanted = asked(items, starts, ends, by=user, **asking)
    if repetition:
        return _of_series(wanted, repetition)
    problems, reading = examine(wanted)
    return of_reading(wanted, problems, reading)


def of_reading(
    wanted: Asked,
    problems: Iterable[Problem],
    reading: Reading,
    alternative: Span | None = None,
) -> Examination:
    found = tuple(problems)
    instead = alternative or (nearest(reading, found) if found else None)
    passable = all(one.overridable_by == OVERRIDE for one in found)
    several = list(reading.resources)
    return Examination(
        when=written.span(wanted.span),
        things=[str(one) for one in several],
        problems=found,
        alternative=slot(instead) if instead else None,
        price=_price(reading.quote),
        warnings=tuple(_warnings(reading)),
        may_override=bool(found) and passable and wanted.by.has_perm(OVERRIDE, several),
        may_wait=_may_wait(found, reading),
        approved_by_staff=any(one.rules.needs_approval for one in several),
        free_of_charge=not any(one.chargeable_id for one in several),
        whom_to_ask=_whom_to_ask(found, several),
    )


def _of_series(wanted: Asked, repetition: str) -> Examination:
    looked_at = [
        (span, *examine(replace(wanted, span=span)))
        for span in occurrences(wanted.span, repetition)
    ]
    first = next((one for one in looked_at if not one[1]), looked_at[0])
    answer = of_reading(wanted, [], first[2])
    return replace(
        answer,
        problems=tuple(first[1]),
        may_wait=False,
        occurrences=tuple(
            Occurrence(written.span(span), tuple(one.message for one in problems))
            for span, problems, _reading in looked_at
        ),
    )


def _whom_to_ask(problems: tuple[Problem, ...], resources: list[Resource]) -> str:
    """Whoever lacks a qualification is told who looks after the things, for they know who grants it."""
    if not any(one.code in OF_TRAINING for one in problems):
        return ""
    people = sorted({str(person) for one in resources for person in stewards_of(one)})
    if not people:
        return _("To be qualified, ask the laboratory’s managers.")
    return _("To be qualified, ask {people}.").format(people=", ".join(people))


def _may_wait(problems: tuple[Problem, ...], reading: Reading) -> bool:
    """Others have the time, and nothing else stands in the way."""
    return (
        bool(problems)
        and all(one.code in OF_CAPACITY for one in problems)
        and all(line.policy.has_wait_list for line in reading.facts.lines)
    )


def _price(quote: Quote | None) -> Price | None:
    if quote is None:
        return None
    return Price(
        euro(quote.total),
        str(quote.total),
        [(str(one.item.chargeable), _lines(one)) for one in quote.items],
        [
            {"term": str(share.account), "text": euro(share.amount)}
            for share in quote.shares
            if len(quote.shares) > 1
        ],
    )


def _lines(one: QuotedItem) -> list[words.Said]:
    return [words.said(line, in_language(*named(one.rate, line.name))) for line in one.lines]


def _warnings(reading: Reading) -> Iterable[str]:
    yield from (one.message for one in warnings(reading.request, reading.facts))
    open_ones = ProblemReport.objects.filter(
        resource__in=[one.pk for one in reading.resources], solved=None
    ).select_related("resource")
    for report in open_ones:
        yield _("{name}: an open problem, {severity}.").format(
            name=report.resource, severity=severity(report)["badge_text"]
        )
