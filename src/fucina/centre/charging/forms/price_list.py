from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.models import PriceList
from fucina.ui.fields import LocalDateField


class PriceListForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    valid_from = LocalDateField(label=_("Holds from"))
    valid_until = LocalDateField(
        label=_("Holds until"), required=False, help_text=_("Where empty, until another follows.")
    )
    note = forms.CharField(label=_("Note"), widget=forms.Textarea({"rows": 3}), required=False)
    note_en = forms.CharField(
        label=_("Note in English"), widget=forms.Textarea({"rows": 3}), required=False
    )

    def __init__(self, data: Any, price_list: PriceList | None = None) -> None:
        initial = {name: getattr(price_list, name) for name in self.base_fields} if price_list else {}  # fmt: skip
        super().__init__(data, initial=initial, label_suffix="")


class CopyForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    valid_from = LocalDateField(label=_("Holds from"))
    percent = forms.DecimalField(
        label=pgettext_lazy("price list", "Raise every price by (%)"), max_digits=6, decimal_places=2, initial=0,
        localize=True, help_text=_("A negative number lowers them."),
    )  # fmt: skip

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class ConfirmForm(forms.Form):
    """Nothing to fill in: only to be sure."""

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
