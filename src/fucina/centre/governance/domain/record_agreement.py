import datetime as dt
from typing import Any

from fucina.centre.governance.domain.writing import allow, check, one_write
from fucina.centre.governance.models import Agreement
from fucina.centre.refusal import refuse_any


def record_agreement(
    title: str,
    kind: str,
    signed_on: dt.date,
    object: str,  # noqa: A002  the word of the law: oggetto
    *,
    by: Any,
    valid_from: dt.date | None = None,
    **more: Any,
) -> Agreement:
    """``more``: valid_until, title_en, object_en, public, source, source_address, predecessor. It holds from its signing
    unless another day is given."""
    allow(by, "governance.record_agreement")
    agreement = Agreement(
        title=title,
        kind=kind,
        signed_on=signed_on,
        object=object,
        valid_from=valid_from or signed_on,
        **more,
    )
    refuse_any(check(agreement))
    with one_write():
        agreement.save()
    return agreement
