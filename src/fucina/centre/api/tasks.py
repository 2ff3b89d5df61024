from django.tasks import task

from fucina.centre.api.idempotency import forget_answers


@task
def forget_old_answers() -> None:
    forget_answers()
