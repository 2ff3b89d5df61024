import datetime as dt
from typing import Any

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Agreement, Party
from fucina.centre.people.models import Organisation
from fucina.centre.refusal import refuse_any


def add_party(
    agreement: Agreement,
    organisation: Organisation,
    role: str,
    *,
    by: Any,
    valid_from: dt.date | None = None,
    task: str = "",
    task_en: str = "",
) -> Party:
    """An organisation joins, with the agreement's own validity unless another day is given."""
    allow(by, "governance.change_parties")
    party = Party(
        agreement=agreement,
        organisation=organisation,
        role=role,
        valid_from=valid_from or agreement.valid_from,
        task=task,
        task_en=task_en,
    )
    refuse_any(check(party))
    with one_write():
        party.save()
    return party
