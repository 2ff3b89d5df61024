"""Revokes a shared link."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from fucina.centre.planning.models import SharedLink


def revoke_link(link: SharedLink, *, by: Any) -> None:
    """From now on it shows nothing; again, nothing changes. Whoever made it may, and the director."""
    own = link.made_by_id == by.pk and by.has_perm("planning.share_run")
    if not own and not by.has_perm("planning.revoke_any_link"):
        raise PermissionDenied
    for found in SharedLink.objects.filter(pk=link.pk, revoked=None):
        found.revoked = timezone.now()
        found.save(update_fields=["revoked"])
