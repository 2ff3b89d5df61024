from django.db import transaction

from fucina.centre.mail.models import Message


@transaction.atomic
def post(key: str, to: str, subject: str, text: str, language: str) -> Message:
    """Have an e-mail sent after the caller's transaction, once for each key however often it is asked for."""
    from fucina.centre.mail.tasks import deliver_message

    message, new = Message.objects.get_or_create(
        key=key,
        defaults={
            "to": to,
            "subject": " ".join(subject.split())[:250],
            "text": text,
            "language": language,
        },
    )
    if new:
        deliver_message.enqueue(message.pk)
    return message
