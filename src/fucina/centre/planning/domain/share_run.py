"""Links that show one run to whoever has them: made once and shown once, good until a day, revoked at any time."""

import datetime as dt
import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from fucina.centre.planning.models import Run, SharedLink
from fucina.centre.planning.models.shared_link import digest_of
from fucina.centre.refusal import Problem, refuse_any

LONGEST = 366
MOST = 50
"""Links of a run that are good at once."""
LONGEST_QUESTION = 4000


@transaction.atomic
def share_run(
    run: Run, name: str, expires: dt.date, *, by: Any, question: str = ""
) -> tuple[SharedLink, str]:
    """A link good until the end of a day, and its secret, which is nowhere kept.

    Refuses a link without a name, one that expires before tomorrow or after a year, and too many.
    """
    if not by.has_perm("planning.share_run"):
        raise PermissionDenied
    refuse_any(_problems(run, name, expires, question))
    secret = secrets.token_urlsafe(32)
    link = SharedLink.objects.create(
        run=run,
        name=name.strip(),
        digest=digest_of(secret),
        question=question,
        made_by=by,
        expires=_end_of(expires),
    )
    return link, secret


def _end_of(day: dt.date) -> dt.datetime:
    """Midnight after the day, where the centre is."""
    after = dt.datetime.combine(day + dt.timedelta(days=1), dt.time())
    return timezone.make_aware(after)


def _problems(run: Run, name: str, expires: dt.date, question: str) -> list[Problem]:
    found, today = [], timezone.localdate()
    if not name.strip():
        found.append(Problem("required", _("Say whom the link is for."), "name"))
    if not today <= expires <= today + dt.timedelta(days=LONGEST):
        message = _("A link is good for a year at most: choose a day from today on.")
        found.append(Problem("expires", message, "expires", {"most": LONGEST}))
    if len(question) > LONGEST_QUESTION:
        found.append(Problem("question", _("The question is too long for a link.")))
    good = SharedLink.objects.filter(run=run, revoked=None, expires__gt=timezone.now()).count()
    if good >= MOST:
        message = _("This run has {most} links: revoke one first.").format(most=MOST)
        found.append(Problem("too_many", message, "", {"most": MOST}))
    return found
