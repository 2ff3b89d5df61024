"""Activity networks: critical path over draws of the durations."""

from fucina.methods.network.activity import Activity, predecessor_indices
from fucina.methods.network.order import topological_order
from fucina.methods.network.schedule import Schedule, schedule

__all__ = ["Activity", "Schedule", "predecessor_indices", "schedule", "topological_order"]
