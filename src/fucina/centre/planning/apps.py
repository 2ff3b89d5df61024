from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlanningConfig(AppConfig):
    name = "fucina.centre.planning"
    label = "planning"
    verbose_name = _("Planning")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from fucina.centre.people.presentation.land import register_land
        from fucina.centre.planning.presentation.land import boundaries_address

        register_land(boundaries_address)
