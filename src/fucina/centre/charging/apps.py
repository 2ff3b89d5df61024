from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class ChargingConfig(AppConfig):
    name = "fucina.centre.charging"
    label = "charging"
    verbose_name = pgettext_lazy("charging", "Charges")
