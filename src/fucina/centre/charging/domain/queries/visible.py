"""What a person may see, as filters: with the words of ``rules``."""

from typing import Any

from django.db.models import Q, QuerySet

from fucina.centre.charging.enums import CommitmentState
from fucina.centre.charging.models import (
    Adjustment,
    Charge,
    PayerAccount,
    Prepayment,
    PriceList,
    Project,
    Rate,
    RateTier,
    RateWindow,
    Unsettled,
)
from fucina.centre.charging.models.charge import ChargeQuerySet
from fucina.centre.charging.rules import organisations_seen, reads_money
from fucina.centre.people.models.period import PeriodQuerySet
from fucina.centre.people.standing import standing


def visible_accounts(user: Any) -> PeriodQuerySet[PayerAccount]:
    found = PayerAccount.objects.all()
    return found if reads_money(user) else found.filter(organisation__in=organisations_seen(user))


def visible_projects(user: Any) -> PeriodQuerySet[Project]:
    found = Project.objects.all()
    return found if reads_money(user) else found.filter(organisation__in=organisations_seen(user))


def visible_charges(user: Any) -> ChargeQuerySet:
    """Those of one's own organisation, and what was charged for one's own use."""
    found = Charge.objects.all()
    if reads_money(user):
        return found
    own = Q(project__organisation__in=organisations_seen(user))
    me = standing(user).person
    return found.filter(own | Q(person=me, person__isnull=False))


def visible_adjustments(user: Any) -> QuerySet[Adjustment]:
    return Adjustment.objects.filter(charge__in=visible_charges(user))


def visible_unsettled(user: Any) -> QuerySet[Unsettled]:
    """What still waits, for those who settle it."""
    if not user.has_perm("charging.settle_uses"):
        return Unsettled.objects.none()
    return Unsettled.objects.filter(settled=None, commitment__state=CommitmentState.OPEN)


def visible_price_lists(user: Any) -> PeriodQuerySet[PriceList]:
    """Drafts too, for those who work on them."""
    found = PriceList.objects.all()
    return found if reads_money(user) else found.filter(published__isnull=False)


def visible_rates(user: Any) -> PeriodQuerySet[Rate]:
    found = Rate.objects.all()
    return found if reads_money(user) else found.filter(published=True)


def visible_windows(user: Any) -> QuerySet[RateWindow]:
    return RateWindow.objects.filter(rate__in=visible_rates(user))


def visible_tiers(user: Any) -> QuerySet[RateTier]:
    return RateTier.objects.filter(rate__in=visible_rates(user))


def visible_prepayments(user: Any) -> PeriodQuerySet[Prepayment]:
    return Prepayment.objects.filter(account__in=visible_accounts(user))
