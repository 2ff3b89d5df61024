from django.db.models import Q, QuerySet

from fucina.centre.accounts.domain.personal_data import Plain, Subject
from fucina.centre.accounts.domain.rows import plain_rows
from fucina.centre.mail.enums import MessageState
from fucina.centre.mail.models import Message


def export(subject: Subject) -> Plain:
    """The texts are forgotten once sent."""
    return plain_rows(_received(subject), "to", "subject", "language", "state", "created", "sent")


def erase(subject: Subject) -> None:
    """That a message was sent, when and about what thing (its key) stays."""
    received = _received(subject)
    received.filter(state=MessageState.WAITING).update(state=MessageState.REFUSED)
    received.update(to="", subject="–", text="", error="")
    _naming(subject).update(text="", subject="–", error="")


def _received(subject: Subject) -> QuerySet[Message]:
    return Message.objects.filter(to__in=subject.addresses)


def _naming(subject: Subject) -> QuerySet[Message]:
    """Messages to others that name the person."""
    wanted = Q(pk=None)
    for words in (*subject.names, *subject.addresses):
        wanted |= Q(text__icontains=words) | Q(subject__icontains=words) | Q(error__icontains=words)
    return Message.objects.filter(wanted)
