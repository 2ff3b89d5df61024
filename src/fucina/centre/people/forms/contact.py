from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.forms.sources import PersonSource
from fucina.centre.people.models import Contact
from fucina.centre.people.models.period import today
from fucina.ui.fields import LocalDateField, PickField

FIELDS = ("position", "email", "phone", "valid_from", "valid_until")


class ContactForm(forms.Form):
    """Of a new contact the person is picked; of one that exists it stays."""

    position = forms.CharField(label=_("Position"), max_length=120, required=False)
    email = forms.EmailField(label=_("E-mail address at work"), required=False)
    phone = forms.CharField(label=_("Telephone at work"), max_length=30, required=False)
    valid_from = LocalDateField(label=_("From"))
    valid_until = LocalDateField(label=_("Until"), required=False)

    def __init__(self, data: Any = None, *, user: Any, contact: Contact | None = None) -> None:
        initial = model_to_dict(contact, FIELDS) if contact else {"valid_from": today()}
        super().__init__(data, initial=initial, label_suffix="")
        if contact is None:
            self.fields["person"] = PickField(
                source=PersonSource(user),
                url=reverse_lazy("people:person_suggestions"),
                label=_("Person"),
                help_text=_("Part of the name or the e-mail address. Not there? Record the person first."),
            )  # fmt: skip
            self.order_fields(["person"])
