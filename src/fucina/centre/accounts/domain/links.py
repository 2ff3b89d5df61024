"""Secret links: what is sent is random, what is kept is its fingerprint."""

import hashlib
import secrets
from collections.abc import Callable

type LinkTo = Callable[[str], str]
"""Makes a secret into the address that opens it."""


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
