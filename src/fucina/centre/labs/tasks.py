from django.tasks import task

from fucina.centre.labs.domain.grants import remind_of_expiry
from fucina.centre.labs.domain.housekeeping import (
    close_ended,
    end_waiting,
    offer_again,
    release_unused,
)


@task
def look_after_bookings() -> None:
    """Every minute: free what nobody uses, offer it, close what is over."""
    release_unused()
    end_waiting()
    offer_again()
    close_ended()


@task
def remind_of_expiring_qualifications() -> None:
    """Every day."""
    remind_of_expiry()
