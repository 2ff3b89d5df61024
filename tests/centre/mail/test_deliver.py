import datetime as dt
import smtplib
import threading

import pytest
from django.db import connection
from django.utils import timezone

from fucina.centre.mail.domain import post
from fucina.centre.mail.domain.deliver import deliver, give_up_lost
from fucina.centre.mail.enums import MessageState
from fucina.centre.mail.models import Message

pytestmark = pytest.mark.django_db


def posted(key: str = "invitation:1") -> Message:
    return post(key, "ada@example.com", "Invito", "Apri il collegamento.\n", "it")


def test_message_is_sent_once_however_often_it_is_delivered(mail_server) -> None:
    message = posted()

    outcomes = [deliver(message.pk), deliver(message.pk), deliver(message.pk)]

    assert outcomes == [True, False, False]
    assert len(mail_server.received) == 1
    assert "Subject: Invito" in mail_server.received[0]
    assert "Content-Language: it" in mail_server.received[0]


def test_text_is_forgotten_once_sent(mail_server) -> None:
    message = posted()

    deliver(message.pk)

    message.refresh_from_db()
    assert (message.state, message.text, message.sent is not None) == ("sent", "", True)


def test_same_key_posts_one_message() -> None:
    first, second = posted(), posted()

    assert first.pk == second.pk
    assert Message.objects.count() == 1


def test_server_that_asks_to_come_back_is_asked_again(mail_server) -> None:
    message = posted()
    mail_server.answers["MAIL"] = "451 later"

    with pytest.raises(smtplib.SMTPSenderRefused):
        deliver(message.pk)
    del mail_server.answers["MAIL"]
    sent = deliver(message.pk)

    message.refresh_from_db()
    assert (sent, message.state, message.attempts) == (True, "sent", 2)


def test_refusal_for_good_is_kept_and_not_tried_again(mail_server) -> None:
    message = posted()
    mail_server.answers["RCPT"] = "550 no such person"

    outcomes = [deliver(message.pk), deliver(message.pk)]

    message.refresh_from_db()
    assert (outcomes, message.state) == ([False, False], "refused")
    assert "no such person" in message.error
    assert mail_server.received == []


def test_server_that_hangs_up_after_taking_the_message_is_not_asked_again(mail_server) -> None:
    message = posted()
    mail_server.answers["."] = ""

    sent = deliver(message.pk)

    message.refresh_from_db()
    assert (sent, message.state, len(mail_server.received)) == (False, "uncertain", 1)
    assert deliver(message.pk) is False


def test_unreachable_server_leaves_the_message_waiting(settings) -> None:
    from fucina.config.mail import mail_settings

    settings.MAILERS = {"default": mail_settings("smtp://127.0.0.1:1")}
    message = posted()

    with pytest.raises(OSError, match="refused"):
        deliver(message.pk)

    message.refresh_from_db()
    assert message.state == "waiting"


def test_message_claimed_by_a_process_that_died_is_perhaps_sent() -> None:
    message = posted()
    long_ago = timezone.now() - dt.timedelta(hours=1)
    Message.objects.filter(pk=message.pk).update(state=MessageState.SENDING, claimed=long_ago)

    assert give_up_lost() == 1
    message.refresh_from_db()
    assert message.state == "uncertain"


@pytest.mark.django_db(transaction=True)
def test_workers_that_deliver_at_the_same_time_send_one(mail_server) -> None:
    message = posted()
    outcomes: list[bool] = []
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        outcomes.append(deliver(message.pk))
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(outcomes) == [False, False, False, True]
    assert len(mail_server.received) == 1
