from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import Beyond, ChargeableKind, Span
from fucina.centre.charging.forms.organisation import OrganisationField
from fucina.centre.charging.models import PayerAccount
from fucina.centre.governance.models import Agreement
from fucina.centre.people.models.period import today
from fucina.ui.fields import LocalDateField, MoneyField


def kinds_field() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=_("Pays only for"), choices=ChargeableKind.choices, required=False,
        widget=forms.CheckboxSelectMultiple, help_text=_("Where none is chosen, for all."),
    )  # fmt: skip


class AccountForm(forms.Form):
    organisation = OrganisationField()
    code = forms.CharField(label=pgettext_lazy("charging", "Code"), max_length=40)
    name = forms.CharField(
        label=_("Name"), max_length=200, help_text=_("Order, cost centre or grant.")
    )
    valid_from = LocalDateField(label=_("Open from"), initial=today)
    valid_until = LocalDateField(label=_("Open until"), required=False)
    active = forms.BooleanField(label=_("Open: it may be charged"), required=False, initial=True)
    kinds = kinds_field()
    cap = MoneyField(
        label=_("Cap"), min_value=0, required=False,
        help_text=_("Bookings to come count too. Where empty, there is none."),
    )  # fmt: skip
    cap_per = forms.ChoiceField(label=_("Cap counted over"), choices=Span.choices, initial=Span.YEAR)  # fmt: skip
    beyond_prepayment = forms.ChoiceField(label=_("Beyond a prepayment"), choices=Beyond.choices)
    agreement = forms.ModelChoiceField(
        Agreement.objects.all(), label=_("Under the agreement"), required=False,
        empty_label=pgettext_lazy("charging", "None"),
    )  # fmt: skip

    def __init__(self, data: Any, account: PayerAccount | None = None) -> None:
        initial = {name: getattr(account, name) for name in self.base_fields} if account else {}
        if account:
            initial["organisation"] = account.organisation_id
        super().__init__(data, initial=initial, label_suffix="")


class PrepaymentForm(forms.Form):
    amount = MoneyField(label=_("Paid in"), min_value=Decimal("0.01"))
    valid_from = LocalDateField(label=_("Usable from"), initial=today)
    valid_until = LocalDateField(label=_("Usable until"), required=False)
    kinds = kinds_field()
    low_balance = MoneyField(
        label=_("Warn by e-mail when the balance is below"), min_value=0, required=False
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
