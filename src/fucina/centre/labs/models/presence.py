import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.labs.models.resource import Resource
from fucina.centre.people.models import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Presence(models.Model):
    """A person is in a room, from entering to leaving."""

    room = models.ForeignKey(Resource, on_delete=models.PROTECT, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="presences")
    entered = models.DateTimeField(pgettext_lazy("presence", "entered"), default=timezone.now)
    left = models.DateTimeField(pgettext_lazy("presence", "left"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("labs", "presence")
        verbose_name_plural = pgettext_lazy("labs", "presences")
        ordering = ["-entered", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "person"],
                condition=Q(left=None),
                name="presence_once",
                violation_error_code="inside",
                violation_error_message=_("This person is in the room already."),
            ),
            models.CheckConstraint(
                name="presence_leaves_after_entering",
                condition=Q(left=None) | Q(left__gte=F("entered")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} @ {self.room_id}"
