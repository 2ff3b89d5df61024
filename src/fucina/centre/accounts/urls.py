"""allauth's pages under the names that it knows them by, each with who may open it; then our own.

Only what is wanted of allauth is here: no sign-in by code, no sign-up by passkey, no telephone.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import include, path, re_path

from fucina.centre.access import public, signed_in
from fucina.centre.accounts import views

entrance = [
    path("login/", public(views.SignIn.as_view()), name="account_login"),
    path("logout/", public(account.logout), name="account_logout"),
    path("signup/", public(views.SignUp.as_view()), name="account_signup"),
    path("inactive/", public(account.account_inactive), name="account_inactive"),
    path("confirm-email/", public(account.email_verification_sent), name="account_email_verification_sent"),
    path("password/reset/", public(account.password_reset), name="account_reset_password"),
    path("password/reset/done/", public(account.password_reset_done), name="account_reset_password_done"),
    re_path(r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", public(account.password_reset_from_key), name="account_reset_password_from_key"),
    path("password/reset/key/done/", public(account.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    path("2fa/authenticate/", public(mfa.authenticate), name="mfa_authenticate"),
    path("2fa/webauthn/login/", public(passkeys.login_webauthn), name="mfa_login_webauthn"),
]  # fmt: skip

safety = [
    path("email/", signed_in(account.email), name="account_email"),
    path("password/change/", signed_in(account.password_change), name="account_change_password"),
    path("password/set/", signed_in(account.password_set), name="account_set_password"),
    path("reauthenticate/", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("2fa/", signed_in(mfa.index), name="mfa_index"),
    path("2fa/reauthenticate/", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", signed_in(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("2fa/recovery-codes/generate/", signed_in(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("2fa/recovery-codes/download/", signed_in(recovery.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("2fa/webauthn/", signed_in(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("2fa/webauthn/add/", signed_in(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("2fa/webauthn/reauthenticate/", signed_in(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/edit/", signed_in(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/remove/", signed_in(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
    path("sessions/", signed_in(views.Devices.as_view()), name="usersessions_list"),
]  # fmt: skip

own = [
    path("", views.profile, name="profile"),
    path("security/", views.security, name="security"),
    path("sessions/<int:session>/end/", views.end_session, name="end_session"),
    path("data/", views.personal_data, name="personal_data"),
    path("data/export/", views.export, name="export"),
    path("data/erase/", views.erase_own, name="erase_own"),
    path("privacy/", views.privacy, name="privacy"),
    path("demo/", views.demo, name="demo"),
    path("invitation/", views.accept, name="accept_invitation"),
    path("invitation/<str:secret>/", views.open_invitation, name="open_invitation"),
    path("invitations/", views.invitations, name="invitations"),
    path("invitations/new/", views.new_invitation, name="new_invitation"),
    path("invitations/organisations/", views.find_organisations, name="find_organisations"),
    path("invitations/<int:invitation>/", views.invitation, name="invitation"),
    path("invitations/<int:invitation>/accept/", views.accept_own, name="accept_own"),
    path("invitations/<int:invitation>/resend/", views.resend, name="resend_invitation"),
    path("invitations/<int:invitation>/withdraw/", views.withdraw, name="withdraw_invitation"),
    path("roles/", views.roles, name="roles"),
    path("roles/grant/", views.grant, name="grant_role"),
    path("roles/persons/", views.find_persons, name="find_persons"),
    path("roles/<int:membership>/end/", views.end, name="end_role"),
    path("erasures/", views.erasures, name="erasures"),
    path("erasures/<int:person>/", views.erasure, name="erasure"),
    path("erasures/<int:person>/refuse/", views.refuse, name="refuse_erasure"),
]

urlpatterns = [*entrance, *safety, path("", include((own, "accounts")))]
