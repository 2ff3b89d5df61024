from django import forms
from django.utils.translation import gettext_lazy as _


class ProfileForm(forms.Form):
    given_name = forms.CharField(
        label=_("First name"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "given-name"}),
    )
    family_name = forms.CharField(
        label=_("Surname"),
        max_length=80,
        required=False,
        widget=forms.TextInput({"autocomplete": "family-name"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=30,
        required=False,
        widget=forms.TextInput({"autocomplete": "tel", "type": "tel"}),
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mails you receive"),
        choices=[("it", "Italiano"), ("en", "English")],
    )
