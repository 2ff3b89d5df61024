"""What is said after an act on one's account, by allauth's name for it. What is not here, goes without saying."""

from django.utils.translation import gettext_lazy as _

SAID = {
    "cannot_delete_primary_email": _("You sign in with {email}: choose another address first."),
    "email_confirmation_failed": _("Another account has confirmed {email}."),
    "email_confirmed": _("{email} is confirmed."),
    "email_deleted": _("{email} is removed from your account."),
    "logged_out": _("You have signed out."),
    "password_changed": _("Your password is changed."),
    "password_set": _("Your password is set."),
    "primary_email_set": _("You sign in with this address from now on."),
    "unverified_primary_email": _("Confirm this address before you sign in with it."),
    "recovery_codes_generated": _("These are your new recovery codes; the old ones open nothing."),
    "totp_activated": _("The authenticator app is on."),
    "totp_deactivated": _("The authenticator app is off."),
    "webauthn_added": _("The passkey is added."),
    "webauthn_removed": _("The passkey is removed."),
    "sessions_logged_out": _("All other devices are signed out."),
}
