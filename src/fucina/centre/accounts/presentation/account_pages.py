"""The pages about oneself, as a menu beside each of them; apps above add theirs when they start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class AccountPage:
    """``shown`` is asked of the user where not everyone has the page."""

    name: str
    label: str | Promise
    icon: str
    shown: Callable[[Any], bool] = lambda user: True


account_pages: list[AccountPage] = [
    AccountPage("accounts:profile", _("Profile"), "person"),
    AccountPage("accounts:security", _("Security"), "check"),
    AccountPage("account_email", _("E-mail addresses"), "link"),
    AccountPage("usersessions_list", _("Devices"), "clock"),
    AccountPage("api:tokens", _("Personal tokens"), "copy"),
    AccountPage("accounts:personal_data", _("Your data"), "download"),
]


def account_menu(request: HttpRequest) -> list[dict[str, Any]]:
    match = request.resolver_match
    here = f"{match.namespace}:{match.url_name}".lstrip(":") if match else ""
    return [
        {"label": page.label, "url": reverse(page.name), "icon": page.icon, "current": page.name == here}
        for page in account_pages
        if page.shown(request.user)
    ]  # fmt: skip
