"""allauth's views where they need a word from us; the others are taken as they are, in ``urls``."""

from typing import Any

from allauth.account.views import LoginView, SignupView
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings

from fucina.centre.accounts.domain.queries import sessions_of
from fucina.centre.accounts.presentation.sessions import described


class SignIn(LoginView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "demo": settings.FUCINA_DEMO_SIGN_IN}


class SignUp(SignupView):  # type: ignore[misc]
    def get_form_kwargs(self) -> dict[str, Any]:
        invited = self.request.session.get("account_verified_email") or ""
        return {**super().get_form_kwargs(), "invited": invited}


class Devices(ListUserSessionsView):  # type: ignore[misc]
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sessions = described(sessions_of(self.request.user))
        return {**super().get_context_data(**kwargs), "devices": sessions}
