from typing import Any

from django.utils import timezone

from fucina.centre.accounts.domain.personal_data import Plain, holdings, subject_of


def export_personal_data(user: Any) -> dict[str, Plain]:
    """Everything the centre knows about this user, as plain values under the name of each holding."""
    subject = subject_of(user=user)
    found: dict[str, Plain] = {one.name: one.export(subject) for one in holdings()}
    return {"made": timezone.now().isoformat(), **found}
