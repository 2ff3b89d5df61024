"""Looking after one's account: allauth's forms in our words."""

from typing import Any

from allauth.account import forms as allauth
from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django.utils.translation import gettext_lazy as _

from fucina.centre.accounts.forms.entrance import PASSWORD_HELP
from fucina.centre.accounts.forms.wording import InOurWords

CODE = {"code": _("Code")}
CODE_HELP = {"code": _("The six figures of your app, or one of your recovery codes.")}


class AddEmailForm(InOurWords, allauth.AddEmailForm):  # type: ignore[misc]
    labels = {"email": _("Another e-mail address")}


class ChangePasswordForm(InOurWords, allauth.ChangePasswordForm):  # type: ignore[misc]
    labels = {
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("The new password again"),
    }
    helps = {"password1": PASSWORD_HELP}


class SetPasswordForm(InOurWords, allauth.SetPasswordForm):  # type: ignore[misc]
    labels = {"password1": _("Password"), "password2": _("The same password again")}
    helps = {"password1": PASSWORD_HELP}


class ReauthenticateForm(InOurWords, allauth.ReauthenticateForm):  # type: ignore[misc]
    labels = {"password": _("Password")}


class CodeForm(InOurWords, codes.AuthenticateForm):  # type: ignore[misc]
    labels, helps = CODE, CODE_HELP


class CodeAgainForm(InOurWords, codes.ReauthenticateForm):  # type: ignore[misc]
    labels, helps = CODE, CODE_HELP


class ActivateAppForm(InOurWords, totp.ActivateTOTPForm):  # type: ignore[misc]
    labels = {"code": _("The six figures your app shows now")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class AddPasskeyForm(InOurWords, passkeys.AddWebAuthnForm):  # type: ignore[misc]
    labels = {
        "name": _("Name of the passkey"),
        "passwordless": _("Let it replace the password"),
    }
    helps = {
        "name": _("So that you know it again: this computer, the blue key."),
        "passwordless": _(
            "You then sign in with the passkey alone; it asks for your finger, face or PIN. Otherwise it is asked for after the password."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class RenamePasskeyForm(InOurWords, passkeys.EditWebAuthnForm):  # type: ignore[misc]
    labels = {"name": _("Name of the passkey")}
