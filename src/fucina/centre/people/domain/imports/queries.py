import datetime as dt
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from fucina.centre.people.enums import ImportState
from fucina.centre.people.models import ImportBatch

FORGOTTEN_AFTER = dt.timedelta(days=30)


def batches(user: Any) -> QuerySet[ImportBatch]:
    found = ImportBatch.objects.select_related("uploaded_by", "settled_by")
    return found if user.has_perm("people.import_records") else found.none()


def batch_for(user: Any, batch: int) -> ImportBatch:
    found = batches(user).filter(pk=batch).first()
    if found is None:
        raise Http404
    return found


def waiting_batches(user: Any) -> QuerySet[ImportBatch]:
    """The user's own, uploaded and neither written nor discarded."""
    return batches(user).filter(uploaded_by=user, state=ImportState.PREVIEWED)


def forget_old_rows() -> int:
    """What was uploaded and not confirmed within a month holds people's data for nothing; how many were forgotten."""
    old = ImportBatch.objects.filter(
        state=ImportState.PREVIEWED, uploaded__lt=timezone.now() - FORGOTTEN_AFTER
    )
    count = 0
    for batch in old:
        batch.rows.all().delete()
        batch.state, batch.settled = ImportState.DISCARDED, timezone.now()
        batch.save(update_fields=["state", "settled"])
        count += 1
    return count
