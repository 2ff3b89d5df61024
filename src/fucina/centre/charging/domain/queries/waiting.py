"""What waits for a person in charges."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from fucina.centre.charging.domain.queries.visible import visible_adjustments, visible_unsettled
from fucina.centre.charging.enums import AdjustmentState


@dataclass(frozen=True)
class Waiting:
    """Something for a person to do."""

    title: str
    url: str
    when: dt.date | None = None


def waiting_for(user: Any) -> list[Waiting]:
    """For those who decide them: corrections that were asked for, and uses that could not be charged."""
    return [*_corrections(user), *_unsettled(user)]


def _corrections(user: Any) -> Iterator[Waiting]:
    if not user.has_perm("charging.decide_adjustment"):
        return
    number = visible_adjustments(user).filter(state=AdjustmentState.OPEN).count()
    if number:
        text = ngettext(
            "{number} correction of a charge to decide",
            "{number} corrections of charges to decide",
            number,
        ).format(number=number)
        yield Waiting(text, reverse("charging:adjustments"))


def _unsettled(user: Any) -> Iterator[Waiting]:
    number = visible_unsettled(user).count() if user.has_perm("charging.settle_uses") else 0
    if number:
        text = ngettext(
            "{number} use that could not be charged",
            "{number} uses that could not be charged",
            number,
        ).format(number=number)
        yield Waiting(text, reverse("charging:unsettled"))
