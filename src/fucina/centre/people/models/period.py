"""What holds from one day to another, both included; without an end, until further notice."""

import datetime as dt
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def today() -> dt.date:
    return timezone.localdate()


class PeriodQuerySet[M: models.Model](models.QuerySet[M]):
    def on(self, day: dt.date | models.Value | None = None) -> Self:
        """What holds on that day, today unless told."""
        day = day or today()
        return self.filter(
            models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day
        )


class Period(models.Model):
    valid_from = models.DateField(_("from"), default=today)
    valid_until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def holds(self) -> bool:
        day = today()
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class DateRange(models.Func):
    """The days of a period as a PostgreSQL range, both ends included."""

    function = "daterange"
    template = "%(function)s(%(expressions)s, '[]')"

    def __init__(self) -> None:
        super().__init__("valid_from", "valid_until")


def ends_after_it_begins(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
        violation_error_code="period",
        violation_error_message=_("The end comes before the beginning."),
    )
