import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models.organisation import Organisation
from fucina.centre.people.models.period import (
    DateRange,
    Period,
    PeriodQuerySet,
    ends_after_it_begins,
)
from fucina.centre.people.models.person import Person


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class OwnershipLink(Period):
    """A share of an organisation held by another, or by a person, from one day to another.

    Capital and votes are kept apart: partner and linked enterprises are judged by the higher of the two (Recommendation
    2003/361/EC, Annex, article 3).
    """

    owned = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="owner_links")
    owner = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="owned_links"
    )
    owner_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owned_links"
    )
    share = models.DecimalField(_("share of capital (%)"), max_digits=5, decimal_places=2)
    votes = models.DecimalField(_("share of votes (%)"), max_digits=5, decimal_places=2, null=True, blank=True)  # fmt: skip
    control = models.BooleanField(
        _("controls otherwise"),
        default=False,
        help_text=_("Dominant influence by contract or statute, or the right to appoint the majority of the board."),
    )  # fmt: skip
    source = models.CharField(_("source"), max_length=200, blank=True)

    objects = PeriodQuerySet["OwnershipLink"].as_manager()

    class Meta:
        verbose_name = _("ownership link")
        verbose_name_plural = _("ownership links")
        ordering = ["-share", "id"]
        constraints = [
            ends_after_it_begins("ownership_period"),
            models.CheckConstraint(
                name="ownership_has_one_owner",
                condition=Q(owner=None, owner_person__isnull=False)
                | Q(owner__isnull=False, owner_person=None),
                violation_error_message=_("The owner is an organisation or a person, not both."),
            ),
            models.CheckConstraint(
                name="ownership_is_of_another",
                condition=Q(owner=None) | ~Q(owner=F("owned")),
                violation_error_message=_("An organisation does not own itself here: leave own shares out."),
            ),
            models.CheckConstraint(
                name="ownership_share_is_a_percentage",
                condition=Q(share__gte=0, share__lte=100)
                & (Q(votes=None) | Q(votes__gte=0, votes__lte=100)),
                violation_error_message=_("A share lies between 0 and 100 per cent."),
            ),
            ExclusionConstraint(
                name="ownership_does_not_overlap",
                expressions=[
                    ("owned", RangeOperators.EQUAL),
                    (models.functions.Coalesce("owner", 0), RangeOperators.EQUAL),
                    (models.functions.Coalesce("owner_person", 0), RangeOperators.EQUAL),
                    (DateRange(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="overlap",
                violation_error_message=_("This owner has a share in that time already: end it first."),
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="shares_fit",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("whole", "NUMERIC")],
                func="""
                    PERFORM pg_advisory_xact_lock(hashtext('people.ownership'), NEW.owned_id::int);
                    SELECT MAX(total) INTO whole FROM (
                        SELECT (SELECT SUM(GREATEST(l.share, 0)) FROM people_ownershiplink l
                                 WHERE l.owned_id = NEW.owned_id
                                   AND daterange(l.valid_from, l.valid_until, '[]') @> d.day) AS total
                          FROM (SELECT valid_from AS day FROM people_ownershiplink
                                 WHERE owned_id = NEW.owned_id) d) t;
                    IF whole > 100 THEN
                        RAISE EXCEPTION 'shares of organisation % come to % per cent', NEW.owned_id, whole
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'ownership_shares_fit';
                    END IF;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.share} % of {self.owned_id}"
