"""Uncertain figures: addressed draws, distributions, correlation, errors, sensitivity, value of information."""

from fucina.methods.uncertainty.beta import Beta, Pert
from fucina.methods.uncertainty.bounded import Fixed, Triangular, Uniform
from fucina.methods.uncertainty.copula import Correlated, correlate
from fucina.methods.uncertainty.correlation import correlation_matrix, nearest_correlation
from fucina.methods.uncertainty.distribution import Distribution
from fucina.methods.uncertainty.draws import uniform
from fucina.methods.uncertainty.estimate import Estimate, mean, probability
from fucina.methods.uncertainty.information import evpi, opportunity_losses
from fucina.methods.uncertainty.listed import Discrete, Empirical
from fucina.methods.uncertainty.lognormal import Lognormal
from fucina.methods.uncertainty.partial_information import PartialInformation, evppi
from fucina.methods.uncertainty.quasi import quasi_uniform
from fucina.methods.uncertainty.rank_correlation import rank_correlation
from fucina.methods.uncertainty.sensitivity import first_order_given_data, spearman
from fucina.methods.uncertainty.sobol_design import SobolDesign, sobol_design
from fucina.methods.uncertainty.sobol_indices import Indices, SobolIndices, sobol_indices
from fucina.methods.uncertainty.summary import Summary, summary
from fucina.methods.uncertainty.tornado import Tornado, tornado

__all__ = [
    "Beta",
    "Correlated",
    "Discrete",
    "Distribution",
    "Empirical",
    "Estimate",
    "Fixed",
    "Indices",
    "Lognormal",
    "PartialInformation",
    "Pert",
    "SobolDesign",
    "SobolIndices",
    "Summary",
    "Tornado",
    "Triangular",
    "Uniform",
    "correlate",
    "correlation_matrix",
    "evpi",
    "evppi",
    "first_order_given_data",
    "mean",
    "nearest_correlation",
    "opportunity_losses",
    "probability",
    "quasi_uniform",
    "rank_correlation",
    "sobol_design",
    "sobol_indices",
    "spearman",
    "summary",
    "tornado",
    "uniform",
]
