"""The home page: what the centre is, where it should be, what it would offer."""

from dataclasses import dataclass

from fucina.centre.planning.presentation.overview import Decision, decision
from fucina.centre.planning.presentation.reader import Reader
from fucina.centre.planning.presentation.services import Line, line, totals


@dataclass(frozen=True)
class Home:
    """What the study says of the centre."""

    name: str
    decision: Decision
    draws: str
    totals: list[dict[str, str]]
    lines: list[Line]


def home(reader: Reader) -> Home:
    return Home(
        name=reader.said(reader.study.header.name),
        decision=decision(reader),
        draws=reader.number(reader.result.draws),
        totals=totals(reader),
        lines=lines(reader),
    )


def lines(reader: Reader, kinds: tuple[str, ...] = ()) -> list[Line]:
    """The planned service lines; with kinds, those meant for any of them."""
    found = [line(reader, identity) for identity in reader.opened.records["services"]]
    return [x for x in found if not kinds or set(kinds) & set(x.audience)]
