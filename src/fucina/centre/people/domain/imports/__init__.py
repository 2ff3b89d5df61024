"""Spreadsheets of organisations and persons: read, planned, written, taken back."""

from fucina.centre.people.domain.imports.apply import apply_import, discard_import
from fucina.centre.people.domain.imports.preview import preview_import
from fucina.centre.people.domain.imports.undo import undo_import

__all__ = ["apply_import", "discard_import", "preview_import", "undo_import"]
