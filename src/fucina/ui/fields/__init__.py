"""Fields of forms for what Italians type: dates, amounts, files, and names to look up."""

from fucina.ui.fields.dates import LocalDateField
from fucina.ui.fields.file import FileField
from fucina.ui.fields.moments import LocalDateTimeField
from fucina.ui.fields.money import MoneyField
from fucina.ui.fields.pick import Option, PickField, Source

__all__ = [
    "FileField",
    "LocalDateField",
    "LocalDateTimeField",
    "MoneyField",
    "Option",
    "PickField",
    "Source",
]
