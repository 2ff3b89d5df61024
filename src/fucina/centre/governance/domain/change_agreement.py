from typing import Any

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Agreement
from fucina.centre.refusal import refuse_any


def change_agreement(agreement: Agreement, *, by: Any, **values: Any) -> Agreement:
    """Correct or complete what is recorded of an agreement; the audit trail keeps what it said before."""
    allow(by, "governance.record_agreement")
    with one_write():
        changed = Agreement.objects.select_for_update().get(pk=agreement.pk)
        for name, value in values.items():
            setattr(changed, name, value)
        changed.valid_from = changed.valid_from or changed.signed_on
        refuse_any(check(changed))
        changed.save()
    return changed
