from typing import Any

from django import forms
from django.forms.models import fields_for_model, model_to_dict
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models import Site

FIELDS = (
    "name", "address", "postcode", "municipality", "province", "country", "latitude", "longitude", "main",
)  # fmt: skip


class SiteForm(forms.Form):
    def __init__(self, data: Any = None, *, site: Site | None = None) -> None:
        super().__init__(data, initial=model_to_dict(site, FIELDS) if site else {}, label_suffix="")
        self.fields.update(fields_for_model(Site, FIELDS))
        self.fields["province"].help_text = _("Two letters, such as TO.")
        for name, help_text in (("latitude", _("Such as 45.07049.")), ("longitude", _("Such as 7.68682."))):  # fmt: skip
            self.fields[name].localize = False
            self.fields[name].widget = forms.TextInput({"inputmode": "decimal"})
            self.fields[name].help_text = help_text
