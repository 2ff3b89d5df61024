"""A form with a field of every kind, as it opens and as it comes back when something is wrong."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.ui.fields import (
    FileField,
    LocalDateField,
    LocalDateTimeField,
    MoneyField,
    PickField,
)
from fucina.ui.samples.listing import FirmSource


class ContributionForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=80, help_text=_("As the minutes name it."))
    firm = PickField(
        label=_("Firm"),
        source=FirmSource(),
        url=reverse_lazy("ui:search"),
        help_text=_("Type part of its name."),
    )
    kind = forms.ChoiceField(
        label=_("What is given"),
        choices=[
            ("", _("Choose")),
            ("cash", _("Cash")),
            ("kind", _("In kind")),
            ("hours", _("Hours of staff")),
        ],
    )
    amount = MoneyField(label=_("Value"), max_value=Decimal(500_000), help_text=_("In euro."))
    signed = LocalDateField(label=_("Signed on"), max_value=date(2030, 12, 31))
    handed = LocalDateTimeField(label=_("Handed over"), required=False)
    document = FileField(
        label=_("Document"), types=[".pdf", ".docx"], max_bytes=5 * 1024**2, required=False
    )
    notes = forms.CharField(label=_("Notes"), widget=forms.Textarea({"rows": 3}), required=False)
    channel = forms.ChoiceField(
        label=_("Receipt"),
        widget=forms.RadioSelect,
        choices=[
            ("mail", _("By e-mail")),
            ("pec", _("By certified e-mail (PEC)")),
            ("none", pgettext_lazy("ui", "None")),
        ],
    )
    uses = forms.MultipleChoiceField(
        label=_("It may be used for"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[
            ("training", _("Training")),
            ("research", _("Research with firms")),
            ("works", pgettext_lazy("ui", "Works")),
        ],
    )
    checked = forms.BooleanField(
        label=_("I have checked the amount against the document"),
        help_text=_("Whoever checks answers for it."),
    )
    protocol = forms.CharField(
        label=_("Register number"), disabled=True, required=False, initial="2026/0117"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "contribution-%s", **kwargs})


def wrong_form() -> ContributionForm:
    """As it comes back: what was typed is still there."""
    typed = {
        "title": "Contributo in natura per l’allestimento del laboratorio di misura e collaudo",
        "firm": "Esempio",
        "kind": "",
        "amount": "12.500,005",
        "signed": "31/02/2026",
        "handed_0": "28/03/2027",
        "handed_1": "02:30",
        "notes": "Tre banchi e un proiettore di profili.",
    }
    return ContributionForm(typed, auto_id="wrong-%s")
