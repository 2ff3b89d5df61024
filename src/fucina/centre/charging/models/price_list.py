import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fucina.centre.charging.models.bilingual import in_language
from fucina.centre.people.models.period import Period, PeriodQuerySet, ends_after_it_begins


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PriceList(Period):
    """Rates that were decided together. A draft until it is published; from then on it changes no more, it only ends."""

    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    note_en = models.TextField(_("note in English"), blank=True, max_length=2000)
    published = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False,
        related_name="+",
    )  # fmt: skip

    objects = PeriodQuerySet["PriceList"].as_manager()

    class Meta:
        verbose_name = _("price list")
        verbose_name_plural = _("price lists")
        ordering = ["-valid_from", "id"]
        constraints = [
            ends_after_it_begins("price_list_period"),
            models.CheckConstraint(name="price_list_is_named", condition=~Q(name="")),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="publishes_rates",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__published__isnull=True, new__published__isnull=False),
                func="""
                    UPDATE charging_rate SET published = TRUE WHERE price_list_id = NEW.id;
                    RETURN NULL;
                """,
            ),
            pgtrigger.Trigger(
                name="stays_as_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published__isnull=False),
                func="""
                    IF TG_OP = 'DELETE' OR (OLD.name, OLD.name_en, OLD.published, OLD.valid_from)
                       IS DISTINCT FROM (NEW.name, NEW.name_en, NEW.published, NEW.valid_from) THEN
                        RAISE EXCEPTION 'price list % is published', OLD.id
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'published_stays';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return in_language(self.name, self.name_en)

    def get_absolute_url(self) -> str:
        return reverse("charging:price_list", kwargs={"price_list": self.pk})

    @property
    def said_note(self) -> str:
        return in_language(self.note, self.note_en)
