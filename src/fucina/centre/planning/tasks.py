from django.tasks import task

from fucina.centre.planning.domain.refresh import refresh_folders


@task
def refresh_study() -> int:
    """Computes again the studies whose folder changed. Config runs it every minute."""
    return refresh_folders()
