import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import UserClass
from fucina.centre.people.models import Organisation
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Project(Period):
    """What use is charged to. Its payer accounts share the amounts by percentages that always come to 100.

    Limited to some items, and to some people, where any are named.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="charging_projects"
    )
    name = models.CharField(_("name"), max_length=200)
    active = models.BooleanField(pgettext_lazy("charging project", "active"), default=True)
    user_class = models.CharField(_("class of users"), max_length=20, choices=UserClass)

    objects = PeriodQuerySet["Project"].as_manager()

    class Meta:
        verbose_name = pgettext_lazy("charging", "project")
        verbose_name_plural = pgettext_lazy("charging", "projects")
        ordering = ["name", "id"]
        constraints = [
            ends_after_it_begins("charging_project_period"),
            models.CheckConstraint(name="charging_project_is_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="charging_project_class_is_known",
                condition=Q(user_class__in=UserClass.values),
            ),
            models.UniqueConstraint(
                fields=["organisation", "name"],
                name="charging_project_once",
                violation_error_code="taken",
                violation_error_message=_("The organisation has a project of this name already."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="is_paid_by_somebody",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                declare=[("total", "NUMERIC")],
                func="""
                    SELECT COALESCE(SUM(percent), 0) INTO total FROM charging_share
                     WHERE project_id = NEW.id;
                    IF total <> 100 AND EXISTS (SELECT FROM charging_project WHERE id = NEW.id) THEN
                        RAISE EXCEPTION 'shares of project % come to % per cent', NEW.id, total
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'shares_are_the_whole';
                    END IF;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("charging:project", kwargs={"project": self.pk})
