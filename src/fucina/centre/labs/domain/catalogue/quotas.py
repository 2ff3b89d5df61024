from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.labs.domain.catalogue.rows import assign, write_row
from fucina.centre.labs.domain.writing import allow, one_write
from fucina.centre.labs.models import TimeQuota
from fucina.centre.refusal import Problem

OF_QUOTA = frozenset(
    {"type", "resource", "period", "minutes", "week_starts", "counted_from", "counted_to"}
)


def write_quota(quota: TimeQuota, *, by: Any, **told: Any) -> TimeQuota:
    """New or changed: of one machine, or of all of a category together. Counted for whoever books from now on."""
    allow(by, "labs.manage_resources")
    assign(quota, told, OF_QUOTA)
    problems = []
    if bool(quota.type_id) == bool(quota.resource_id):
        text = _("Choose a category or one machine, not both.")
        problems.append(Problem("one", text, "resource"))
    if bool(quota.counted_from) != bool(quota.counted_to) or (
        quota.counted_from and quota.counted_to and quota.counted_from >= quota.counted_to
    ):
        text = _("Give both hours, the first before the second.")
        problems.append(Problem("hours", text, "counted_to"))
    return write_row(quota, *problems)


def remove_quota(quota: TimeQuota, *, by: Any) -> None:
    allow(by, "labs.manage_resources")
    with one_write():
        quota.delete()
