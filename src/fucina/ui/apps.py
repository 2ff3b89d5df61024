from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "fucina.ui"
    label = "ui"
