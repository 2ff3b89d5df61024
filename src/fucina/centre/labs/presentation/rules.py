"""The rules of booking of a resource, in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from fucina.centre.labs.models import Policy
from fucina.centre.labs.presentation.written import DAY, decimal, length


def rules_in_words(policy: Policy) -> list[str]:
    return [*_times(policy), *_limits(policy), *_asked(policy)]


def _times(policy: Policy) -> Iterator[str]:
    if policy.min_minutes:
        yield _("At least {time}.").format(time=length(policy.min_minutes))
    if policy.max_minutes:
        yield _("At most {time}.").format(time=length(policy.max_minutes))
    if policy.interval_minutes:
        yield _("In steps of {time}.").format(time=length(policy.interval_minutes))
    if policy.whole_days:
        yield _("Booked by days.")
    if policy.horizon_days:
        yield _("At most {time} ahead.").format(time=length(policy.horizon_days * DAY))
    if policy.cutoff_minutes:
        yield _("Booked at the latest {time} before.").format(time=length(policy.cutoff_minutes))
    if policy.lock_minutes:
        yield _("Changed at the latest {time} before.").format(time=length(policy.lock_minutes))
    around = policy.setup_minutes + policy.teardown_minutes + policy.buffer_minutes
    if around:
        yield _("{time} around each booking are kept free.").format(time=length(around))


def _limits(policy: Policy) -> Iterator[str]:
    if policy.max_daily_bookings:
        text = _("At most {number} bookings a day for one person.")
        yield text.format(number=decimal(policy.max_daily_bookings))
    if policy.max_future_bookings:
        text = _("At most {number} bookings ahead for one person.")
        yield text.format(number=decimal(policy.max_future_bookings))
    if policy.max_future_minutes:
        yield _("At most {time} ahead for one person.").format(time=length(policy.max_future_minutes))  # fmt: skip
    if policy.gap_minutes:
        yield _("{time} between two bookings of one person.").format(time=length(policy.gap_minutes))  # fmt: skip


def _asked(policy: Policy) -> Iterator[str]:
    if policy.needs_approval:
        yield _("The people in charge approve each booking.")
    if policy.needs_risk_assessment:
        yield _("A risk assessment is asked for.")
    if policy.needs_project:
        yield _("Only for a project that pays.")
    if policy.release_minutes is not None:
        yield _("Given back {time} after the start if nobody checks in.").format(time=length(policy.release_minutes))  # fmt: skip
    if policy.late_cancel_minutes:
        yield _("Cancelling less than {time} before the start is late.").format(time=length(policy.late_cancel_minutes))  # fmt: skip
    if policy.has_wait_list:
        yield _("There is a wait list; a time that is offered is held for {time}.").format(time=length(policy.hold_minutes))  # fmt: skip
