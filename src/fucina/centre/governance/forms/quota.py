from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.forms.organisation import OrganisationField
from fucina.ui.fields import LocalDateField


def percentage(label: Any, **kwargs: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_value=100, max_digits=7, decimal_places=4, localize=True, **kwargs
    )  # fmt: skip


class QuotaForm(forms.Form):
    body = OrganisationField(
        label=_("Body"), help_text=_("The company, consortium or foundation it is a quota of.")
    )
    member = OrganisationField(label=_("Member"))
    share = percentage(_("Quota (%)"), required=False)
    votes = percentage(
        _("Votes (%)"), required=False, help_text=_("Only where they do not follow the quota.")
    )
    seats = forms.IntegerField(
        label=_("Seats on the board"), min_value=0, max_value=999, required=False
    )
    valid_from = LocalDateField(label=_("From"))
    valid_until = LocalDateField(
        label=_("Until"), required=False, help_text=_("Where empty, until further notice.")
    )
    source = forms.CharField(label=_("Source or article"), max_length=250, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
