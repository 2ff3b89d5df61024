"""Shares as rows: at one step for the panel, as an indented list and a table for the page."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from fucina.centre.people.domain.ownership_tree import Direction, Step
from fucina.centre.people.domain.queries import visible_organisations, visible_persons
from fucina.centre.people.models import Organisation, OwnershipLink, Person

HUNDRED = Decimal(100)


def owner_rows(user: Any, steps: Iterable[Step], way: Direction, *, change: bool) -> list[dict[str, Any]]:  # fmt: skip
    """What stands at the far end of each step, named only as far as the user may see it."""
    several = list(steps)
    known = _visible(user, several)
    return [_row(step, way, known, change=change) for step in several]


def _row(
    step: Step, way: Direction, known: set[Organisation | Person], *, change: bool
) -> dict[str, Any]:
    far = step.owner if way == "owners" else step.link.owned
    seen = far in known
    link = {"link": step.link.pk}
    return {
        "name": str(far) if seen else _("not shown to you"),
        "url": far.get_absolute_url() if seen else "",
        "person": isinstance(far, Person),
        "share": percent(step.link.share),
        "votes": percent(step.link.votes),
        "control": step.link.control,
        "through": percent(step.part * HUNDRED) if step.depth > 1 else "",
        "period": period(step.link),
        "source": step.link.source,
        "depth": step.depth,
        "again": step.again,
        "end": reverse("people:end_ownership", kwargs=link) if change else "",
        "remove": reverse("people:remove_ownership", kwargs=link) if change else "",
    }


def nested(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with what hangs on each as its ``children``, for an indented list."""
    tops: list[dict[str, Any]] = []
    open_at: dict[int, dict[str, Any]] = {}
    for row in rows:
        item = {**row, "children": []}
        open_at[row["depth"]] = item
        above = open_at.get(row["depth"] - 1) if row["depth"] > 1 else None
        (above["children"] if above else tops).append(item)
    return tops


def tree_columns() -> list[dict[str, str]]:
    return [
        {"label": _("Who")},
        {"label": _("Step"), "kind": "number"},
        {"label": _("Capital"), "kind": "number"},
        {"label": _("Votes"), "kind": "number"},
        {"label": _("Of the whole"), "kind": "number"},
        {"label": _("When")},
        {"label": _("Source")},
    ]


def tree_rows(rows: Iterable[dict[str, Any]]) -> list[list[Any]]:
    return [
        [
            {"text": row["name"], "url": row["url"]},
            str(row["depth"]),
            row["share"],
            row["votes"] or "–",
            row["through"] or row["share"],
            row["period"],
            row["source"],
        ]
        for row in rows
    ]


def percent(value: Decimal | None) -> str:
    if value is None:
        return ""
    rounded = value.quantize(Decimal("0.01"))
    places = 0 if rounded == rounded.to_integral() else 2
    return f"{number_format(rounded, decimal_pos=places)} %"


def period(link: OwnershipLink) -> str:
    start = date_format(link.valid_from, "SHORT_DATE_FORMAT")
    if link.valid_until is None:
        return _("since {start}").format(start=start)
    return f"{start} – {date_format(link.valid_until, 'SHORT_DATE_FORMAT')}"


def _visible(user: Any, steps: list[Step]) -> set[Organisation | Person]:
    ends = [end for step in steps for end in (step.link.owned_id, step.link.owner_id) if end]
    persons = [step.link.owner_person_id for step in steps if step.link.owner_person_id]
    seen: set[Organisation | Person] = set()
    if ends:
        seen |= set(visible_organisations(user).filter(pk__in=ends))
    if persons:
        seen |= set(visible_persons(user).filter(pk__in=persons))
    return seen
