"""What the laboratories keep about a person: handed over on request, and on erasure without what identifies them.

That a machine was taken at a time stays: the ledger of capacity and the charges rest on it. The person's own words go.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from fucina.centre.accounts.domain.audit_trail import blank_trail
from fucina.centre.accounts.domain.personal_data import Plain, Subject, register
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.labs.enums import ResourceStatus
from fucina.centre.labs.models import (
    Booking,
    FeedToken,
    Grant,
    Presence,
    ProblemReport,
    Resource,
    Steward,
    Suspension,
    UnmetDemand,
    Use,
)

OF_BOOKING = ("id", "kind", "status", "organisation", "starts", "ends", "title", "purpose", "risk_assessment", "cancel_reason")  # fmt: skip
OF_USE = ("id", "resource", "started", "ended", "declared_minutes", "note", "consent")
OF_GRANT = ("id", "qualification", "level", "granted_on", "expires_on", "last_used", "revoked_on", "source")  # fmt: skip
OF_PRESENCE = ("id", "room", "entered", "left")
OF_SUSPENSION = ("id", "laboratory", "reason", "valid_from", "valid_until")
WORDS_OF_BOOKING: dict[str, Any] = {
    "title": "",
    "purpose": "",
    "risk_assessment": "",
    "cancel_reason": "",
}


def export(subject: Subject) -> Plain:
    return {
        "bookings": plain_rows(_of(Booking, subject).select_related("organisation"), *OF_BOOKING),
        "uses": plain_rows(_of(Use, subject).select_related("resource"), *OF_USE),
        "qualifications": plain_rows(
            _of(Grant, subject).select_related("qualification"), *OF_GRANT
        ),
        "presences": plain_rows(_of(Presence, subject).select_related("room"), *OF_PRESENCE),
        "suspensions": plain_rows(_of(Suspension, subject), *OF_SUSPENSION),
    }


def erase(subject: Subject) -> None:
    _blank(_of(Booking, subject), **WORDS_OF_BOOKING)
    _blank(_of(Use, subject), note="")
    _blank(Use.objects.filter(taken_over_from__in=subject.persons), consent="–")
    _blank(_of(Grant, subject), source="")
    _blank(_of(Suspension, subject), reason="–")
    _of(Steward, subject).delete()
    _of(UnmetDemand, subject).update(person=None)
    if subject.user is not None:
        FeedToken.objects.filter(user=subject.user).delete()
        ProblemReport.objects.filter(reported_by=subject.user).update(reported_by=None)
    known = Resource.objects.filter(expert__person__in=subject.persons)
    known.update(status=ResourceStatus.RETIRED, listed=False)
    _blank(known, name="–", name_en="", about="", about_en="")


def keeps(subject: Subject) -> list[str]:
    count = _of(Booking, subject).exclude(project=None).count()
    if not count:
        return []
    text = ngettext(
        "{number} booking that was charged", "{number} bookings that were charged", count
    )
    return [text.format(number=count)]


def register_holdings() -> None:
    register("labs", export, erase, _("Your bookings, uses and qualifications"), keeps)


def _of(model: Any, subject: Subject) -> Any:
    return model.objects.filter(person__in=subject.persons)


def _blank(rows: Any, **values: Any) -> None:
    """In the records and in their trail."""
    model: type[models.Model] = rows.model
    numbers = list(rows.values_list("pk", flat=True))
    model._default_manager.filter(pk__in=numbers).update(**values)
    blank_trail(model, numbers, **values)
