import datetime as dt
import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from fucina.centre.people.domain.guarded import guarded, model_problems, name_of_constraint
from fucina.centre.people.models import Organisation, OwnershipLink, Person
from fucina.centre.people.models.period import today
from fucina.centre.refusal import Problem, Refusal, refuse_any

WHOLE = Decimal(100)


def record_ownership(
    owned: Organisation,
    owner: Organisation | Person,
    *,
    by: Any,
    share: Decimal,
    votes: Decimal | None = None,
    control: bool = False,
    source: str = "",
    valid_from: dt.date | None = None,
    valid_until: dt.date | None = None,
) -> OwnershipLink:
    """A share of one organisation held by another or by a person; all shares of a day come to 100 % at most."""
    if not by.has_perm("people.change_organisation", owned):
        raise PermissionDenied
    link = OwnershipLink(
        owned=owned,
        owner=owner if isinstance(owner, Organisation) else None,
        owner_person=owner if isinstance(owner, Person) else None,
        share=share,
        votes=votes,
        control=control,
        source=source.strip(),
        valid_from=valid_from or today(),
        valid_until=valid_until,
    )
    return _write(link)


def end_ownership(link: OwnershipLink, *, by: Any, day: dt.date) -> OwnershipLink:
    """``day`` is the last on which the share was held."""
    if not by.has_perm("people.change_part", link):
        raise PermissionDenied
    link.valid_until = day
    return _write(link)


def remove_ownership(link: OwnershipLink, *, by: Any) -> None:
    """For what was recorded by mistake; what was true for a time is ended."""
    if not by.has_perm("people.change_part", link):
        raise PermissionDenied
    link.delete()


def _write(link: OwnershipLink) -> OwnershipLink:
    refuse_any(model_problems(link))
    try:
        with guarded(OwnershipLink):
            link.save()
    except IntegrityError as error:
        if name_of_constraint(error) != "ownership_shares_fit":
            raise
        raise Refusal([_too_much(link, error)]) from error
    return link


def _too_much(link: OwnershipLink, error: IntegrityError) -> Problem:
    """What the trigger found, in numbers: it alone sees what others record at the same moment."""
    found = re.search(r"come to ([\d.]+) per cent", str(error))
    total = Decimal(found[1]) if found else WHOLE + link.share
    free = max(Decimal(0), WHOLE - (total - link.share))
    message = _("With {share} % all shares would come to {total} %: at most {free} % are free in that time.").format(
        share=_number(link.share), total=_number(total), free=_number(free)
    )  # fmt: skip
    numbers = {"share": str(link.share), "total": str(total), "free": str(free)}
    return Problem("shares", message, "share", numbers)


def _number(value: Decimal) -> str:
    return number_format(value.normalize() if value != value.to_integral() else int(value))
