from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class LabsConfig(AppConfig):
    name = "fucina.centre.labs"
    label = "labs"
    verbose_name = pgettext_lazy("labs", "Laboratories")

    def ready(self) -> None:
        from fucina.centre.labs.domain.holdings import register_holdings

        register_holdings()
