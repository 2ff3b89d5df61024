from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from fucina.centre.charging.enums import ChargeableKind, UserClass
from fucina.centre.charging.forms.filters import ANY, Filter


class PriceFilter(Filter):
    user_class = forms.ChoiceField(label=_("I am a"), choices=UserClass.choices, required=False)
    kind = forms.ChoiceField(
        label=pgettext_lazy("charging", "Kind"), choices=[ANY, *ChargeableKind.choices], required=False
    )  # fmt: skip
    words = forms.CharField(label=_("Name"), max_length=100, required=False)
