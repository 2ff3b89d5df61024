from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.domain.queries import chargeable_projects
from fucina.centre.charging.enums import AdjustmentKind
from fucina.centre.charging.models import Charge, ChargeItem, Project
from fucina.ui.fields import LocalDateTimeField


class ItemField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return str(obj.chargeable)


class AdjustmentForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What to correct"), choices=AdjustmentKind.choices, widget=forms.RadioSelect
    )
    item = ItemField(
        ChargeItem.objects.none(), label=pgettext_lazy("charging", "Item"), required=False,
        empty_label="–", help_text=_("For another time or quantity."),
    )  # fmt: skip
    starts = LocalDateTimeField(label=pgettext_lazy("hours", "From"), required=False)
    ends = LocalDateTimeField(label=pgettext_lazy("hours", "To"), required=False)
    project = forms.ModelChoiceField(
        Project.objects.none(), label=pgettext_lazy("charging", "Project"), required=False, empty_label="–"
    )  # fmt: skip
    quantity = forms.DecimalField(
        label=_("Quantity"), min_value=0, max_digits=12, decimal_places=3, required=False, localize=True
    )  # fmt: skip
    why = forms.CharField(label=_("Reason"), widget=forms.Textarea({"rows": 3}))

    def __init__(self, data: Any, user: Any, charge: Charge) -> None:
        items = charge.items.select_related("chargeable")
        only = items[0] if len(items) == 1 else None
        initial = {"item": only.pk, "starts": only.starts, "ends": only.ends} if only else {}
        super().__init__(data, initial=initial, label_suffix="")
        self.fields["item"].queryset = items  # type: ignore[attr-defined]
        others = chargeable_projects(user).exclude(pk=charge.project_id)
        self.fields["project"].queryset = others  # type: ignore[attr-defined]


class VoidForm(forms.Form):
    why = forms.CharField(label=_("Reason"), max_length=250)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class AcceptForm(forms.Form):
    answer = forms.CharField(label=_("Answer"), widget=forms.Textarea({"rows": 3}), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class DeclineForm(forms.Form):
    answer = forms.CharField(label=_("Answer"), widget=forms.Textarea({"rows": 3}))

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
