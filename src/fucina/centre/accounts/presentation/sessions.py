import re
from collections.abc import Iterable
from typing import Any

from allauth.usersessions.models import UserSession
from django.utils.translation import gettext as _

from fucina.centre.accounts.presentation.words import moment

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))  # fmt: skip
SYSTEMS = (("Android", "Android"), ("iPhone|iPad", "iOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"))  # fmt: skip


def described(sessions: Iterable[UserSession]) -> list[dict[str, Any]]:
    return [
        {
            "number": session.pk,
            "title": device(session.user_agent),
            "facts": [
                {"term": _("Last seen"), "text": moment(session.last_seen_at)},
                {"term": _("Signed in"), "text": moment(session.created_at)},
                {"term": _("Address of the connection"), "text": session.ip},
            ],
            "current": session.is_current(),
        }
        for session in sessions
    ]


def device(agent: str) -> str:
    """What a person would call it; browsers say more than that, and not all of it true.

    >>> device("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36")
    'Chrome, Linux'
    """
    said = [
        next((name for pattern, name in known if re.search(pattern, agent)), "")
        for known in (BROWSERS, SYSTEMS)
    ]
    return ", ".join(filter(None, said)) or str(_("Unknown device"))
