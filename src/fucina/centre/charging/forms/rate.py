from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import (
    Basis,
    ChargeableKind,
    Mode,
    Once,
    Rounding,
    Span,
    UserClass,
)
from fucina.centre.charging.models import Chargeable, Rate
from fucina.ui.fields import MoneyField

NOTHING = Decimal(0)
IN_HOURS = [(value, label) for value, label in Basis.choices if value != Basis.EACH]
DAYS = [
    ("0", _("Monday")), ("1", _("Tuesday")), ("2", _("Wednesday")), ("3", _("Thursday")),
    ("4", _("Friday")), ("5", _("Saturday")), ("6", _("Sunday")),
]  # fmt: skip


def optional_money(label: Any, **more: Any) -> MoneyField:
    return MoneyField(label=label, min_value=0, required=False, **more)


class RateForm(forms.Form):
    chargeable = forms.ModelChoiceField(
        Chargeable.objects.filter(active=True),
        label=pgettext_lazy("charging", "Item"),
        empty_label=_("Choose…"),
    )
    user_class = forms.ChoiceField(label=_("Class of users"), choices=UserClass.choices)
    assisted = forms.BooleanField(label=_("With the assistance of the centre’s staff"), required=False)  # fmt: skip
    basis = forms.ChoiceField(label=pgettext_lazy("price", "Basis"), choices=Basis.choices)
    amount = MoneyField(label=pgettext_lazy("charging", "Price"), min_value=0)
    minimum = optional_money(_("Minimum of a session"))
    fee = optional_money(_("Service fee of a session"))
    subsidy = optional_money(_("Paid by a grant, per hour"))
    cap = optional_money(_("Cap of a project"), help_text=_("Where empty, there is none."))
    counted_per = forms.ChoiceField(label=_("Tiers and cap counted over"), choices=Span.choices)
    mode = forms.ChoiceField(label=_("Time billed"), choices=Mode.choices)
    rounding = forms.ChoiceField(label=_("Length counted"), choices=Rounding.choices)
    once = forms.ChoiceField(
        label=_("A day is paid"), choices=Once.choices, help_text=_("Only for prices per day.")
    )
    free_minutes = forms.IntegerField(
        label=_("Cancelling is free until (minutes before)"), min_value=0, required=False
    )
    cancellation_fee = optional_money(_("Fee for late cancellation"))
    cancellation_full = forms.BooleanField(
        label=_("Late cancellation costs the full price"), required=False
    )

    def __init__(self, data: Any, rate: Rate | None = None) -> None:
        initial = {name: getattr(rate, name) for name in self.base_fields} if rate else {}
        super().__init__(data, initial=initial, label_suffix="")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        empty = ("minimum", "fee", "subsidy", "cancellation_fee", "free_minutes")
        return told | {name: told.get(name) or NOTHING for name in empty}


class WindowForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=60)
    name_en = forms.CharField(label=_("Name in English"), max_length=60, required=False)
    days = forms.MultipleChoiceField(
        label=_("Days"), choices=DAYS, widget=forms.CheckboxSelectMultiple
    )
    since = forms.TimeField(label=pgettext_lazy("hours", "From"), widget=forms.TimeInput({"type": "time"}))  # fmt: skip
    until = forms.TimeField(
        label=pgettext_lazy("hours", "To"), widget=forms.TimeInput({"type": "time"}),
        help_text=_("Before the beginning: on the day after. Equal to it: all day."),
    )  # fmt: skip
    percent = forms.DecimalField(
        label=_("Reduction (%)"), min_value=0, max_value=100, max_digits=5, decimal_places=2,
        required=False, localize=True, help_text=_("Either a reduction, or a price of its own."),
    )  # fmt: skip
    amount = optional_money(pgettext_lazy("charging", "Price"))
    basis = forms.ChoiceField(
        label=pgettext_lazy("price", "Basis"), choices=[("", "–"), *IN_HOURS], required=False
    )
    fee = optional_money(_("Service fee of a session"))
    minimum = optional_money(_("Minimum of a session"))

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        sums = {name: told.get(name) or NOTHING for name in ("fee", "minimum")}
        return told | sums | {"days": [int(day) for day in told.get("days", ())]}


class TierForm(forms.Form):
    after = forms.DecimalField(
        label=_("From hours"), min_value=0, max_digits=8, decimal_places=2, localize=True
    )
    amount = MoneyField(label=_("Price per hour"), min_value=0)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class ChargeableForm(forms.Form):
    key = forms.SlugField(
        label=_("Key"),
        max_length=80,
        help_text=_("Letters, digits and hyphens; it stays for good."),
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("charging", "Kind"), choices=ChargeableKind.choices
    )
    name = forms.CharField(label=_("Name"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
