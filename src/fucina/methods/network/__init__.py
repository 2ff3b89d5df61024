"""Activity networks: links, gates, critical path over draws, joint risk of cost and time, uplift."""

from fucina.methods.network.activity import Activity, predecessor_indices
from fucina.methods.network.cruciality import cruciality
from fucina.methods.network.gate import Gate
from fucina.methods.network.joint_risk import JointRisk, joint_risk
from fucina.methods.network.link import Link, LinkKind
from fucina.methods.network.network import Network
from fucina.methods.network.order import topological_order
from fucina.methods.network.quantile import quantile
from fucina.methods.network.reference_class import Uplift, reference_class_uplift
from fucina.methods.network.schedule import Schedule, schedule, schedule_network

__all__ = [
    "Activity",
    "Gate",
    "JointRisk",
    "Link",
    "LinkKind",
    "Network",
    "Schedule",
    "Uplift",
    "cruciality",
    "joint_risk",
    "predecessor_indices",
    "quantile",
    "reference_class_uplift",
    "schedule",
    "schedule_network",
    "topological_order",
]
