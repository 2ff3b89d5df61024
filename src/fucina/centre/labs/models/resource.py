from decimal import Decimal

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import Chargeable
from fucina.centre.governance.models import Agreement
from fucina.centre.labs.enums import ResourceKind, ResourceStatus
from fucina.centre.labs.models.bilingual import Bilingual
from fucina.centre.labs.models.hours import valid_hours
from fucina.centre.labs.models.laboratory import Laboratory
from fucina.centre.labs.models.policy import Policy
from fucina.centre.labs.models.schedule import Schedule
from fucina.centre.people.models import Organisation


class ResourceQuerySet(models.QuerySet["Resource"]):
    def listed(self) -> "ResourceQuerySet":
        """What the catalogue shows to everybody."""
        return self.filter(listed=True, laboratory__listed=True).exclude(
            status=ResourceStatus.RETIRED
        )

    def with_rules(self) -> "ResourceQuerySet":
        """Together with what every rule of booking looks at."""
        return self.select_related(
            "schedule", "policy", "laboratory", "laboratory__policy", "chargeable"
        )


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Resource(Bilingual):
    """Whatever time can be booked of: a room, a machine, an expert, an accessory. Each has a row of its own kind beside it."""

    key = models.SlugField(_("key"), max_length=60, unique=True, null=True, blank=True, editable=False)  # fmt: skip
    kind = models.CharField(_("kind"), max_length=20, choices=ResourceKind, editable=False)
    laboratory = models.ForeignKey(Laboratory, on_delete=models.PROTECT, related_name="resources")
    inside = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contents",
        verbose_name=pgettext_lazy("labs", "in the room"),
    )
    schedule = models.ForeignKey(Schedule, on_delete=models.PROTECT, related_name="resources")
    owner = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="owned_resources",
        verbose_name=_("owner"),
    )
    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("agreement under which it is used"),
    )
    policy = models.ForeignKey(
        Policy,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("rules of booking"),
        help_text=pgettext_lazy("rules", "Empty: those of the laboratory."),
    )
    opening_hours = models.CharField(
        _("opening hours"),
        max_length=500,
        blank=True,
        validators=[valid_hours],
        help_text=_("Empty: those of the laboratory."),
    )
    status = models.CharField(
        pgettext_lazy("labs", "state"),
        max_length=20,
        choices=ResourceStatus,
        default=ResourceStatus.OPERATIONAL,
    )
    listed = models.BooleanField(_("shown in the catalogue"), default=True)
    hourly_cost = models.DecimalField(
        _("full cost per hour (euro)"), max_digits=9, decimal_places=2, null=True, blank=True
    )

    chargeable = models.ForeignKey(
        Chargeable,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("charged as"),
        help_text=_("Empty: it costs nothing."),
    )

    objects = ResourceQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("labs", "resource")
        verbose_name_plural = pgettext_lazy("labs", "resources")
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="resource_is_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="resource_choices_are_known",
                condition=Q(kind__in=ResourceKind.values, status__in=ResourceStatus.values),
            ),
            models.CheckConstraint(
                name="resource_is_not_inside_itself",
                condition=Q(inside=None) | ~Q(inside=F("id")),
                violation_error_message=_("A room does not contain itself."),
            ),
            models.CheckConstraint(
                name="resource_cost_is_not_negative",
                condition=Q(hourly_cost=None) | Q(hourly_cost__gte=Decimal(0)),
            ),
        ]
        triggers = [
            # What is booked ahead goes with it to another schedule, and must have room there.
            pgtrigger.Trigger(
                name="takes_its_bookings_along",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("schedule_id"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Q(old__schedule_id__df=pgtrigger.F("new__schedule_id")),
                func="""
                    UPDATE labs_allocation a SET schedule_id = NEW.schedule_id FROM labs_booking b
                     WHERE a.resource_id = NEW.id AND b.id = a.booking_id
                       AND a.status <> 'released' AND b.status <> 'done';
                    RETURN NULL;
                """,
            )
        ]

    def get_absolute_url(self) -> str:
        return reverse("labs:resource", kwargs={"resource": self.pk})

    @property
    def rules(self) -> Policy:
        """Its own, else the laboratory's, else none at all."""
        return self.policy or self.laboratory.policy or Policy()

    @property
    def hours(self) -> str:
        return self.opening_hours or self.laboratory.opening_hours

    @property
    def operational(self) -> bool:
        return self.status == ResourceStatus.OPERATIONAL
