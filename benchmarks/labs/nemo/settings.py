"""Settings of NEMO for the benchmark: what its example names, with PostgreSQL and connections that stay open."""

import os
from pathlib import Path

FOLDER = Path(os.environ["NEMO_FOLDER"])

SECRET_KEY = "only for a benchmark"  # noqa: S105
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
SERVER_DOMAIN = "http://localhost"
ROOT_URLCONF = "NEMO.urls"
AUTH_USER_MODEL = "NEMO.User"
AUTHENTICATION_BACKENDS = ["NEMO.views.authentication.LDAPAuthenticationBackend"]
LDAP_SERVERS: list[dict[str, str]] = []
LOGIN_URL = LOGIN_REDIRECT_URL = "login"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
TIME_ZONE, USE_TZ, USE_I18N = "Europe/Rome", True, False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ALLOW_CONDITIONAL_URLS = True

INSTALLED_APPS = [
    *(f"django.contrib.{app}" for app in ("auth", "contenttypes", "sessions", "messages", "staticfiles", "admin", "humanize")),
    *(f"NEMO.apps.{app}" for app in ("kiosk", "area_access")),
    "NEMO",
    "rest_framework",
    "rest_framework.authtoken",
    "django_filters",
    "mptt",
    "auditlog",
]  # fmt: skip
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.common.BrokenLinkEmailsMiddleware",
    "NEMO.middleware.DeviceDetectionMiddleware",
    "NEMO.middleware.SessionTimeout",
    "NEMO.middleware.ImpersonateMiddleware",
    "NEMO.middleware.NEMOAuditlogMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "NEMO.context_processors.show_logout_button",
                "NEMO.context_processors.base_context",
                "django.contrib.auth.context_processors.auth",
                *(f"django.template.context_processors.{one}" for one in ("debug", "media", "static", "tz", "request")),
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]  # fmt: skip
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ("NEMO.permissions.DjangoModelPermissions",),
    "DEFAULT_FILTER_BACKENDS": ("NEMO.rest_filter_backend.NEMOFilterBackend",),
    "DEFAULT_PAGINATION_CLASS": "NEMO.rest_pagination.NEMOPageNumberPagination",
    "PAGE_SIZE": 1000,
}

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": os.environ["NEMO_SOCKET"],
        "USER": "postgres",
        "NAME": "postgres",
        "CONN_MAX_AGE": 60,
    }
}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
STATIC_URL, MEDIA_URL = "/static/", "/media/"
STATIC_ROOT, MEDIA_ROOT = str(FOLDER / "static"), str(FOLDER / "media")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
