from django import forms
from django.utils.translation import gettext_lazy as _

from fucina.centre.api.domain.tokens import LONGEST
from fucina.centre.api.scopes import Scope


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=80, help_text=_("What will use it: a script, a dashboard.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it is for"),
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("It never opens more than your own roles do."),
    )
    days = forms.IntegerField(
        label=_("Days"), min_value=1, max_value=LONGEST, initial=90,
        help_text=_("After these it opens nothing."),
    )  # fmt: skip
