"""Sends a message at most once.

The claim is committed before the mail server is spoken to. If the process dies in between, nobody can know whether the
server took the message: it is marked *perhaps sent* and left to a person, never sent again by itself.
"""

import datetime as dt
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from fucina.centre.mail.enums import MessageState
from fucina.centre.mail.models import Message

LOST_AFTER = dt.timedelta(minutes=15)
REFUSED = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
"""The server answered, and the answer was no; a 4xx asks to come back."""


def deliver(number: int) -> bool:
    """Send the message if nobody has claimed it; whether it was sent now.

    Raises the mail server's error where it certainly took nothing, so that the task is tried again.
    """
    claimed = Message.objects.filter(pk=number, state=MessageState.WAITING).update(
        state=MessageState.SENDING, claimed=timezone.now(), attempts=F("attempts") + 1
    )
    if not claimed:
        return False
    message = Message.objects.get(pk=number)
    try:
        _hand_over(message)
    except REFUSED as error:
        lasting = _code(error) >= 500
        _settle(message, MessageState.REFUSED if lasting else MessageState.WAITING, str(error))
        if lasting:
            return False
        raise
    except smtplib.SMTPServerDisconnected as error:
        # It may have hung up after taking the message.
        _settle(message, MessageState.UNCERTAIN, str(error))
        return False
    except (OSError, smtplib.SMTPException) as error:
        _settle(message, MessageState.WAITING, str(error))
        raise
    kept = message.text if settings.FUCINA_KEEP_MAIL else ""
    Message.objects.filter(pk=number).update(
        state=MessageState.SENT, sent=timezone.now(), error="", text=kept
    )
    return True


def give_up_lost() -> int:
    """Mark what was claimed long ago and never settled; how many there were."""
    return Message.objects.filter(
        state=MessageState.SENDING, claimed__lt=timezone.now() - LOST_AFTER
    ).update(state=MessageState.UNCERTAIN)


def _hand_over(message: Message) -> None:
    domain = settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].strip(" >")
    EmailMessage(
        message.subject,
        message.text,
        to=[message.to],
        headers={
            "Message-ID": f"<fucina-{message.pk}@{domain}>",  # the same in every attempt
            "Content-Language": message.language,
            "Auto-Submitted": "auto-generated",
        },
    ).send()


def _settle(message: Message, state: MessageState, error: str) -> None:
    Message.objects.filter(pk=message.pk).update(state=state, error=error[:2000])


def _code(error: smtplib.SMTPException) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min(code for code, _ in error.recipients.values())
    return int(getattr(error, "smtp_code", 0))
