from typing import Any

from django import forms
from django.forms.models import fields_for_model, model_to_dict

from fucina.centre.people.models import Person

FIELDS = ("given_name", "family_name", "email", "phone", "fiscal_code", "language")


class PersonForm(forms.Form):
    """Without the fiscal code for those who may not read it."""

    def __init__(self, data: Any = None, *, user: Any, person: Person | None = None) -> None:
        readable = user.has_perm("people.view_fiscal_code", person)
        names = [name for name in FIELDS if readable or name != "fiscal_code"]
        initial = model_to_dict(person, names) if person else {}
        super().__init__(data, initial=initial, label_suffix="")
        self.fields.update(fields_for_model(Person, names))
        self.order_fields(names)
