from fucina.centre.accounts.views.acceptance import accept, accept_own, open_invitation
from fucina.centre.accounts.views.demo import demo
from fucina.centre.accounts.views.entrance import Devices, SignIn, SignUp
from fucina.centre.accounts.views.erasures import erasure, erasures, refuse
from fucina.centre.accounts.views.invitations import (
    find_organisations,
    invitation,
    invitations,
    new_invitation,
    resend,
    withdraw,
)
from fucina.centre.accounts.views.personal_data import erase_own, export, personal_data, privacy
from fucina.centre.accounts.views.profile import profile, security
from fucina.centre.accounts.views.roles import end, find_persons, grant, roles
from fucina.centre.accounts.views.sessions import end_session

__all__ = [
    "Devices",
    "SignIn",
    "SignUp",
    "accept",
    "accept_own",
    "demo",
    "end",
    "end_session",
    "erase_own",
    "erasure",
    "erasures",
    "export",
    "find_organisations",
    "find_persons",
    "grant",
    "invitation",
    "invitations",
    "new_invitation",
    "open_invitation",
    "personal_data",
    "privacy",
    "profile",
    "refuse",
    "resend",
    "roles",
    "security",
    "withdraw",
]
