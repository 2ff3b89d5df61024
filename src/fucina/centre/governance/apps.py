from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class GovernanceConfig(AppConfig):
    name = "fucina.centre.governance"
    label = "governance"
    verbose_name = pgettext_lazy("governance", "Governance")

    def ready(self) -> None:
        from fucina.centre.governance.presentation.panel import ORDER, organisation_panel
        from fucina.centre.people.presentation.panels import register_panel

        register_panel(ORDER, organisation_panel)
