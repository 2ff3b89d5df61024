"""Django's settings. FUCINA_MODE chooses between three: demo (the default), production, test."""

import sys

import pghistory
from django.utils.csp import CSP

from fucina.config import database
from fucina.config.environment import flag, text
from fucina.config.logging import configure_structlog, logging_for
from fucina.config.mail import mail_settings
from fucina.config.problem import SetupProblem

MODE = text("FUCINA_MODE", "test" if "pytest" in sys.modules else "demo")
if MODE not in {"demo", "production", "test"}:
    raise SetupProblem(
        f"FUCINA_MODE è «{MODE}»: deve essere demo o production.",
        f"FUCINA_MODE is “{MODE}”: set it to demo or production.",
    )
PRODUCTION = MODE == "production"
FUCINA_VAR = database.var()

# --- who may reach it ------------------------------------------------------------------------------

# The demo answers to this machine alone, so its key guards nothing.
SECRET_KEY = text("FUCINA_SECRET_KEY", None if PRODUCTION else "the demo has no secret")
ALLOWED_HOSTS = text("FUCINA_HOSTS", None if PRODUCTION else "localhost 127.0.0.1 [::1]").split()
DEBUG = not PRODUCTION and flag("FUCINA_DEBUG", False)

# Set it only where a proxy in front overwrites X-Forwarded-Proto and X-Request-ID itself.
BEHIND_PROXY = flag("FUCINA_BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- what it is made of ----------------------------------------------------------------------------

ROOT_URLCONF = "fucina.config.urls"
WSGI_APPLICATION = "fucina.config.wsgi.application"
AUTH_USER_MODEL = "people.User"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django_structlog",
    "procrastinate.contrib.django",
    "pgtrigger",
    "pghistory",
    "rules.apps.AutodiscoverRulesConfig",
    "fucina.ui",
    "fucina.centre.mail",
    "fucina.centre.people",
    "fucina.centre.api",
    "fucina.centre.accounts",
    "fucina.centre.governance",
    "fucina.centre.charging",
    "fucina.centre.labs",
    "fucina.centre.planning",
    "fucina.centre.portal",
    # Below Fucina's own apps, so that their templates come first.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "fucina.config.middleware.ProbeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "fucina.config.middleware.RequestIdMiddleware",
    "fucina.config.middleware.PermissionsPolicyMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fucina.centre.accounts.middleware.SessionActivityMiddleware",
    "fucina.config.audit.AuditMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.template.context_processors.csrf",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fucina.config.context.site",
                "fucina.centre.portal.context.navigation",
            ],
            "builtins": [
                "fucina.ui.templatetags.ui",
                "django.templatetags.i18n",
                "django.templatetags.static",
            ],
        },
    }
]

# --- data and tasks --------------------------------------------------------------------------------

DATABASES = {
    "default": database.entry()
    | {"CONN_MAX_AGE": 0 if MODE == "test" else 600, "CONN_HEALTH_CHECKS": True}
}
TASKS = {"default": {"BACKEND": "fucina.config.queue.ProcrastinateBackend"}}
PROCRASTINATE_IMPORT_PATHS = ["fucina.config.queue"]
FUCINA_SCHEDULE = {  # cron
    "fucina.centre.planning.tasks.refresh_study": "* * * * *",
    "fucina.centre.mail.tasks.settle_lost_messages": "*/5 * * * *",
    "fucina.centre.api.tasks.forget_old_answers": "41 3 * * *",
    "fucina.centre.accounts.tasks.forget_old_sessions": "23 4 * * *",
    "fucina.centre.people.tasks.look_for_duplicates": "7 2 * * *",
    "fucina.centre.people.tasks.forget_old_uploads": "37 3 * * *",
    "fucina.centre.labs.tasks.look_after_bookings": "* * * * *",
    "fucina.centre.labs.tasks.remind_of_expiring_qualifications": "11 6 * * *",
}

CACHES = {
    # On PostgreSQL, so that all processes count the same attempts to sign in.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}
}
PGHISTORY_APPEND_ONLY = True
# History is read by what it is of, or by the request that made it: an index for every other key would slow each write.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_index=True)
PGHISTORY_CONTEXT_FIELD = pghistory.ContextForeignKey(db_index=True)

# --- mail ------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = text("FUCINA_MAIL_FROM", None if PRODUCTION else "Fucina <fucina@localhost>")
MAILERS = {"default": mail_settings(text("FUCINA_MAIL_URL", None if PRODUCTION else "console://"))}
FUCINA_KEEP_MAIL = MODE == "demo"  # else the text is forgotten once sent

# --- language and time -----------------------------------------------------------------------------

LANGUAGE_CODE = "it"
LANGUAGES = [("it", "Italiano"), ("en", "English")]
TIME_ZONE = "Europe/Rome"
USE_TZ = True

# --- files -----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
# Vite writes a hash into each name, so a browser may keep these for ever.
WHITENOISE_IMMUTABLE_FILE_TEST = r"/dist/assets/.+-[\w-]{8}\.\w+$"
if PRODUCTION:  # gathered and compressed by `fucina manage collectstatic`
    STATIC_ROOT = text("FUCINA_STATIC_ROOT", str(FUCINA_VAR / "static"))
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
    }
else:
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = DEBUG

# --- security --------------------------------------------------------------------------------------

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = False
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preloading binds a whole domain: its owner decides
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "fucina.centre.accounts.backend.SignInBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:my_day"
LOGOUT_REDIRECT_URL = "portal:home"
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)
ACCOUNT_ADAPTER = "fucina.centre.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    name: f"fucina.centre.accounts.forms.{form}"
    for name, form in {
        "login": "entrance.SignInForm",
        "signup": "entrance.SignUpForm",
        "confirm_email_verification_code": "entrance.EmailCodeForm",
        "change_email": "entrance.OtherEmailForm",
        "reset_password": "entrance.ForgottenPasswordForm",
        "reset_password_from_key": "entrance.NewPasswordForm",
        "add_email": "security.AddEmailForm",
        "change_password": "security.ChangePasswordForm",
        "set_password": "security.SetPasswordForm",
        "reauthenticate": "security.ReauthenticateForm",
    }.items()
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
# A code keeps a person in the window where they signed up, and teaches nobody to follow links in e-mails.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_RATE_LIMITS = {  # attempts/time/what is counted; a key is the address that was typed
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "20/m/ip",
    "reset_password": "20/m/ip,5/m/key",
    "reset_password_from_key": "20/m/ip",
    "confirm_email": "1/10s/key",
    "change_password": "5/m/user",
    "manage_email": "10/m/user",
    "reauthenticate": "10/m/user",
}
PASSWORD_RESET_TIMEOUT = 3600
MFA_ADAPTER = "fucina.centre.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "fucina.centre.accounts.forms.security.CodeForm",
    "reauthenticate": "fucina.centre.accounts.forms.security.CodeAgainForm",
    "activate_totp": "fucina.centre.accounts.forms.security.ActivateAppForm",
    "add_webauthn": "fucina.centre.accounts.forms.security.AddPasskeyForm",
    "edit_webauthn": "fucina.centre.accounts.forms.security.RenamePasskeyForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "10/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Fucina"
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION  # http://localhost counts as safe
USERSESSIONS_TRACK_ACTIVITY = True
FUCINA_DEMO_SIGN_IN = MODE == "demo"  # one button for each role
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# --- log -------------------------------------------------------------------------------------------

configure_structlog()
LOGGING = logging_for(
    machine_readable=PRODUCTION,
    level=text("FUCINA_LOG_LEVEL", "WARNING" if MODE == "test" else "INFO").upper(),
)
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = 10  # DEBUG: one line per request, when it has ended
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = (
    False  # personal data; the proxy in front keeps them if it must
)
DJANGO_STRUCTLOG_TRUST_UPSTREAM_REQUEST_ID = BEHIND_PROXY
