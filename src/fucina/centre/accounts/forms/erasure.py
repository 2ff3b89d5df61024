from django import forms
from django.utils.translation import gettext_lazy as _


class SureForm(forms.Form):
    sure = forms.BooleanField(label=_("I know that this cannot be undone"))


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=_("Why the record stays as it is"),
        widget=forms.Textarea,
        max_length=2000,
        help_text=_("The person reads it on their own page."),
    )
