"""What waits for a person in charges."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext

from fucina.centre.charging.domain.queries.visible import visible_adjustments
from fucina.centre.charging.enums import AdjustmentState


@dataclass(frozen=True)
class Waiting:
    """Something for a person to do."""

    title: str
    url: str
    when: dt.date | None = None


def waiting_for(user: Any) -> list[Waiting]:
    """For those who decide them, the corrections that were asked for."""
    if not user.has_perm("charging.decide_adjustment"):
        return []
    number = visible_adjustments(user).filter(state=AdjustmentState.OPEN).count()
    if not number:
        return []
    text = ngettext(
        "{number} correction of a charge to decide",
        "{number} corrections of charges to decide",
        number,
    ).format(number=number)
    return [Waiting(text, reverse("charging:adjustments"))]
