"""Reads a study folder: every file, every row, every reference checked; all problems told at once."""

from fucina.study.folder.read import fingerprint, read

__all__ = ["fingerprint", "read"]
