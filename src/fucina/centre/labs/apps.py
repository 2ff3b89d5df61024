from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class LabsConfig(AppConfig):
    name = "fucina.centre.labs"
    label = "labs"
    verbose_name = pgettext_lazy("labs", "Laboratories")
