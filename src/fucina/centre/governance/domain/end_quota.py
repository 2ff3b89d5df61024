import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Quota
from fucina.centre.refusal import Problem, Refusal, refuse_any


def end_quota(quota: Quota, last_day: dt.date, *, by: Any) -> Quota:
    """The member holds it until that day; a new quota may begin the day after."""
    allow(by, "governance.record_quota")
    with one_write():
        ending = Quota.objects.select_for_update().get(pk=quota.pk)
        if ending.valid_until is not None and ending.valid_until <= last_day:
            raise Refusal([Problem("ended", _("This quota ends earlier already."), "last_day")])
        ending.valid_until = last_day
        refuse_any(check(ending))
        ending.save()
    return ending
