"""Decision with many criteria, uncertain weights and several deciders."""

from fucina.methods.decision.acceptability import Smaa
from fucina.methods.decision.ahp import AhpPriorities, Revisit, ahp_priorities
from fucina.methods.decision.compromise import MinimaxRegret, borda, copeland, minimax_regret
from fucina.methods.decision.consensus import dissent, kendall_w, rank_distance
from fucina.methods.decision.deliberation import Deliberation, deliberate
from fucina.methods.decision.entropy import entropy, ranking_entropy
from fucina.methods.decision.extreme_points import extreme_points
from fucina.methods.decision.harm import Harm, harm
from fucina.methods.decision.partial_ranking import PartialRanking, promethee_i
from fucina.methods.decision.preference import Preference
from fucina.methods.decision.promethee import Promethee, promethee_ii
from fucina.methods.decision.smaa import smaa, smaa_promethee, smaa_topsis
from fucina.methods.decision.topsis import topsis
from fucina.methods.decision.unicriterion import unicriterion_flows
from fucina.methods.decision.value import weighted_value
from fucina.methods.decision.value_function import (
    exponential_value,
    linear_value,
    midvalue_curvature,
    piecewise_value,
)
from fucina.methods.decision.weight_sampling import sample_weights
from fucina.methods.decision.weight_set import WeightSet
from fucina.methods.decision.weights import direct, normalise, rank_order_centroid, swing

__all__ = [
    "AhpPriorities",
    "Deliberation",
    "Harm",
    "MinimaxRegret",
    "PartialRanking",
    "Preference",
    "Promethee",
    "Revisit",
    "Smaa",
    "WeightSet",
    "ahp_priorities",
    "borda",
    "copeland",
    "deliberate",
    "direct",
    "dissent",
    "entropy",
    "exponential_value",
    "extreme_points",
    "harm",
    "kendall_w",
    "linear_value",
    "midvalue_curvature",
    "minimax_regret",
    "normalise",
    "piecewise_value",
    "promethee_i",
    "promethee_ii",
    "rank_distance",
    "rank_order_centroid",
    "ranking_entropy",
    "sample_weights",
    "smaa",
    "smaa_promethee",
    "smaa_topsis",
    "swing",
    "topsis",
    "unicriterion_flows",
    "weighted_value",
]
