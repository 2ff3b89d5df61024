"""What allauth leaves to the site: letters, messages, and what follows from a confirmed address."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fucina.centre.accounts.domain.link_person import link_person
from fucina.centre.accounts.domain.notices import send_letter
from fucina.centre.accounts.messages import SAID
from fucina.centre.people.models import Person

SECRETS = ("code", "key", "password_reset_url")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This address is on your account already."),
        "email_password_mismatch": _("E-mail address or password is not right."),
        "email_taken": _("Another account has this e-mail address."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not right."),
        "incorrect_password": _("This password is not right."),
        "invalid_password_reset": _("This link is no longer valid."),
        "max_email_addresses": _("An account has at most %d addresses."),
        "rate_limited": _("Too many attempts in a short time. Wait a minute, then try again."),
        "same_as_current": _("This is the address you have now."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, then try again."),
        "unverified_primary_email": _("Confirm this address before you sign in with it."),
    }

    def send_mail(self, template_prefix: str, email: str, context: Mapping[str, Any]) -> None:
        """Each letter is posted once for each secret it carries, or each event it tells of."""
        letter = template_prefix.rpartition("/")[2]
        said = "|".join(str(context[name]) for name in (*SECRETS, "timestamp") if name in context)
        if not said:  # one a minute, however often it is asked for
            said = f"{timezone.now():%Y-%m-%d %H:%M}"
        digest = hashlib.sha256(f"{letter}|{email}|{said}".encode()).hexdigest()
        send_letter(
            f"account:{letter}:{digest[:32]}", email, letter, language_of(email),
            {"email": email, **context},
        )  # fmt: skip

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """In our own words; what the next page shows anyway is not said again."""
        if message_template:
            name = message_template.rpartition("/")[2].removesuffix(".txt")
            said = SAID.get(name)
            if not said:
                return
            message = str(said).format(**(message_context or {}))
        super().add_message(request, level, message=message, extra_tags=extra_tags)

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        confirmed = bool(super().confirm_email(request, email_address))
        if confirmed:
            link_person(email_address.user)
        return confirmed

    def post_login(self, request: HttpRequest, user: Any, **how: Any) -> HttpResponse:
        """An invitation confirms an address without a code: the person is linked here at the latest."""
        link_person(user)
        response: HttpResponse = super().post_login(request, user, **how)
        return response

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": _("Use your password"),
            "mfa_reauthenticate": _("Use a code of your app, or a recovery code"),
            "mfa_reauthenticate:webauthn": _("Use a passkey"),
        }
        return [
            method | {"description": words[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:profile")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("Confirm your addresses before you add this one."),
        "cannot_delete_authenticator": _("This cannot be switched off."),
        "cannot_generate_recovery_codes": _("First add an authenticator app or a passkey."),
        "incorrect_code": _("This code is not right."),
        "unverified_email": _("First confirm all e-mail addresses of your account."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002
        number = user.authenticator_set.filter(type=type).count() + 1
        return str(_("Passkey {number}")).format(number=number)

    def build_totp_svg(self, url: str) -> str:
        """On white, so that a telephone reads it on a dark page too."""
        white = '<rect width="100%" height="100%" fill="#fff"/>'
        return re.sub(
            r"<svg[^>]*>", lambda tag: tag[0] + white, super().build_totp_svg(url), count=1
        )

    def _get_site_name(self) -> str:
        return "Fucina"


def language_of(email: str) -> str:
    """The reader's own, if the centre knows them; else that of the page on which the letter was asked for."""
    known = Person.objects.filter(email=email, merged_into=None) | Person.objects.filter(
        user__emailaddress__email=email, user__emailaddress__verified=True
    )
    found = known.values_list("language", flat=True).first()
    return found or (get_language() or "it")[:2]
