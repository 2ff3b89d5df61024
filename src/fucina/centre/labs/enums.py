from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ResourceKind(models.TextChoices):
    ROOM = "room", _("room")
    MACHINE = "machine", _("machine")
    EXPERT = "expert", _("expert")
    ACCESSORY = "accessory", _("accessory")


class ResourceStatus(models.TextChoices):
    OPERATIONAL = "operational", pgettext_lazy("state of a machine", "operational")
    DOWN = "down", pgettext_lazy("state of a machine", "out of order")
    RETIRED = "retired", pgettext_lazy("state of a machine", "retired")


class BookingKind(models.TextChoices):
    """What the time is for."""

    USE = "use", pgettext_lazy("kind of booking", "use")
    JOB = "job", pgettext_lazy("kind of booking", "job for a customer")
    TRIAL = "trial", pgettext_lazy("kind of booking", "project trial")
    CLASS = "class", pgettext_lazy("kind of booking", "class")
    SEMINAR = "seminar", pgettext_lazy("kind of booking", "seminar")
    OPEN_LAB = "open_lab", pgettext_lazy("kind of booking", "open laboratory")
    MAINTENANCE = "maintenance", pgettext_lazy("kind of booking", "planned maintenance")
    OUTAGE = "outage", pgettext_lazy("kind of booking", "outage")


PERSONAL = (BookingKind.USE, BookingKind.JOB, BookingKind.TRIAL)
"""Somebody's own time: quotas and qualifications count. The others are the centre's own appointments."""

OUT_OF_SERVICE = (BookingKind.MAINTENANCE, BookingKind.OUTAGE)
"""Nobody uses the machine: the time is neither economic nor not, it is no capacity."""


class BookingStatus(models.TextChoices):
    WAITING = "waiting", pgettext_lazy("state of a booking", "on the wait list")
    HELD = "held", pgettext_lazy("state of a booking", "offered, to be accepted")
    REQUESTED = "requested", pgettext_lazy("state of a booking", "to be approved")
    CONFIRMED = "confirmed", pgettext_lazy("state of a booking", "confirmed")
    DISPLACED = "displaced", pgettext_lazy("state of a booking", "to be moved")
    DONE = "done", pgettext_lazy("state of a booking", "done")
    MISSED = "missed", pgettext_lazy("state of a booking", "missed")
    CANCELLED = "cancelled", pgettext_lazy("state of a booking", "cancelled")
    DECLINED = "declined", pgettext_lazy("state of a booking", "declined")
    LAPSED = "lapsed", pgettext_lazy("state of a booking", "offer not taken up")


ACTIVE = (BookingStatus.HELD, BookingStatus.REQUESTED, BookingStatus.CONFIRMED)
"""Those that keep others out."""

OPEN = (*ACTIVE, BookingStatus.DISPLACED, BookingStatus.WAITING)
"""Those that can still become something."""


class AllocationStatus(models.TextChoices):
    HELD = "held", pgettext_lazy("state of an allocation", "held")
    CONFIRMED = "confirmed", pgettext_lazy("state of an allocation", "taken")
    WAITING = "waiting", pgettext_lazy("state of an allocation", "wanted")
    DISPLACED = "displaced", pgettext_lazy("state of an allocation", "lost to an outage")
    WAIVED = "waived", pgettext_lazy("state of an allocation", "given way")
    RELEASED = "released", pgettext_lazy("state of an allocation", "free again")


TAKEN = (AllocationStatus.HELD, AllocationStatus.CONFIRMED)
"""Allocations that keep others out."""


class AllocationRole(models.TextChoices):
    """Why a booking takes a schedule: it asked for it, or what it asked for contains it or stands in it."""

    ASKED = "asked", pgettext_lazy("reason of an allocation", "asked for")
    INSIDE = "inside", pgettext_lazy("reason of an allocation", "inside a room booked whole")
    AROUND = "around", pgettext_lazy("reason of an allocation", "a place in the room around it")


class UserKind(models.TextChoices):
    """Whose hour it was, for the ledger of capacity."""

    COMPANY = "company", pgettext_lazy("kind of user", "company")
    RESEARCH = "research", pgettext_lazy("kind of user", "university or research body")
    STUDENT = "student", pgettext_lazy("kind of user", "student")
    PARTNER = "partner", pgettext_lazy("kind of user", "founding institution")
    CENTRE = "centre", pgettext_lazy("kind of user", "the centre itself")
    OTHER = "other", pgettext_lazy("kind of user", "other")


class Economic(models.TextChoices):
    """Whether an hour is an economic activity under the State-aid rules (Framework 2022/C 414/01, points 17 to 21)."""

    ECONOMIC = "economic", _("economic activity")
    NON_ECONOMIC = "non_economic", _("non-economic activity")
    NONE = "none", _("no use")


class Takeover(models.TextChoices):
    """What happens when a third person starts a machine in somebody’s slot."""

    REFUSED = "refused", pgettext_lazy("start by a third person", "refused")
    WITH_CONSENT = "with_consent", _("allowed with the owner’s consent")


class AfterExpiry(models.TextChoices):
    """A booking for a day on which the qualification will have expired."""

    REFUSED = "refused", pgettext_lazy("booking after expiry", "refused")
    WARNED = "warned", pgettext_lazy("booking after expiry", "accepted, valid only if renewed")


class NamesShown(models.TextChoices):
    """Who reads the name of the person who booked."""

    EVERYONE = "everyone", _("everyone who is signed in")
    COLLEAGUES = "colleagues", _("colleagues and staff")
    STAFF = "staff", _("staff only")


class QuotaPeriod(models.TextChoices):
    DAY = "day", pgettext_lazy("quota", "day")
    WEEK = "week", pgettext_lazy("quota", "week")
    MONTH = "month", pgettext_lazy("quota", "month")
    YEAR = "year", pgettext_lazy("quota", "year")


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class ExceptionKind(models.TextChoices):
    """A time that differs from the opening hours."""

    CLOSED = "closed", pgettext_lazy("calendar", "closed")
    SAFETY = "safety", pgettext_lazy("calendar", "closed for safety")
    OPEN = "open", pgettext_lazy("calendar", "open in addition")


class QualificationKind(models.TextChoices):
    GENERAL_SAFETY = "general_safety", _("general safety training")
    SPECIFIC_SAFETY = "specific_safety", _("specific safety training")
    OPERATION = "operation", _("operation of a machine or group")


class CapabilityKind(models.TextChoices):
    PROCESS = "process", pgettext_lazy("capability", "process")
    MATERIAL = "material", pgettext_lazy("capability", "material")
    MEASURE = "measure", pgettext_lazy("capability", "measure")
    COMPETENCE = "competence", pgettext_lazy("capability", "competence")


class ResourceDocumentKind(models.TextChoices):
    MANUAL = "manual", _("manual")
    PHOTO = "photo", _("photo")
    SAFETY_SHEET = "safety_sheet", _("safety sheet")
    DATA_SHEET = "data_sheet", _("data sheet")
    OTHER = "other", pgettext_lazy("document of a machine", "other document")


class Severity(models.TextChoices):
    STOPS = "stops", pgettext_lazy("problem of a machine", "cannot be used")
    LIMITS = "limits", pgettext_lazy("problem of a machine", "can be used with limits")
    MINOR = "minor", pgettext_lazy("problem of a machine", "minor")
