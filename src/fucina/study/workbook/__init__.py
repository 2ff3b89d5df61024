"""Workbook: the proposed combination as a spreadsheet with live formulas, from its figures to its indicators."""

from fucina.study.workbook.build import workbook
from fucina.study.workbook.save import file_name, write

__all__ = ["file_name", "workbook", "write"]
