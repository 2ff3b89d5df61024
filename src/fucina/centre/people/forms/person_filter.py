from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.enums import OrganisationKind, Role
from fucina.centre.people.forms.choices import with_any


class PersonFilter(forms.Form):
    """Whom to look for; an unknown choice asks for nothing."""

    words = forms.CharField(label=_("Name or e-mail"), required=False, max_length=100)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=with_any(Role.choices))
    kind = forms.ChoiceField(
        label=_("At an organisation of kind"),
        required=False,
        choices=with_any(OrganisationKind.choices),
    )
    municipality = forms.CharField(label=_("Municipality"), required=False, max_length=120)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data, auto_id="filter-%s", label_suffix="")
        self.fields["words"].widget.input_type = "search"

    def wanted(self) -> dict[str, Any]:
        """What ``search_persons`` is asked for."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
