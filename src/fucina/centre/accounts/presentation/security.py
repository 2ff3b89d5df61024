from typing import Any

from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from fucina.centre.accounts.domain.queries import second_factors, sessions_of

type Item = dict[str, Any]


def security_overview(user: Any) -> list[Item]:
    """How the account is guarded, as facts with the page to change each."""
    factors = second_factors(user)
    return [
        _password(user),
        _passkeys(factors.get(Authenticator.Type.WEBAUTHN, 0)),
        _app(Authenticator.Type.TOTP in factors),
        _devices(len(sessions_of(user))),
    ]


def _password(user: Any) -> Item:
    has = user.has_usable_password()
    return {
        "term": _("Password"),
        "text": _("Change it") if has else _("Set one"),
        "url": reverse("account_change_password" if has else "account_set_password"),
        "badge": "good" if has else "waiting",
        "badge_text": pgettext("password", "set") if has else pgettext("password", "none"),
    }


def _passkeys(count: int) -> Item:
    text = ngettext("{number} passkey", "{number} passkeys", count).format(number=count)
    return {
        "term": _("Passkeys"),
        "text": text if count else _("Add one"),
        "url": reverse("mfa_list_webauthn" if count else "mfa_add_webauthn"),
        "badge": "good" if count else "waiting",
        "badge_text": pgettext("passkeys", "on") if count else pgettext("passkeys", "off"),
    }


def _app(on: bool) -> Item:
    return {
        "term": _("Authenticator app"),
        "text": _("Switch it off") if on else _("Switch it on"),
        "url": reverse("mfa_deactivate_totp" if on else "mfa_activate_totp"),
        "badge": "good" if on else "waiting",
        "badge_text": pgettext("app", "on") if on else pgettext("app", "off"),
    }


def _devices(count: int) -> Item:
    text = ngettext("{number} device signed in", "{number} devices signed in", count)
    return {
        "term": _("Devices"),
        "text": text.format(number=count),
        "url": reverse("usersessions_list"),
    }
