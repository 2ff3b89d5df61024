"""Which mail server sends: what FUCINA_MAIL_URL says, as one of Django's MAILERS."""

from typing import Any
from urllib.parse import unquote, urlsplit

from fucina.config.problem import SetupProblem

BACKENDS = "django.core.mail.backends"


def mail_settings(address: str) -> dict[str, Any]:
    """``console://`` writes to the log; ``smtp://user:password@host:587`` uses STARTTLS, ``smtps://`` TLS from the start.

    >>> mail_settings("smtps://host:465")["OPTIONS"]["use_ssl"]
    True
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme == "console":
        return {"BACKEND": f"{BACKENDS}.console.EmailBackend"}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise SetupProblem(
            "FUCINA_MAIL_URL non è l’indirizzo di un server di posta: scriverlo come "
            "smtp://utente:password@host:587, o smtps:// per TLS dall’inizio.",
            "FUCINA_MAIL_URL is not the address of a mail server: write it as "
            "smtp://user:password@host:587, or smtps:// for TLS from the start.",
        )
    tls = parts.scheme == "smtps"
    return {
        "BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname,
            "port": port or (465 if tls else 587),
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_ssl": tls,
            "use_tls": not tls and parts.hostname not in {"localhost", "127.0.0.1"},
            "timeout": 20,
        },
    }
