"""Evaluation: every site, strategy and legal form together, every draw, under common random numbers."""

from fucina.study.evaluation.combination import Combination, Plan, plan
from fucina.study.evaluation.evaluate import Evaluation, evaluate
from fucina.study.evaluation.tableau import INDICATORS, Tableau, tableau

__all__ = [
    "INDICATORS",
    "Combination",
    "Evaluation",
    "Plan",
    "Tableau",
    "evaluate",
    "plan",
    "tableau",
]
