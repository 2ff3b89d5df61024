from typing import Any

from django import forms
from django.forms.models import fields_for_model, model_to_dict
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.forms.sources import ActivitySource
from fucina.centre.people.models import Organisation
from fucina.ui.fields import PickField

FIELDS = (
    "name", "name_en", "kind", "country", "vat_number", "fiscal_code", "ateco", "startup", "website", "email",
    "certified_email", "phone", "about", "listed",
)  # fmt: skip


class OrganisationForm(forms.Form):
    """The organisation's own data; whether they hold together the domain says."""

    def __init__(self, data: Any = None, *, organisation: Organisation | None = None) -> None:
        initial = model_to_dict(organisation, FIELDS) if organisation else {}
        super().__init__(data, initial=initial, label_suffix="")
        self.fields.update(fields_for_model(Organisation, FIELDS))
        self.fields["about"].widget.attrs["rows"] = 4
        self.fields["country"].help_text = _("Two letters, such as IT or FR.")
        self.fields["vat_number"].help_text = _("Eleven figures in Italy. Spaces and IT in front are left out.")  # fmt: skip
        self.fields["fiscal_code"].help_text = _("Often the same as the VAT number; of a sole trader, the person’s.")  # fmt: skip
        self.fields["ateco"] = ActivityField()
        self.order_fields(FIELDS)


class ActivityField(PickField):
    """A code of the classification in force, by its number or by Italian words."""

    def __init__(self) -> None:
        super().__init__(
            source=ActivitySource(),
            url=reverse_lazy("people:ateco_suggestions"),
            label=_("ATECO code"),
            required=False,
            help_text=_("A code such as 25.53, or Italian words such as “lavorazione dei metalli”. Codes of before 2025 are led to today’s."),
        )  # fmt: skip
