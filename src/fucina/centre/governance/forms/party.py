from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.enums import PartyRole
from fucina.centre.governance.forms.organisation import OrganisationField
from fucina.ui.fields import LocalDateField


class PartyForm(forms.Form):
    organisation = OrganisationField()
    role = forms.ChoiceField(label=_("Role"), choices=PartyRole.choices)
    valid_from = LocalDateField(
        label=_("Joined on"),
        required=False,
        help_text=_("Where empty, when the agreement came into force."),
    )
    task = forms.CharField(label=_("Task"), max_length=300, required=False)
    task_en = forms.CharField(label=_("Task in English"), max_length=300, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class LastDayForm(forms.Form):
    """Of a party, or of a quota."""

    last_day = LocalDateField(label=_("Last day"))

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
