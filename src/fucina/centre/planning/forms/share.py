import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.ui.fields import LocalDateField

USUAL = dt.timedelta(days=30)


class ShareRunForm(forms.Form):
    name = forms.CharField(
        label=_("Whom it is for"), max_length=120,
        help_text=_("Only you and the director read this, to know the link by later."),
    )  # fmt: skip
    expires = LocalDateField(label=_("Good until, that day included"))
    question = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def __init__(self, data: Any, question: str = "") -> None:
        super().__init__(data, label_suffix="")
        self.fields["expires"].initial = timezone.localdate() + USUAL
        self.fields["question"].initial = question
