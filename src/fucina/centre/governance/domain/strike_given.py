from typing import Any

import pghistory
from django.utils.translation import gettext as _

from fucina.centre.governance.domain.writing import allow, one_write
from fucina.centre.governance.models import GivenContribution
from fucina.centre.refusal import Problem, Refusal


def strike_given(given: GivenContribution, why: str, *, by: Any) -> None:
    """Take back a receipt that was recorded by mistake; the audit trail keeps it, and the reason."""
    allow(by, "governance.record_given")
    if not why.strip():
        raise Refusal([Problem("required", _("Say what the mistake was."), "why")])
    with pghistory.context(reason=why.strip()[:250]), one_write():
        given.delete()
