"""Coming in: sign in, sign up, a code by e-mail, a forgotten password. Each is allauth's form in our words."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fucina.centre.accounts.forms.wording import InOurWords
from fucina.centre.accounts.models import Registration

NOTICE = "2026-11-22"
"""The version of the privacy notice, the day on which its text was last changed."""

PASSWORD_HELP = _(
    "At least 8 characters, not a common password, not your name or address. A sentence is easy to remember."
)
CODE_ATTRIBUTES = {"inputmode": "text", "autocapitalize": "characters", "spellcheck": "false"}


class SignInForm(InOurWords, allauth.LoginForm):  # type: ignore[misc]
    labels = {
        "login": _("E-mail address"),
        "password": _("Password"),
        "remember": _("Stay signed in on this device"),
    }
    field_order = ("login", "password", "remember")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username webauthn"


class SignUpForm(InOurWords, allauth.SignupForm):  # type: ignore[misc]
    """Where an invitation was opened in this browser, the address is the invited one and is confirmed by that."""

    given_name = forms.CharField(
        max_length=80, widget=forms.TextInput({"autocomplete": "given-name"})
    )
    family_name = forms.CharField(
        max_length=80, widget=forms.TextInput({"autocomplete": "family-name"})
    )
    language = forms.ChoiceField(choices=[("it", "Italiano"), ("en", "English")])
    notice = forms.BooleanField()

    field_order = (
        "given_name", "family_name", "email", "language", "password1", "password2", "notice",
    )  # fmt: skip
    labels = {
        "given_name": _("First name"),
        "family_name": _("Surname"),
        "email": _("E-mail address"),
        "language": _("Language of the e-mails you receive"),
        "password1": _("Password"),
        "password2": _("The same password again"),
        "notice": _("I have read the privacy notice"),
    }
    helps = {"password1": PASSWORD_HELP}

    def __init__(self, *args: Any, invited: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or "it")[:2]
        if invited:
            self.fields["email"].initial = invited
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _("The address to which the invitation was sent.")

    def clean(self) -> dict[str, Any]:
        """The validators shall know the name too."""
        found: dict[str, Any] = super().clean() or {}
        name = f"{found.get('given_name', '')} {found.get('family_name', '')}".strip()
        self.full_name = name[:150]
        return found

    def signup(self, request: Any, user: Any) -> None:
        said = self.cleaned_data
        user.name = self.full_name
        user.save(update_fields=["name"])
        Registration.objects.create(
            user=user,
            given_name=said["given_name"].strip(),
            family_name=said["family_name"].strip(),
            language=said["language"],
            notice=NOTICE,
        )


class EmailCodeForm(InOurWords, allauth.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    labels = {"code": _("Code")}
    helps = {"code": _("As it stands in the e-mail; capitals or not.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= CODE_ATTRIBUTES


class OtherEmailForm(InOurWords, allauth.ChangeEmailForm):  # type: ignore[misc]
    labels = {"email": _("The right e-mail address")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_other_%s", **kwargs)


class ForgottenPasswordForm(InOurWords, allauth.ResetPasswordForm):  # type: ignore[misc]
    labels = {"email": _("E-mail address")}


class NewPasswordForm(InOurWords, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    labels = {"password1": _("New password"), "password2": _("The same password again")}
    helps = {"password1": PASSWORD_HELP}
