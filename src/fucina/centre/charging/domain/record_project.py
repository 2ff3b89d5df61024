import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.charging.domain.user_class import user_class_of
from fucina.centre.charging.domain.writing import allow, check, one_write
from fucina.centre.charging.models import (
    Chargeable,
    PayerAccount,
    Project,
    Share,
)
from fucina.centre.people.models import Organisation, Person
from fucina.centre.refusal import Problem, refuse_any

WHOLE = Decimal(100)


def record_project(
    organisation: Organisation,
    name: str,
    valid_from: dt.date,
    shares: Mapping[PayerAccount, Decimal],
    *,
    by: Any,
    project: Project | None = None,
    valid_until: dt.date | None = None,
    active: bool = True,
    user_class: str = "",
    chargeables: Sequence[Chargeable] = (),
    people: Sequence[Person] = (),
) -> Project:
    """A project, new or changed, with who pays it: percentages that come to 100.

    Without a ``user_class`` it is what the organisation's record says. ``chargeables`` and ``people`` limit it where any
    are named. What was charged before stays as it was divided then.
    """
    allow(by, "charging.manage_projects")
    recorded = project or Project()
    recorded.organisation, recorded.name = organisation, name.strip()
    recorded.valid_from, recorded.valid_until, recorded.active = valid_from, valid_until, active
    recorded.user_class = user_class or user_class_of(organisation)
    refuse_any([*check(recorded), *_problems(shares)])
    with one_write(shares=True):
        recorded.save()
        _replace_shares(recorded, shares)
        _keep_only(recorded.limits, "chargeable", chargeables)
        _keep_only(recorded.people, "person", people)
    return recorded


def _problems(shares: Mapping[PayerAccount, Decimal]) -> Iterator[Problem]:
    total = sum(shares.values(), Decimal(0))
    if total != WHOLE:
        message = _("The shares of the payer accounts come to {total} %, and must come to 100 %.")
        numbers = {"total": total}
        yield Problem("shares", message.format(total=total.normalize() + 0), "shares", numbers)
    elif any(percent <= 0 for percent in shares.values()):
        yield Problem("shares", _("A share lies between 0 and 100 per cent."), "shares")


def _replace_shares(project: Project, shares: Mapping[PayerAccount, Decimal]) -> None:
    project.shares.exclude(account__in=list(shares)).delete()
    for account, percent in shares.items():
        Share.objects.update_or_create(
            project=project, account=account, defaults={"percent": percent}
        )


def _keep_only(kept: Any, field: str, wanted: Sequence[Chargeable | Person]) -> None:
    kept.exclude(**{f"{field}__in": wanted}).delete()
    there = set(kept.values_list(field, flat=True))
    kept.bulk_create(
        kept.model(project=kept.instance, **{field: one}) for one in wanted if one.pk not in there
    )
