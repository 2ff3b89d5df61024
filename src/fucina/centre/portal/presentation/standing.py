from typing import Any

from django.utils.translation import gettext as _

from fucina.centre.people.models import Membership

type Table = dict[str, Any]


def roles_table(user: Any) -> Table:
    """A person's roles today, where, and until when."""
    memberships = Membership.objects.on().filter(person__user=user).select_related("organisation")
    return {
        "columns": [_("Role"), _("At"), _("Until")],
        "rows": [
            [
                str(membership.get_role_display()),
                {
                    "text": str(membership.organisation),
                    "url": membership.organisation.get_absolute_url(),
                },
                membership.valid_until.isoformat()
                if membership.valid_until
                else _("further notice"),
            ]
            for membership in memberships
        ],
    }
