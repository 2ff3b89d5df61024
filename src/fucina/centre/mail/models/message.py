from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from fucina.centre.mail.enums import MessageState


class Message(models.Model):
    """An e-mail that is to be sent once, whatever is retried."""

    key = models.CharField(_("key"), max_length=200, unique=True)  # what it is about: never twice
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"), blank=True)  # forgotten once sent: it may hold a secret link
    language = models.CharField(_("language"), max_length=2)
    state = models.CharField(_("state"), max_length=10, choices=MessageState, default=MessageState.WAITING)  # fmt: skip
    created = models.DateTimeField(_("posted"), default=timezone.now)
    claimed = models.DateTimeField(_("claimed"), null=True, blank=True)
    sent = models.DateTimeField(_("sent"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("what the mail server said"), blank=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-created", "-id"]
        indexes = [models.Index("state", "claimed", name="message_state")]
        constraints = [
            models.CheckConstraint(
                name="message_state_is_known", condition=Q(state__in=MessageState.values)
            ),
            models.CheckConstraint(
                name="message_sent_when",
                condition=Q(state=MessageState.SENT, sent__isnull=False)
                | (~Q(state=MessageState.SENT) & Q(sent=None)),
            ),
            models.CheckConstraint(
                name="message_is_on_one_line",
                condition=~Q(subject__contains="\n") & ~Q(to__contains="\n"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} → {self.to}"
