from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.accounts.domain.queries import organisations_to_invite_for
from fucina.centre.accounts.forms.picks import OrganisationSource, PersonSource
from fucina.centre.people.enums import Role
from fucina.ui.fields import LocalDateField, PickField

NOW, LATER, BEFORE, ANY = "now", "later", "before", "any"


class RoleForm(forms.Form):
    """Gives a role to someone on record."""

    person = PickField(
        label=_("Person"), source=PersonSource(), url=reverse_lazy("accounts:find_persons")
    )
    organisation = PickField(
        label=_("Organisation"),
        source=OrganisationSource(),
        url=reverse_lazy("accounts:find_organisations"),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    valid_from = LocalDateField(label=_("From"), initial=timezone.localdate)
    valid_until = LocalDateField(
        label=_("Until"), required=False, help_text=_("Without a day, until further notice.")
    )
    invites = forms.BooleanField(
        label=_("May invite colleagues"),
        required=False,
        help_text=_("Looks after the organisation’s own data and its people’s access."),
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].source = OrganisationSource(organisations_to_invite_for(user))  # type: ignore[attr-defined]


class EndRoleForm(forms.Form):
    on = LocalDateField(
        label=_("Last day"),
        required=False,
        help_text=_("Without a day it ends at once."),
    )


class RolesFilter(forms.Form):
    text = forms.CharField(label=_("Person or organisation"), required=False)
    role = forms.ChoiceField(
        label=_("Role"), choices=[("", _("All")), *Role.choices], required=False
    )
    when = forms.ChoiceField(
        label=_("Held"),
        choices=[(NOW, _("today")), (LATER, _("later")), (BEFORE, _("in the past")), (ANY, _("at any time"))],
        required=False,
    )  # fmt: skip
