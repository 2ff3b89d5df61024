"""Monte Carlo of lines that grow: what is drawn, how, and what it is worth."""

from fucina.methods.cashflow.simulation.drawn import net_present_value_of_lines
from fucina.methods.cashflow.simulation.line import Line
from fucina.methods.cashflow.simulation.monte_carlo import NpvSample, simulate_net_present_value

__all__ = ["Line", "NpvSample", "net_present_value_of_lines", "simulate_net_present_value"]
