import datetime as dt

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.qualification import Qualification
from fucina.centre.people.models import Person
from fucina.centre.people.models.period import today


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Grant(models.Model):
    """That a person is qualified. When it ends is not written but computed, at the moment it matters."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grants")
    qualification = models.ForeignKey(
        Qualification, on_delete=models.PROTECT, related_name="grants"
    )
    level = models.PositiveSmallIntegerField(pgettext_lazy("labs", "level"), default=1)
    granted_on = models.DateField(_("granted on"), default=today)
    expires_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Empty: as the qualification says.")
    )
    last_used = models.DateField(_("last used on"), null=True, blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False,
        related_name="+",
    )  # fmt: skip
    source = models.CharField(_("source"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("granted qualification")
        verbose_name_plural = _("granted qualifications")
        ordering = ["-granted_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "qualification"],
                condition=Q(revoked_on=None),
                name="grant_once",
                violation_error_code="taken",
                violation_error_message=_("This person has this qualification already."),
            ),
            models.CheckConstraint(
                name="grant_ends_after_it_begins",
                condition=(Q(expires_on=None) | Q(expires_on__gte=F("granted_on")))
                & Q(level__gte=1),
                violation_error_code="period",
                violation_error_message=_("The end comes before the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.qualification_id} ({self.level})"

    @property
    def last_day(self) -> dt.date | None:
        """The last on which it holds, None where it has no end. Needs the qualification."""
        rule = self.qualification
        return last_day(
            self.granted_on,
            self.expires_on,
            self.last_used,
            rule.valid_days,
            rule.unused_days,
            rule.never_used_days,
        )


def last_day(
    granted: dt.date,
    expires: dt.date | None,
    used: dt.date | None,
    valid_days: int | None,
    unused_days: int | None,
    never_used_days: int | None,
) -> dt.date | None:
    """The earliest of what ends a qualification: its date, its length, disuse since the last use or the grant.

    >>> last_day(dt.date(2026, 1, 1), None, None, 365, None, 90)
    datetime.date(2026, 4, 1)
    """
    ends = [expires] if expires else []
    if valid_days is not None:
        ends.append(granted + dt.timedelta(days=valid_days))
    if used is not None and used >= granted:
        if unused_days is not None:
            ends.append(used + dt.timedelta(days=unused_days))
    else:
        idle = unused_days if never_used_days is None else never_used_days
        if idle is not None:
            ends.append(granted + dt.timedelta(days=idle))
    return min(ends, default=None)
