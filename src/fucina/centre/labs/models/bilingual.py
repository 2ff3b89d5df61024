"""A thing with a name and a description in Italian, and in English where somebody wrote them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.governance.models.bilingual import in_language


class Bilingual(models.Model):
    name = models.CharField(_("name"), max_length=160)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    about = models.TextField(_("description"), blank=True, max_length=5000)
    about_en = models.TextField(
        pgettext_lazy("labs", "description in English"), blank=True, max_length=5000
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return in_language(self.name, self.name_en)

    @property
    def said_about(self) -> str:
        return in_language(self.about, self.about_en)
