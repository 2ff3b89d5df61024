import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DATE_FORMATS = ("%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y")
"""15/11/2026 and 2026-11-15, in both languages: a day never becomes a month."""
INVALID_DATE = _("Enter a date as day/month/year, such as 15/11/2026.")


class LocalDateInput(forms.DateInput):
    """A date as text; with JavaScript a button beside it opens the browser's calendar."""

    template_name = "ui/widgets/date.html"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        own = {"inputmode": "numeric", "autocomplete": "off", "maxlength": 10}
        super().__init__({**own, **(attrs or {})}, format=DATE_FORMATS[0])

    def format_value(self, value: Any) -> str | None:
        """Not the language's own form: both languages read day/month/year."""
        return value.strftime(DATE_FORMATS[0]) if isinstance(value, dt.date) else value


class LocalDateField(forms.DateField):
    """A day, typed as 15/11/2026 or 2026-11-15 or chosen from a calendar."""

    widget = LocalDateInput
    default_error_messages = {"invalid": INVALID_DATE}

    def __init__(
        self,
        *,
        min_value: dt.date | None = None,
        max_value: dt.date | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(input_formats=DATE_FORMATS, **kwargs)
        self.min_value, self.max_value = min_value, max_value

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        if value is None:
            return
        if self.min_value and value < self.min_value:
            raise ValidationError(
                _("Enter a date not before %(limit)s."),
                "min_value",
                {"limit": _text(self.min_value)},
            )
        if self.max_value and value > self.max_value:
            raise ValidationError(
                _("Enter a date not after %(limit)s."),
                "max_value",
                {"limit": _text(self.max_value)},
            )


def _text(day: dt.date) -> str:
    return day.strftime(DATE_FORMATS[0])
