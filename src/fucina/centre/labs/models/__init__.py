from fucina.centre.labs.models.access_plan import AccessPlan, PlanHolding, ReservedTime
from fucina.centre.labs.models.accessory import Accessory
from fucina.centre.labs.models.allocation import Allocation
from fucina.centre.labs.models.booking import Booking
from fucina.centre.labs.models.calendar_exception import CalendarException
from fucina.centre.labs.models.capability import Capability, CapabilityValue
from fucina.centre.labs.models.consumable import Consumable, Withdrawal
from fucina.centre.labs.models.expert import Expert
from fucina.centre.labs.models.feed_token import FeedToken
from fucina.centre.labs.models.grant import Grant
from fucina.centre.labs.models.laboratory import Building, Laboratory
from fucina.centre.labs.models.machine import Machine, MachineType
from fucina.centre.labs.models.maintenance_plan import MaintenancePlan
from fucina.centre.labs.models.policy import Policy
from fucina.centre.labs.models.preferential_access import PreferentialAccess
from fucina.centre.labs.models.presence import Presence
from fucina.centre.labs.models.problem_report import ProblemReport
from fucina.centre.labs.models.qualification import Qualification, Requirement
from fucina.centre.labs.models.quota import TimeQuota
from fucina.centre.labs.models.resource import Resource
from fucina.centre.labs.models.resource_document import ResourceDocument
from fucina.centre.labs.models.room import Room
from fucina.centre.labs.models.schedule import Schedule
from fucina.centre.labs.models.series import Series
from fucina.centre.labs.models.steward import Steward
from fucina.centre.labs.models.suspension import Suspension
from fucina.centre.labs.models.unmet_demand import UnmetDemand
from fucina.centre.labs.models.use import Use

__all__ = [
    "AccessPlan",
    "Accessory",
    "Allocation",
    "Booking",
    "Building",
    "CalendarException",
    "Capability",
    "CapabilityValue",
    "Consumable",
    "Expert",
    "FeedToken",
    "Grant",
    "Laboratory",
    "Machine",
    "MachineType",
    "MaintenancePlan",
    "PlanHolding",
    "Policy",
    "PreferentialAccess",
    "Presence",
    "ProblemReport",
    "Qualification",
    "Requirement",
    "ReservedTime",
    "Resource",
    "ResourceDocument",
    "Room",
    "Schedule",
    "Series",
    "Steward",
    "Suspension",
    "TimeQuota",
    "UnmetDemand",
    "Use",
    "Withdrawal",
]
