from fucina.centre.charging.models.adjustment import Adjustment
from fucina.centre.charging.models.charge import Charge
from fucina.centre.charging.models.charge_item import ChargeItem
from fucina.centre.charging.models.charge_line import ChargeLine
from fucina.centre.charging.models.chargeable import Chargeable
from fucina.centre.charging.models.commitment import Commitment
from fucina.centre.charging.models.day_paid import DayPaid
from fucina.centre.charging.models.payer_account import PayerAccount
from fucina.centre.charging.models.posting import Posting
from fucina.centre.charging.models.prepayment import Prepayment
from fucina.centre.charging.models.price_list import PriceList
from fucina.centre.charging.models.project import Project
from fucina.centre.charging.models.project_limit import ProjectLimit
from fucina.centre.charging.models.project_person import ProjectPerson
from fucina.centre.charging.models.rate import Rate
from fucina.centre.charging.models.rate_tier import RateTier
from fucina.centre.charging.models.rate_window import RateWindow
from fucina.centre.charging.models.share import Share
from fucina.centre.charging.models.unsettled import Unsettled, UnsettledItem

__all__ = [
    "Adjustment",
    "Charge",
    "ChargeItem",
    "ChargeLine",
    "Chargeable",
    "Commitment",
    "DayPaid",
    "PayerAccount",
    "Posting",
    "Prepayment",
    "PriceList",
    "Project",
    "ProjectLimit",
    "ProjectPerson",
    "Rate",
    "RateTier",
    "RateWindow",
    "Share",
    "Unsettled",
    "UnsettledItem",
]
