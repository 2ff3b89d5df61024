from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.governance.enums import ContributionForm as Form
from fucina.centre.governance.enums import ContributionPurpose, Valuation
from fucina.centre.governance.forms.choices import DocumentField, PartyField
from fucina.centre.governance.models import Agreement, PromisedContribution
from fucina.ui.fields import LocalDateField, MoneyField

CENT = Decimal("0.01")


class PromiseForm(forms.Form):
    party = PartyField()
    form = forms.ChoiceField(
        label=pgettext_lazy("governance", "Form"), choices=Form.choices, widget=forms.RadioSelect
    )
    purpose = forms.ChoiceField(label=_("Purpose"), choices=ContributionPurpose.choices)
    what = forms.CharField(
        label=_("What is promised"),
        max_length=250,
        help_text=_("One instalment: record each with its own amount and day."),
    )
    amount = MoneyField(label=_("Value"), min_value=CENT)
    valuation = forms.ChoiceField(
        label=_("How the value in kind was found"),
        choices=[("", "–"), *Valuation.choices],
        required=False,
        help_text=_("Only for a contribution in kind."),
    )
    instalment = forms.IntegerField(
        label=_("Number of the instalment"), min_value=1, max_value=999, required=False
    )
    due = LocalDateField(label=_("Due on"), required=False)
    conditions = forms.CharField(label=_("Conditions"), max_length=300, required=False)
    source = forms.CharField(label=_("Source or article"), max_length=250, required=False)

    def __init__(self, data: Any, agreement: Agreement) -> None:
        super().__init__(data, label_suffix="")
        self.fields["party"].of(agreement)  # type: ignore[attr-defined]


class GivenForm(forms.Form):
    given_on = LocalDateField(label=_("Given on"))
    amount = MoneyField(label=_("Value"), min_value=CENT)
    evidence = DocumentField(
        label=_("Document that shows it"), help_text=_("Attach it to the agreement first.")
    )
    note = forms.CharField(label=_("Note"), max_length=250, required=False)

    def __init__(self, data: Any, promise: PromisedContribution) -> None:
        super().__init__(data, label_suffix="")
        self.fields["evidence"].of(promise.party.agreement)  # type: ignore[attr-defined]


class MistakeForm(forms.Form):
    why = forms.CharField(label=_("What the mistake was"), max_length=250)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")


class ReleaseForm(forms.Form):
    released_on = LocalDateField(label=_("Released on"))
    why = forms.CharField(label=_("Reason"), max_length=250)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
