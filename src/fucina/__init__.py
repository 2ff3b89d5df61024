"""Fucina: from the feasibility study of a competence centre to its daily work."""

__version__ = "0.1.0"
