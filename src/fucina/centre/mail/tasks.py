from django.tasks import task

from fucina.centre.mail.domain.deliver import deliver, give_up_lost


@task
def deliver_message(number: int) -> None:
    deliver(number)


@task
def settle_lost_messages() -> None:
    give_up_lost()
