import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models.organisation import Organisation
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins
from fucina.centre.people.models.person import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Contact(Period):
    """Whom to ask at an organisation, and for what; it opens no door (a Membership does)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="contacts")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="contacts"
    )
    position = models.CharField(_("position"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail address at work"), blank=True)
    phone = models.CharField(_("telephone at work"), max_length=30, blank=True)

    objects = PeriodQuerySet["Contact"].as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["id"]
        constraints = [ends_after_it_begins("contact_period")]

    def __str__(self) -> str:
        return f"{self.person_id} @ {self.organisation_id}"
