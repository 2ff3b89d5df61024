from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.domain.queries import published_rates
from fucina.centre.charging.enums import UserClass
from fucina.centre.charging.models import Chargeable
from fucina.ui.fields import LocalDateTimeField


class CalculatorForm(forms.Form):
    chargeable = forms.ModelChoiceField(
        Chargeable.objects.none(), label=pgettext_lazy("charging", "Item"), empty_label=_("Choose…")
    )
    user_class = forms.ChoiceField(label=_("I am a"), choices=UserClass.choices)
    start = LocalDateTimeField(label=pgettext_lazy("hours", "From"), required=False)
    end = LocalDateTimeField(label=pgettext_lazy("hours", "To"), required=False)
    quantity = forms.DecimalField(
        label=_("Number of pieces"), min_value=0, max_digits=9, decimal_places=3, required=False,
        localize=True, help_text=_("Only for what is sold by the piece."),
    )  # fmt: skip
    assisted = forms.BooleanField(label=_("With the assistance of the centre’s staff"), required=False)  # fmt: skip

    def __init__(self, data: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial, label_suffix="")
        priced = published_rates().order_by().values("chargeable")
        items = Chargeable.objects.filter(pk__in=priced)
        self.fields["chargeable"].queryset = items  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        start, end = told.get("start"), told.get("end")
        if start and end and end <= start:
            self.add_error("end", _("The end comes before the beginning."))
        elif bool(start) != bool(end) and not self.errors:
            self.add_error("start", _("Give the time from and to."))
        return told
