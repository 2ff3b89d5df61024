import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.accounts.domain.directors import hold_directors, others_direct
from fucina.centre.accounts.domain.notices import send_letter
from fucina.centre.people.enums import Role
from fucina.centre.people.models import Membership
from fucina.centre.people.standing import forget_standing
from fucina.centre.refusal import Problem, refuse_any

ONE_DAY = dt.timedelta(days=1)


@transaction.atomic
def end_role(membership: Membership, *, by: Any, on: dt.date | None = None) -> Membership:
    """Let a role end with that day, yesterday unless told, so that it opens nothing from now on; and tell the person.

    One that began today, or has not begun, is taken back whole unless a day is told: only the audit trail has it then.
    Refuses to end what has ended, to end before the beginning, and to leave the centre without a director.
    """
    if not by.has_perm("accounts.end_role"):
        raise PermissionDenied
    hold_directors()
    found = Membership.objects.select_for_update(of=("self",))
    membership = found.select_related("person", "organisation").get(pk=membership.pk)
    last = on or timezone.localdate() - ONE_DAY
    taken_back = on is None and last < membership.valid_from
    refuse_any(_problems(membership, last, taken_back=taken_back))
    _tell(membership, last)
    if taken_back:
        membership.delete()
    else:
        membership.valid_until = last
        membership.save(update_fields=["valid_until"])
    forget_standing(by)
    return membership


def _tell(membership: Membership, last: dt.date) -> None:
    person = membership.person
    if person.email:
        key = f"role-ended:{membership.pk}:{last.isoformat()}"
        context = {"membership": membership, "last": last}
        send_letter(key, person.email, "role_ended", person.language, context)


def _problems(membership: Membership, last: dt.date, *, taken_back: bool) -> list[Problem]:
    found = []
    today = timezone.localdate()
    if membership.valid_until is not None and membership.valid_until < today:
        message = _("This role ended on {day} already.")
        numbers = {"day": membership.valid_until.isoformat()}
        found.append(Problem("ended", message.format(**numbers), "on", numbers))
    if last < membership.valid_from and not taken_back:
        message = _("The role began on {day}: it cannot end before that.")
        numbers = {"day": membership.valid_from.isoformat()}
        found.append(Problem("period", message.format(**numbers), "on", numbers))
    if membership.role == Role.DIRECTOR and not others_direct(
        max(last + ONE_DAY, today), without=membership.person_id
    ):
        message = _("The centre would be left without a director: appoint another first.")
        found.append(Problem("last_director", message))
    return found
