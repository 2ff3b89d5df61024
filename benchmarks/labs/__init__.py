"""Booking a laboratory here and in NEMO 8.1.5: the same requests to both, in one run."""

from benchmarks.labs.compare import measure

__all__ = ["measure"]
