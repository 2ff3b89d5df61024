from fucina.centre.governance.domain.add_party import add_party
from fucina.centre.governance.domain.attach_document import attach_document
from fucina.centre.governance.domain.change_agreement import change_agreement
from fucina.centre.governance.domain.end_quota import end_quota
from fucina.centre.governance.domain.leave import leave
from fucina.centre.governance.domain.promise_contribution import promise_contribution
from fucina.centre.governance.domain.publish_document import publish_document
from fucina.centre.governance.domain.record_agreement import record_agreement
from fucina.centre.governance.domain.record_founding_protocol import record_founding_protocol
from fucina.centre.governance.domain.record_given import record_given
from fucina.centre.governance.domain.record_obligation import record_obligation
from fucina.centre.governance.domain.record_quota import record_quota
from fucina.centre.governance.domain.release_promise import release_promise
from fucina.centre.governance.domain.settle_obligation import settle_obligation
from fucina.centre.governance.domain.strike_given import strike_given

__all__ = [
    "add_party",
    "attach_document",
    "change_agreement",
    "end_quota",
    "leave",
    "promise_contribution",
    "publish_document",
    "record_agreement",
    "record_founding_protocol",
    "record_given",
    "record_obligation",
    "record_quota",
    "release_promise",
    "settle_obligation",
    "strike_given",
]
