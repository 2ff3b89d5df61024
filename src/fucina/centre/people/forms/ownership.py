from decimal import Decimal
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.forms.sources import OwnerSource
from fucina.centre.people.models import Organisation, OwnershipLink
from fucina.centre.people.models.period import today
from fucina.ui.fields import LocalDateField, PickField

SHARE: dict[str, Any] = {
    "min_value": Decimal(0),
    "max_value": Decimal(100),
    "max_digits": 5,
    "decimal_places": 2,
    "localize": True,
}


class OwnershipForm(forms.Form):
    share = forms.DecimalField(label=_("Share of capital (%)"), **SHARE)
    votes = forms.DecimalField(
        label=_("Share of votes (%)"),
        required=False,
        help_text=_("Where it differs from that of capital."),
        **SHARE,
    )
    control = forms.BooleanField(
        label=_("Controls otherwise"),
        required=False,
        help_text=OwnershipLink._meta.get_field("control").help_text,
    )
    source = forms.CharField(label=_("Source"), max_length=200, required=False)
    valid_from = LocalDateField(label=_("From"))
    valid_until = LocalDateField(label=_("Until"), required=False)

    def __init__(self, data: Any = None, *, user: Any, owned: Organisation) -> None:
        super().__init__(data, initial={"valid_from": today()}, label_suffix="")
        self.fields["owner"] = PickField(
            source=OwnerSource(user, but=owned.pk),
            url=reverse_lazy("people:owner_suggestions"),
            label=_("Owner"),
            help_text=_("An organisation or a person: part of the name."),
        )
        self.order_fields(["owner"])


class EndForm(forms.Form):
    """The last day of something."""

    day = LocalDateField(label=_("Last day"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"day": today()}, label_suffix="")


class DayForm(forms.Form):
    """On which day to look; today where it is not said or wrong."""

    day = LocalDateField(label=_("On the day"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="at-%s", label_suffix="")
