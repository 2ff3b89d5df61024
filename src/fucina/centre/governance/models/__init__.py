from fucina.centre.governance.models.agreement import Agreement
from fucina.centre.governance.models.document import Document
from fucina.centre.governance.models.given_contribution import GivenContribution
from fucina.centre.governance.models.obligation import Obligation
from fucina.centre.governance.models.party import Party
from fucina.centre.governance.models.promised_contribution import PromisedContribution
from fucina.centre.governance.models.quota import Quota

__all__ = [
    "Agreement",
    "Document",
    "GivenContribution",
    "Obligation",
    "Party",
    "PromisedContribution",
    "Quota",
]
