from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "fucina.centre.people"
    label = "people"
    verbose_name = _("People and organisations")

    def ready(self) -> None:
        """Roles are read with the token of whoever calls the API."""
        from fucina.centre.api.authentication import ALSO_READ, AlsoRead
        from fucina.centre.people.models.period import today
        from fucina.centre.people.standing import remember_standing, roles_of

        ALSO_READ.append(
            AlsoRead(
                lambda user: {"roles": roles_of(user)},
                lambda: {"today": today()},
                lambda user, token: remember_standing(user, token.roles),
            )
        )
