import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Registration(models.Model):
    """What someone said of themselves when signing up, and the privacy notice they were shown then.

    Their name waits here until the address is confirmed: only then is there a Person, and the name moves there.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="registration"
    )
    given_name = models.CharField(_("first name"), max_length=80, blank=True)
    family_name = models.CharField(_("surname"), max_length=80, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=[("it", "Italiano"), ("en", "English")], default="it"
    )
    notice = models.CharField(_("privacy notice"), max_length=20)  # its version, a date
    accepted = models.DateTimeField(_("read on"), default=timezone.now)

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints = [
            models.CheckConstraint(
                name="registration_language_is_known", condition=Q(language__in=["it", "en"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.notice}"
