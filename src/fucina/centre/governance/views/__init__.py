from fucina.centre.governance.views.agreements import (
    agreement,
    agreements,
    change_agreement,
    record_agreement,
)
from fucina.centre.governance.views.contributions import (
    contribution,
    contributions,
    export_contributions,
    promise_contribution,
    record_given,
    release_promise,
    strike_given,
)
from fucina.centre.governance.views.documents import attach_document, document, publish_document
from fucina.centre.governance.views.institution import my_institution
from fucina.centre.governance.views.obligations import record_obligation, settle_obligation
from fucina.centre.governance.views.parties import add_party, find_organisations, leave
from fucina.centre.governance.views.quotas import end_quota, quotas, record_quota

__all__ = [
    "add_party",
    "agreement",
    "agreements",
    "attach_document",
    "change_agreement",
    "contribution",
    "contributions",
    "document",
    "end_quota",
    "export_contributions",
    "find_organisations",
    "leave",
    "my_institution",
    "promise_contribution",
    "publish_document",
    "quotas",
    "record_agreement",
    "record_given",
    "record_obligation",
    "record_quota",
    "release_promise",
    "settle_obligation",
    "strike_given",
]
