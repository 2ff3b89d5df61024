"""The letters that accounts send, each in its reader's language and once."""

from collections.abc import Mapping
from typing import Any

from fucina.centre.mail.domain import write
from fucina.centre.mail.models import Message

LANGUAGES = ("it", "en")


def send_letter(
    key: str, to: str, letter: str, language: str, context: Mapping[str, Any] | None = None
) -> Message:
    """``letter`` is a file of ``templates/accounts/mail/<language>/``; its first line is the subject."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    return write(key, to, f"accounts/mail/{spoken}/{letter}.txt", spoken, context)
