from django.tasks import task

from fucina.centre.people.domain.find_duplicates import find_duplicates
from fucina.centre.people.domain.imports.queries import forget_old_rows


@task
def look_for_duplicates() -> None:
    """Every night: records change in more ways than one."""
    find_duplicates()


@task
def forget_old_uploads() -> None:
    forget_old_rows()
