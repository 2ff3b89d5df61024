from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.i18n import set_language

from fucina.config.api import api
from fucina.config.preferences import choose_theme

# An address without a language, such as /, leads to the visitor's own (LocaleMiddleware).
urlpatterns = [
    path("api/v1/", api.urls),
    path("theme/", choose_theme, name="theme"),
    path("language/", set_language, name="set_language"),
    *i18n_patterns(
        path("account/", include("fucina.centre.accounts.urls")),
        path("account/tokens/", include("fucina.centre.api.urls")),
        path("people/", include("fucina.centre.people.urls")),
        path("governance/", include("fucina.centre.governance.urls")),
        path("charges/", include("fucina.centre.charging.urls")),
        path("labs/", include("fucina.centre.labs.urls")),
        path("study/", include("fucina.centre.planning.urls")),
        path("ui/", include("fucina.ui.urls")),
        path("", include("fucina.centre.portal.urls")),
    ),
]
