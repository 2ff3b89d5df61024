import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import PromisedContribution
from fucina.centre.refusal import Problem, Refusal, refuse_any


def release_promise(
    promise: PromisedContribution, released_on: dt.date, why: str, *, by: Any
) -> PromisedContribution:
    """The party owes no more of it than it gave."""
    allow(by, "governance.promise_contribution")
    if not why.strip():
        raise Refusal([Problem("required", _("Say why the party is released."), "why")])
    with one_write():
        released = PromisedContribution.objects.select_for_update().get(pk=promise.pk)
        if released.released_on is not None:
            raise Refusal(
                [Problem("released", _("The party was released from this promise already."))]
            )
        released.released_on, released.released_why = released_on, why.strip()
        refuse_any(check(released))
        released.save()
    return released
