from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ChargeableKind(models.TextChoices):
    """What a price is for; payer accounts and prepayments may be limited to some of these."""

    MACHINE = "machine", pgettext_lazy("chargeable", "machine")
    ROOM = "room", pgettext_lazy("chargeable", "room")
    EXPERT = "expert", pgettext_lazy("chargeable", "expert")
    ACCESSORY = "accessory", pgettext_lazy("chargeable", "accessory")
    CONSUMABLE = "consumable", pgettext_lazy("chargeable", "consumable")
    TRAINING = "training", pgettext_lazy("chargeable", "training")
    OTHER = "other", pgettext_lazy("chargeable", "other")


class UserClass(models.TextChoices):
    """Whose price is asked."""

    MEMBER = "member", _("member firm")
    SME = "sme", _("small or medium-sized firm")
    LARGE = "large", _("large firm")
    STARTUP = "startup", _("start-up")
    RESEARCH = "research", _("university or research body")
    STUDENT = "student", _("student or school")
    INTERNAL = "internal", _("the centre’s own activity")
    OTHER = "other", _("other user")


class Basis(models.TextChoices):
    HOURLY = "hourly", pgettext_lazy("price", "per hour")
    FLAT = "flat", pgettext_lazy("price", "flat, per session")
    DAILY = "daily", pgettext_lazy("price", "per day")
    EACH = "each", pgettext_lazy("price", "per piece")


class Mode(models.TextChoices):
    RESERVATION = "reservation", _("the time booked")
    USAGE = "usage", _("the time used")
    OVERAGE = "overage", _("the time booked, and what went beyond it")


class Rounding(models.TextChoices):
    EXACT = "exact", _("to the second")
    WHOLE_MINUTES = "whole_minutes", _("whole minutes, at least one")
    MINUTES_BEGUN = "minutes_begun", _("every minute begun")


class Once(models.TextChoices):
    PROJECT = "project", _("once per person and project")
    ACCOUNT = "account", _("once per person and payer account")
    WHOEVER = "whoever", _("once per payer account, whoever comes")


class Span(models.TextChoices):
    """The time over which hours or amounts are counted."""

    MONTH = "month", pgettext_lazy("charging", "a calendar month")
    QUARTER = "quarter", pgettext_lazy("charging", "a quarter")
    YEAR = "year", pgettext_lazy("charging", "a calendar year")
    WHOLE = "whole", pgettext_lazy("charging", "the whole time")


class Beyond(models.TextChoices):
    """What happens when a prepayment does not cover a charge."""

    REFUSE = "refuse", _("refuse what is not covered")
    SPLIT = "split", _("take what there is, charge the rest to the account")


class CommitmentState(models.TextChoices):
    OPEN = "open", pgettext_lazy("commitment", "open")
    REPLACED = "replaced", pgettext_lazy("commitment", "replaced")
    RELEASED = "released", pgettext_lazy("commitment", "released")
    CHARGED = "charged", pgettext_lazy("commitment", "charged")


class AdjustmentKind(models.TextChoices):
    TIME = "time", _("other time")
    PROJECT = "project", _("other project")
    QUANTITY = "quantity", _("other quantity")
    WAIVE = "waive", _("waive the charge")


class AdjustmentState(models.TextChoices):
    OPEN = "open", pgettext_lazy("adjustment", "waiting for a decision")
    ACCEPTED = "accepted", pgettext_lazy("adjustment", "accepted")
    DECLINED = "declined", pgettext_lazy("adjustment", "declined")
