import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Party
from fucina.centre.refusal import Problem, Refusal, refuse_any


def leave(party: Party, last_day: dt.date, *, by: Any) -> Party:
    """A party leaves its agreement after that day; what it still owes stays owed."""
    allow(by, "governance.change_parties")
    with one_write():
        leaving = Party.objects.select_for_update().get(pk=party.pk)
        if leaving.valid_until is not None:
            raise Refusal([Problem("left", _("This party has left already."), "last_day")])
        leaving.valid_until = last_day
        refuse_any(check(leaving))
        leaving.save()
    return leaving
