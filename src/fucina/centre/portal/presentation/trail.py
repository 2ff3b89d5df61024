"""Where a page stands below the home page."""

from django.urls import reverse
from django.utils.translation import gettext as _


def trail(service: str) -> list[dict[str, str]]:
    """From the home page to a service line."""
    return [
        {"label": _("Home"), "url": reverse("portal:home")},
        {"label": _("Services"), "url": reverse("portal:services")},
        {"label": service},
    ]
