from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.governance.enums import ObligationKind, ObligationState
from fucina.centre.governance.forms.choices import DocumentField, PartyField
from fucina.centre.governance.models import Agreement, Obligation
from fucina.ui.fields import LocalDateField

OUTCOMES = (ObligationState.DONE, ObligationState.LAPSED)


class ObligationForm(forms.Form):
    party = PartyField(required=False, empty_label=_("All parties"))
    kind = forms.ChoiceField(label=_("Kind"), choices=ObligationKind.choices)
    text = forms.CharField(label=_("Obligation"), widget=forms.Textarea({"rows": 3}))
    text_en = forms.CharField(
        label=_("Obligation in English"), widget=forms.Textarea({"rows": 3}), required=False
    )
    due = LocalDateField(label=_("Due on"), required=False)
    continuous = forms.BooleanField(
        label=_("Owed for as long as the agreement holds"), required=False
    )
    source = forms.CharField(label=_("Source or article"), max_length=250, required=False)
    source_address = forms.URLField(
        label=_("Address of the source"), max_length=500, required=False, assume_scheme="https"
    )

    def __init__(self, data: Any, agreement: Agreement) -> None:
        super().__init__(data, label_suffix="")
        self.fields["party"].of(agreement)  # type: ignore[attr-defined]


class SettlementForm(forms.Form):
    state = forms.ChoiceField(
        label=_("Outcome"),
        choices=[(state.value, state.label) for state in OUTCOMES],
        widget=forms.RadioSelect,
    )
    settled_on = LocalDateField(label=_("On"))
    evidence = DocumentField(
        label=_("Document that shows it"),
        help_text=_("Attach it to the agreement first. Not needed where the obligation lapsed."),
    )

    def __init__(self, data: Any, obligation: Obligation) -> None:
        super().__init__(data, label_suffix="")
        self.fields["evidence"].of(obligation.agreement)  # type: ignore[attr-defined]
