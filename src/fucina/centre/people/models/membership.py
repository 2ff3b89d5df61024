import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.enums import AT_THE_CENTRE, Role
from fucina.centre.people.models.organisation import Organisation
from fucina.centre.people.models.period import (
    DateRange,
    Period,
    PeriodQuerySet,
    ends_after_it_begins,
)
from fucina.centre.people.models.person import Person

CENTRE_ROLES = ", ".join(f"'{role}'" for role in AT_THE_CENTRE)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Membership(Period):
    """A person's role at an organisation, from one day to another: what they may do rests on it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=30, choices=Role)
    invites = models.BooleanField(
        _("may invite colleagues"),
        default=False,
        help_text=_("Looks after the organisation’s own data and its people’s access."),
    )
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False,
        related_name="+",
    )  # fmt: skip

    objects = PeriodQuerySet["Membership"].as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["-valid_from", "id"]
        constraints = [
            ends_after_it_begins("membership_period"),
            models.CheckConstraint(
                name="membership_role_is_known", condition=Q(role__in=Role.values)
            ),
            ExclusionConstraint(
                name="membership_does_not_overlap",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (DateRange(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="overlap",
                violation_error_message=_("The person has this role there in that time already."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="role_fits_organisation",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("role", "organisation_id"),  # type: ignore[no-untyped-call]
                declare=[("kind", "TEXT")],
                func=f"""  -- the roles are this program's own words
                    SELECT o.kind INTO kind FROM people_organisation o WHERE o.id = NEW.organisation_id;
                    IF (NEW.role IN ({CENTRE_ROLES})) <> (kind = 'centre') THEN
                        RAISE EXCEPTION 'role % is not held at an organisation of kind %', NEW.role, kind
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'membership_role_fits_organisation';
                    END IF;
                    RETURN NEW;
                """,  # noqa: S608
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.role} @ {self.organisation_id}"
