from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.accounts.domain.queries import organisations_to_invite_for
from fucina.centre.accounts.enums import GRANTED_BY_COLLEAGUES
from fucina.centre.accounts.forms.picks import OrganisationSource
from fucina.centre.people.enums import Role
from fucina.ui.fields import LocalDateField, PickField


class InvitationForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"))
    organisation = PickField(
        label=_("Organisation"),
        source=OrganisationSource(),
        url=reverse_lazy("accounts:find_organisations"),
    )
    role = forms.ChoiceField(label=_("Role"))
    valid_until = LocalDateField(
        label=_("Role until"), required=False, help_text=_("Without a day, until further notice.")
    )
    invites = forms.BooleanField(
        label=_("May invite colleagues"),
        required=False,
        help_text=_("Looks after the organisation’s own data and its people’s access."),
    )
    language = forms.ChoiceField(
        label=_("Language of the e-mail"), choices=[("it", "Italiano"), ("en", "English")]
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gives_all = user.has_perm("people.grant_role")
        roles = list(Role) if gives_all else GRANTED_BY_COLLEAGUES
        self.fields["role"].choices = [(role.value, role.label) for role in roles]  # type: ignore[attr-defined]
        self.fields["organisation"].source = OrganisationSource(organisations_to_invite_for(user))  # type: ignore[attr-defined]
        self.fields["valid_until"].min_value = timezone.localdate()  # type: ignore[attr-defined]
        if not gives_all:
            del self.fields["invites"]
