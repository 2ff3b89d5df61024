"""Where: distances, catchments, accessibility and optimal sites."""

from fucina.methods.location.access import coverage, gravity_access, weighted_mean
from fucina.methods.location.catchment import huff, two_step_floating_catchment
from fucina.methods.location.distance import (
    distance_matrix_km,
    great_circle_km,
    travel_minutes,
)
from fucina.methods.location.maximal_covering import maximal_covering
from fucina.methods.location.optimum import Optimum
from fucina.methods.location.p_centre import p_centre
from fucina.methods.location.p_median import p_median

__all__ = [
    "Optimum",
    "coverage",
    "distance_matrix_km",
    "gravity_access",
    "great_circle_km",
    "huff",
    "maximal_covering",
    "p_centre",
    "p_median",
    "travel_minutes",
    "two_step_floating_catchment",
    "weighted_mean",
]
