from fucina.centre.governance.domain.queries.visible import (
    agreements_seen_through,
    visible_agreements,
    visible_documents,
    visible_obligations,
    visible_parties,
    visible_promises,
    visible_quotas,
)
from fucina.centre.governance.domain.queries.waiting import Waiting, waiting_for

__all__ = [
    "Waiting",
    "agreements_seen_through",
    "visible_agreements",
    "visible_documents",
    "visible_obligations",
    "visible_parties",
    "visible_promises",
    "visible_quotas",
    "waiting_for",
]
