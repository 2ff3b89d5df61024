"""The demonstration: the centre that the Torino study planned, with invented firms and people.

The institutions of the protocol are recorded as its parties and nothing is said of what they did. Firms and people are
invented, and look it: their addresses end in ``.example``, their VAT numbers begin with 999.
"""

from fucina.centre.portal.demo.populate import populate

__all__ = ["populate"]
