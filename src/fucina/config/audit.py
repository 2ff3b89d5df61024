"""Who changed what, when, from where: what the database's triggers write beside every change of a row."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from pghistory.middleware import HistoryMiddleware


class AuditMiddleware(HistoryMiddleware):
    """Gives the triggers the user, the address of the page and of the machine; stands below authentication."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_context(request), "ip": address_of(request)}


def address_of(request: HttpRequest) -> str:
    """The machine that asked: behind a proxy, the last address that the proxy itself wrote down."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", ""))
