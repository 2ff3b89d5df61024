import pghistory
import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Schedule(models.Model):
    """What can be taken at a time, and how often at once. Two instruments that cannot run together share one."""

    name = models.CharField(_("name"), max_length=160)
    capacity = models.PositiveIntegerField(pgettext_lazy("labs", "capacity"), default=1)

    class Meta:
        verbose_name = pgettext_lazy("labs", "schedule")
        verbose_name_plural = pgettext_lazy("labs", "schedules")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(
                name="schedule_capacity_is_positive", condition=models.Q(capacity__gte=1)
            )
        ]
        triggers = [
            # One at a time is held by a constraint, more by counting: what is booked must not fall between the two. A
            # booking is ahead until it is done: the clocks of servers and of the database may differ.
            pgtrigger.Trigger(
                name="way_of_counting_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("capacity"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Q(old__capacity__df=pgtrigger.F("new__capacity")),
                func="""
                    IF (OLD.capacity = 1) <> (NEW.capacity = 1) AND EXISTS (
                        SELECT 1 FROM labs_allocation a JOIN labs_booking b ON b.id = a.booking_id
                         WHERE a.schedule_id = OLD.id AND a.status IN ('held', 'confirmed') AND b.status <> 'done'
                    ) THEN
                        RAISE EXCEPTION 'schedule % has bookings ahead', OLD.id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'schedule_counting_stays';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name
