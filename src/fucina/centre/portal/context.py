"""What every page shows around its content: the main navigation and the links of the footer."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

type Link = dict[str, object]


def navigation(request: HttpRequest) -> dict[str, object]:
    match = request.resolver_match
    here = f"{match.namespace}:{match.url_name}" if match else ""
    return {
        "home_url": reverse("portal:home"),
        "navigation": [
            _link(_("Services"), "portal:services", here in ("portal:services", "portal:service")),
            _link(
                _("The study"),
                "planning:overview",
                here.startswith("planning:") and here != "planning:seats",
            ),
            _link(_("Seats on the map"), "planning:seats", here == "planning:seats"),
            _link(_("About"), "portal:about", here == "portal:about"),
        ],
        "footer_links": [
            _link(_("About Fucina and its data"), "portal:about", False),
            _link(_("Register of figures"), "planning:register", False),
            _link(_("Sources"), "planning:sources", False),
            _link(_("Reports and data to download"), "planning:downloads", False),
        ],
    }


def _link(label: str, name: str, current: bool) -> Link:
    return {"label": label, "url": reverse(name), "current": current}
