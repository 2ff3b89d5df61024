"""What every page shows around its content: navigation, account, search, the links of the footer."""

from typing import Any
from urllib.parse import quote

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from fucina.centre.portal.presentation.navigation import account_of, main_navigation


def navigation(request: HttpRequest) -> dict[str, Any]:
    match = request.resolver_match
    here = f"{match.namespace}:{match.url_name}" if match else ""
    user = (
        getattr(request, "user", None) or AnonymousUser()
    )  # an error before authentication has none
    return {
        "home_url": reverse("portal:home"),
        "navigation": main_navigation(user, here),
        "account": account_of(user, quote(request.get_full_path())),
        "search": {"url": reverse("portal:search"), "label": _("Search everything")},
        "footer_links": [
            {"label": label, "url": reverse(name), "current": False}
            for label, name in (
                (_("About Fucina and its data"), "portal:about"),
                (_("Register of figures"), "planning:register"),
                (_("Sources"), "planning:sources"),
                (_("Reports and data to download"), "planning:downloads"),
            )
        ],
    }
