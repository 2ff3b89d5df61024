from decimal import Decimal
from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.models import SizeFigure
from fucina.ui.fields import MoneyField

FIELDS = ("year", "headcount", "turnover", "balance_total", "source")
MOST = Decimal("9999999999999.99")


class SizeFigureForm(forms.Form):
    year = forms.IntegerField(label=_("Year"), min_value=1900, max_value=2200)
    headcount = forms.DecimalField(
        label=_("Staff (annual work units)"),
        min_value=0,
        max_digits=9,
        decimal_places=2,
        required=False,
        localize=True,
        help_text=_("Full-time for a whole year counts as one; part-time and seasonal work as fractions."),
    )  # fmt: skip
    turnover = MoneyField(label=_("Turnover (€)"), required=False, max_value=MOST)
    balance_total = MoneyField(label=_("Balance-sheet total (€)"), required=False, max_value=MOST)
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        required=False,
        help_text=_("Such as: balance sheet filed in 2026."),
    )

    def __init__(self, data: Any = None, *, figure: SizeFigure | None = None) -> None:
        super().__init__(data, initial=model_to_dict(figure, FIELDS) if figure else {}, label_suffix="")  # fmt: skip
