from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.governance.domain.queries import visible_agreements
from fucina.centre.governance.enums import AgreementKind
from fucina.centre.governance.models import Agreement
from fucina.ui.fields import LocalDateField


class AgreementForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=250)
    title_en = forms.CharField(label=_("Title in English"), max_length=250, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=AgreementKind.choices)
    signed_on = LocalDateField(label=_("Signed on"))
    valid_from = LocalDateField(
        label=_("In force from"), required=False, help_text=_("Where empty, from its signing.")
    )
    valid_until = LocalDateField(
        label=_("In force until"), required=False, help_text=_("Where empty, until further notice.")
    )
    object = forms.CharField(
        label=_("Object"), widget=forms.Textarea({"rows": 4}), help_text=_("What the parties agree on.")
    )  # fmt: skip
    object_en = forms.CharField(
        label=_("Object in English"), widget=forms.Textarea({"rows": 4}), required=False
    )
    public = forms.BooleanField(
        label=_("Public: anyone may read its parties, object, obligations and public documents"),
        required=False,
    )
    source = forms.CharField(label=_("Source or reference number"), max_length=250, required=False)
    source_address = forms.URLField(
        label=_("Address of the source"), max_length=500, required=False, assume_scheme="https"
    )
    predecessor = forms.ModelChoiceField(
        Agreement.objects.none(),
        label=_("Follows the agreement"),
        required=False,
        empty_label=pgettext_lazy("governance", "None"),
    )

    def __init__(self, data: Any, user: Any, agreement: Agreement | None = None) -> None:
        names = list(self.base_fields)
        initial = {name: getattr(agreement, name) for name in names} if agreement else {}
        super().__init__(data, initial=initial, label_suffix="")
        others = visible_agreements(user).exclude(pk=agreement.pk if agreement else 0)
        self.fields["predecessor"].queryset = others  # type: ignore[attr-defined]
