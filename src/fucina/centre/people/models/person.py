import pghistory
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Concat, Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models.plain_text import Plain, searched

PLAIN_NAME = Plain(Concat("given_name", models.Value(" "), "family_name"))


class PersonQuerySet(models.QuerySet["Person"]):
    def standing(self) -> "PersonQuerySet":
        """Those that were neither merged into another nor erased."""
        return self.filter(merged_into=None, erased=None)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Person(models.Model):
    """A human being the centre deals with, whether or not they sign in."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False,
        related_name="person",
    )  # fmt: skip
    given_name = models.CharField(_("first name"), max_length=80)
    family_name = models.CharField(_("surname"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    fiscal_code = models.CharField(_("fiscal code"), max_length=16, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=[("it", "Italiano"), ("en", "English")], default="it"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False,
        related_name="absorbed",
    )  # fmt: skip
    erased = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)
    created = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated = models.DateTimeField(_("updated"), auto_now=True)
    search = searched("given_name", "family_name", "email")

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["family_name", "given_name", "id"]
        indexes = [
            GinIndex(OpClass("search", "gin_trgm_ops"), name="person_search"),
            GinIndex(OpClass(PLAIN_NAME, "gin_trgm_ops"), name="person_plain_name"),
            models.Index("family_name", "given_name", "id", name="person_order"),
        ]
        constraints = [
            models.CheckConstraint(name="person_is_named", condition=~Q(given_name="")),
            models.CheckConstraint(
                name="person_email_is_lower_case", condition=Q(email=Lower("email"))
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=~Q(email="") & Q(merged_into=None),
                name="person_email_once",
                violation_error_code="taken",
                violation_error_message=_("Another person has this e-mail address."),
            ),
            models.UniqueConstraint(
                fields=["fiscal_code"],
                condition=~Q(fiscal_code="") & Q(merged_into=None),
                name="person_fiscal_code_once",
                violation_error_code="taken",
                violation_error_message=_("Another person has this fiscal code."),
            ),
            models.CheckConstraint(
                name="erased_person_keeps_nothing",
                condition=Q(erased=None)
                | Q(email="", phone="", fiscal_code="", family_name="", user=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def get_absolute_url(self) -> str:
        return reverse("people:person", kwargs={"person": self.pk})
