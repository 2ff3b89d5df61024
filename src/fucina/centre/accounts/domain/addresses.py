from typing import Any

from allauth.account.models import EmailAddress


def verified_addresses(user: Any) -> list[str]:
    """The addresses that a user has shown to be theirs, the one they sign in with first."""
    if not user.is_authenticated:
        return []
    found = EmailAddress.objects.filter(user=user, verified=True)
    return [str(one.email).lower() for one in found.order_by("-primary", "pk")]
