"""Decision with many criteria, uncertain weights and several deciders."""

from fucina.methods.decision.ahp import AhpPriorities, ahp_priorities
from fucina.methods.decision.group import (
    MinimaxRegret,
    borda,
    copeland,
    kendall_w,
    minimax_regret,
)
from fucina.methods.decision.promethee import Preference, Promethee, promethee_ii
from fucina.methods.decision.smaa import Smaa, smaa
from fucina.methods.decision.topsis import topsis
from fucina.methods.decision.value import linear_value
from fucina.methods.decision.weight_sampling import sample_weights
from fucina.methods.decision.weight_set import WeightSet
from fucina.methods.decision.weights import normalise, rank_order_centroid, swing

__all__ = [
    "AhpPriorities",
    "MinimaxRegret",
    "Preference",
    "Promethee",
    "Smaa",
    "WeightSet",
    "ahp_priorities",
    "borda",
    "copeland",
    "kendall_w",
    "linear_value",
    "minimax_regret",
    "normalise",
    "promethee_ii",
    "rank_order_centroid",
    "sample_weights",
    "smaa",
    "swing",
    "topsis",
]
