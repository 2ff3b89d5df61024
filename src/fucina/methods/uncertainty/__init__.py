"""Uncertain figures: addressed draws, distributions, estimates with their error, sensitivity."""

from fucina.methods.uncertainty.bounded import Fixed, Pert, Triangular, Uniform
from fucina.methods.uncertainty.distribution import Distribution
from fucina.methods.uncertainty.draws import uniform
from fucina.methods.uncertainty.estimate import Estimate, mean, probability
from fucina.methods.uncertainty.listed import Discrete, Empirical
from fucina.methods.uncertainty.lognormal import Lognormal
from fucina.methods.uncertainty.sensitivity import first_order_given_data, spearman
from fucina.methods.uncertainty.summary import Summary, summary
from fucina.methods.uncertainty.tornado import Tornado, tornado

__all__ = [
    "Discrete",
    "Distribution",
    "Empirical",
    "Estimate",
    "Fixed",
    "Lognormal",
    "Pert",
    "Summary",
    "Tornado",
    "Triangular",
    "Uniform",
    "first_order_given_data",
    "mean",
    "probability",
    "spearman",
    "summary",
    "tornado",
    "uniform",
]
