from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from fucina.centre.people.enums import OrganisationKind, Role, SizeClass
from fucina.centre.people.forms.choices import division_choices, section_choices, with_any


class OrganisationFilter(forms.Form):
    """What to look for among organisations; an unknown choice asks for nothing."""

    words = forms.CharField(label=_("Name, VAT number, e-mail"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=with_any(OrganisationKind.choices))  # fmt: skip
    municipality = forms.CharField(label=_("Municipality"), required=False, max_length=120)
    province = forms.CharField(label=_("Province"), required=False, max_length=2)
    section = forms.ChoiceField(label=_("Sector (ATECO)"), required=False, choices=section_choices)
    division = forms.ChoiceField(label=_("Branch (ATECO)"), required=False, choices=division_choices)  # fmt: skip
    size = forms.ChoiceField(label=_("Size"), required=False, choices=with_any(SizeClass.choices))
    role = forms.ChoiceField(label=_("Somebody is there as"), required=False, choices=with_any(Role.choices))  # fmt: skip
    startup = forms.ChoiceField(
        label=_("Innovative start-up"),
        required=False,
        choices=with_any([("yes", _("yes")), ("no", _("no"))]),
    )

    def __init__(self, data: QueryDict, *, all_seen: bool) -> None:
        super().__init__(data, auto_id="filter-%s", label_suffix="")
        self.fields["words"].widget.input_type = "search"
        if not all_seen:
            del self.fields["role"], self.fields["size"]

    def wanted(self) -> dict[str, Any]:
        """What ``search_organisations`` is asked for."""
        self.is_valid()
        given: dict[str, Any] = {
            name: self.cleaned_data.get(name, "") for name in self.fields if name != "startup"
        }
        startup = {"yes": True, "no": False}.get(self.cleaned_data.get("startup", ""))
        return given | {"startup": startup}
