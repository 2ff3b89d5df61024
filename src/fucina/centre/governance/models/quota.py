from decimal import Decimal

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.models.agreement import Agreement
from fucina.centre.people.models import Organisation
from fucina.centre.people.models.period import (
    DateRange,
    Period,
    PeriodQuerySet,
    ends_after_it_begins,
)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Quota(Period):
    """What a member holds of a body (a company, a consortium, a foundation), from one day to another.

    ``share`` is of the capital or fund, in per cent; ``votes`` of the votes, where they do not follow the share;
    ``seats`` on its board. On no day do the shares of a body, or its votes, come to more than 100 %.
    """

    body = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="quotas")
    member = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="quotas_held")
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="quotas")
    share = models.DecimalField(_("quota (%)"), max_digits=7, decimal_places=4, null=True, blank=True)  # fmt: skip
    votes = models.DecimalField(_("votes (%)"), max_digits=7, decimal_places=4, null=True, blank=True)  # fmt: skip
    seats = models.PositiveSmallIntegerField(_("seats on the board"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    objects = PeriodQuerySet["Quota"].as_manager()

    class Meta:
        verbose_name = _("quota")
        verbose_name_plural = _("quotas")
        ordering = ["body", "-valid_from", "-share", "id"]
        constraints = [
            ends_after_it_begins("quota_period"),
            models.CheckConstraint(
                name="quota_is_of_another",
                condition=~Q(body=F("member")),
                violation_error_message=_("A body is not its own member."),
            ),
            models.CheckConstraint(
                name="quota_says_something",
                condition=Q(share__isnull=False) | Q(votes__isnull=False) | Q(seats__isnull=False),
                violation_error_message=_("Give a quota, votes or seats."),
            ),
            models.CheckConstraint(
                name="quota_is_a_percentage",
                condition=(Q(share=None) | Q(share__gt=0, share__lte=100))
                & (Q(votes=None) | Q(votes__gte=0, votes__lte=100)),
                violation_error_message=_("A quota lies between 0 and 100 per cent."),
            ),
            ExclusionConstraint(
                name="quota_does_not_overlap",
                expressions=[
                    ("body", RangeOperators.EQUAL),
                    ("member", RangeOperators.EQUAL),
                    (DateRange(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="overlap",
                violation_error_message=_(
                    "This member has a quota in that time already: end it first."
                ),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="quotas_fit",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("most", "NUMERIC")],
                func="""  -- the sum is greatest on a day when some quota begins
                    PERFORM pg_advisory_xact_lock(hashtext('governance.quota'), NEW.body_id::int);
                    SELECT MAX(GREATEST(shares, votes)) INTO most FROM (
                        SELECT SUM(held.share) AS shares,
                               SUM(COALESCE(held.votes, held.share)) AS votes
                          FROM governance_quota start
                          JOIN governance_quota held
                            ON held.body_id = start.body_id
                           AND daterange(held.valid_from, held.valid_until, '[]') @> start.valid_from
                         WHERE start.body_id = NEW.body_id
                         GROUP BY start.id) days;
                    IF most > 100 THEN
                        RAISE EXCEPTION 'quotas of body % come to % per cent', NEW.body_id, most
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'quotas_fit';
                    END IF;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.member_id}: {self.share} % ({self.body_id})"

    @property
    def weight(self) -> Decimal | None:
        """Its share of the votes, in per cent: by quota unless the by-laws say otherwise."""
        return self.share if self.votes is None else self.votes
