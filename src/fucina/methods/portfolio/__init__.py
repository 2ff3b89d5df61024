"""What to choose together: portfolios within budgets and rules, and how sure their items are."""

from fucina.methods.portfolio.frontier import Frontier, efficient_frontier
from fucina.methods.portfolio.robust import RobustPortfolios, robust_portfolios
from fucina.methods.portfolio.rules import Rules, Synergy
from fucina.methods.portfolio.select import budget_curve, select
from fucina.methods.portfolio.selection import Selection

__all__ = [
    "Frontier",
    "RobustPortfolios",
    "Rules",
    "Selection",
    "Synergy",
    "budget_curve",
    "efficient_frontier",
    "robust_portfolios",
    "select",
]
