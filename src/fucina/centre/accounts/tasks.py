from django.tasks import task

from fucina.centre.accounts.domain.forget_sessions import forget_sessions


@task
def forget_old_sessions() -> None:
    forget_sessions()
