"""Voting games: power, blocking, passage and deadlock; shares of a common cost."""

from fucina.methods.voting.blocking import blocking_players, minimal_blocking, minimal_winning
from fucina.methods.voting.compound import AllOf, AnyOf, Dual, Veto
from fucina.methods.voting.game import Game
from fucina.methods.voting.nucleolus import nucleolus
from fucina.methods.voting.passage import deadlock_probability, passage_probability
from fucina.methods.voting.power import banzhaf, banzhaf_absolute, shapley_shubik
from fucina.methods.voting.power_float import banzhaf_float, shapley_shubik_float
from fucina.methods.voting.sharing import shapley_value, talmud
from fucina.methods.voting.weighted import WeightedGame

__all__ = [
    "AllOf",
    "AnyOf",
    "Dual",
    "Game",
    "Veto",
    "WeightedGame",
    "banzhaf",
    "banzhaf_absolute",
    "banzhaf_float",
    "blocking_players",
    "deadlock_probability",
    "minimal_blocking",
    "minimal_winning",
    "nucleolus",
    "passage_probability",
    "shapley_shubik",
    "shapley_shubik_float",
    "shapley_value",
    "talmud",
]
