from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.labs.domain.queries import visible_laboratories
from fucina.centre.labs.forms.choices import ThingField
from fucina.centre.labs.models import Laboratory


class FeedForm(forms.Form):
    laboratory = forms.ModelChoiceField(
        Laboratory.objects.none(), label=_("A whole laboratory"), required=False,
        empty_label=_("none: only my bookings"),
    )  # fmt: skip
    resource = ThingField(label=_("Or one machine, room or expert"))

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["laboratory"].queryset = visible_laboratories(user)  # type: ignore[attr-defined]
        self.fields["resource"].of(user)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("resource"):
            told["laboratory"] = None
        return told
