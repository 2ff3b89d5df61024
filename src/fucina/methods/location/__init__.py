"""Where: distances, catchments, accessibility and optimal sites."""

from fucina.methods.location.access import coverage, gravity_access, weighted_mean
from fucina.methods.location.catchment import huff, two_step_floating_catchment
from fucina.methods.location.detour import Detour, Travel, fit_detour
from fucina.methods.location.distance import (
    distance_matrix_km,
    great_circle_km,
    travel_minutes,
)
from fucina.methods.location.equity import gini
from fucina.methods.location.maximal_covering import maximal_covering
from fucina.methods.location.near_best import NearBest, near_best_medians
from fucina.methods.location.optimum import Optimum
from fucina.methods.location.p_centre import p_centre
from fucina.methods.location.p_median import p_median
from fucina.methods.location.set_covering import set_covering
from fucina.methods.location.stability import Radius, Stability, median_stability

__all__ = [
    "Detour",
    "NearBest",
    "Optimum",
    "Radius",
    "Stability",
    "Travel",
    "coverage",
    "distance_matrix_km",
    "fit_detour",
    "gini",
    "gravity_access",
    "great_circle_km",
    "huff",
    "maximal_covering",
    "median_stability",
    "near_best_medians",
    "p_centre",
    "p_median",
    "set_covering",
    "travel_minutes",
    "two_step_floating_catchment",
    "weighted_mean",
]
