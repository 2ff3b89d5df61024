from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class LabsConfig(AppConfig):
    name = "fucina.centre.labs"
    label = "labs"
    verbose_name = pgettext_lazy("labs", "Laboratories")

    def ready(self) -> None:
        from fucina.centre.labs.domain.holdings import register_holdings
        from fucina.centre.labs.presentation.panel import ORDER, organisation_panel
        from fucina.centre.people.presentation.panels import register_panel

        register_holdings()
        register_panel(ORDER, organisation_panel)
